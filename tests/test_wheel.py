"""Lessons, rules and corpus travel in the wheel, so that an installed Coach works from any directory."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_everything_a_family_needs_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "coach/py.typed",
        "coach/lessons/02-strangers.md",
        "coach/rules/words/general.toml",
        "coach/rules/unkind/looks/category.toml",
        "coach/corpus/GUIDE.md",
        "coach/browser/page/index.html",
    ):
        assert needed in names
    assert not any(name.startswith(("tests/", "lessons/")) for name in names)


def test_it_works_unpacked_anywhere(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = "import coach, coach.cli; print(coach.__file__); coach.cli.run(['lessons', 'list']); coach.cli.run(['check', 'ur so ugly'])"
    environment = {"PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, env=environment
    )
    assert str(tmp_path) in done.stdout
    assert "strangers" in done.stdout
    assert "^^^^^^^^^^" in done.stdout
