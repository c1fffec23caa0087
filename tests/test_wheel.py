"""Lessons, rules and corpus travel in the wheel, so that an installed Coach works from any directory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


KINDS = {
    ".py",
    ".cfg",
    ".toml",
    ".md",
    ".npz",
    ".sha256",
    ".tcss",
    ".json",
    ".jsonl",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".typed",
    "",
    ".xz",
    ".ttf",
    ".mo",
    ".po",
    ".pot",
}
"""What kinds of files travel; `LICENSE` and the like have no ending."""


def build(folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


def test_a_second_wheel_has_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert build(tmp_path).read_bytes() == wheel.read_bytes()


def test_everything_of_the_package_and_all_lessons_are_inside_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "coach").rglob("*") if _travels(path)}
    lessons = {f"coach/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "lessons").rglob("*") if _travels(path)}
    assert names == package | lessons
    assert {Path(name).suffix for name in names} <= KINDS


def _travels(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def test_the_licence_travels_and_every_dependency_is_declared_once(wheel: Path) -> None:
    files = zipfile.ZipFile(wheel)
    (licence,) = (name for name in files.namelist() if name.endswith("licenses/LICENSE"))
    assert files.read(licence) == (ROOT / "LICENSE").read_bytes()
    (metadata,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
    told = files.read(metadata).decode()
    assert "License-Expression: MIT AND Apache-2.0 AND OFL-1.1" in told
    needed = re.findall(r"^Requires-Dist: ([a-z0-9-]+)[^;\n]*$", told, re.MULTILINE)
    assert sorted(needed) == sorted(set(needed))
    assert set(needed) == MODULES.keys()


MODULES = {
    "textual": "textual", "spacy": "spacy", "pydantic": "pydantic", "phonenumberslite": "phonenumbers",
    "markdown-it-py": "markdown_it", "mdit-py-plugins": "mdit_py_plugins", "syllapy": "syllapy",
    "platformdirs": "platformdirs", "pillow": "PIL", "fpdf2": "fpdf", "uharfbuzz": "uharfbuzz",
    "fonttools": "fontTools", "filelock": "filelock", "charset-normalizer": "charset_normalizer", "ftfy": "ftfy",
    "textual-image": "textual_image", "numpy": "numpy", "ijson": "ijson", "defusedxml": "defusedxml", "shtab": "shtab",
}  # fmt: skip
"""Every dependency, and the module that the package imports of it."""


@pytest.mark.parametrize("module", MODULES.values())
def test_every_dependency_is_used(module: str) -> None:
    importing = re.compile(rf"^\s*(?:from|import) {module}\b", re.MULTILINE)
    assert any(importing.search(path.read_text(encoding="utf-8")) for path in (ROOT / "coach").rglob("*.py"))


def test_everything_a_family_needs_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "coach/py.typed",
        "coach/lessons/02-strangers.md",
        "coach/rules/words/general.toml",
        "coach/chats/instagram.toml",
        "coach/rules/unkind/looks/category.toml",
        "coach/corpus/GUIDE.md",
        "coach/browser/page/index.html",
        "coach/family/fonts/OFL.txt",
    ):
        assert needed in names
    assert not any(name.startswith(("tests/", "lessons/")) for name in names)


def test_it_works_unpacked_anywhere(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = "import coach, coach.cli; print(coach.__file__); coach.cli.run(['lessons', 'list']); coach.cli.run(['check', 'ur so ugly'])"
    environment = {"HOME": os.environ["HOME"], "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, env=environment
    )
    assert str(tmp_path) in done.stdout
    assert "strangers" in done.stdout
    assert "^^^^^^^^^^" in done.stdout
