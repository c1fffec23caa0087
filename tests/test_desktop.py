"""The folder for a parent without Python: what its recipe names exists, and what starts it does what it says."""

from __future__ import annotations

import os
import re
import runpy
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import coach.__main__
from coach import rules_cache
from coach.cli import serve

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github" / "desktop"
SPEC = (FOLDER / "coach.spec").read_text(encoding="utf-8")
BUILD = (FOLDER / "build").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "desktop.yml").read_text(encoding="utf-8")


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names of `start.py`, with a Coach that only takes its arguments."""
    monkeypatch.setattr(coach.__main__, "main", lambda: None)
    monkeypatch.setattr(sys, "argv", ["coach", "check"])
    monkeypatch.setattr(os, "environ", {"DISPLAY": ":0", "LD_LIBRARY_PATH": "/inside"})
    return runpy.run_path(str(FOLDER / "start.py"))


def test_every_file_that_the_recipe_names_exists() -> None:
    named = re.findall(r"\.github/desktop/([\w.-]*\w)", BUILD + WORKFLOW)
    assert {"start.py", "coach.spec", "READ-ME.txt", "Coach.command", "try-out", "build"} <= set(named)
    assert [name for name in named if not (FOLDER / name).is_file()] == []
    assert re.findall(r'Analysis\(\n +\["(.+)"\]', SPEC) == ["start.py"]


@pytest.mark.parametrize("name", ["build", "try-out", "Coach.command"])
def test_what_is_run_may_be_run(name: str) -> None:
    assert os.access(FOLDER / name, os.X_OK)


def test_every_package_that_the_spec_collects_is_one_that_coach_needs() -> None:
    packages = set(re.findall(r'collect_\w+\("([^"]+)"', SPEC))
    assert {"coach", "spacy", "textual", "fpdf", "textual_serve"} <= packages
    assert [name for name in packages if find_spec(name) is None] == []


def test_only_modules_that_no_family_starts_are_left_out_of_coach() -> None:
    (names,) = re.findall(r'collect_submodules\("coach", .*startswith\(\((.+?)\)\)\)', SPEC)
    assert re.findall(r'"(.+?)"', names) == ["coach.training", "coach.proof.plugin"]


def test_the_folder_ships_the_compiled_rules_where_coach_looks_for_them() -> None:
    assert Path(rules_cache.__file__).with_name("rules.jsonl") == rules_cache.SHIPPED
    assert 'datas.append((str(compiled_rules), "coach"))' in SPEC
    assert re.search(r"^made=.*-name rules\.jsonl", (FOLDER / "try-out").read_text(encoding="utf-8"), re.MULTILINE)


def test_serve_starts_the_program_itself(start: dict[str, Any]) -> None:
    assert '[sys.executable, "-m", "coach"]' in Path(serve.__file__).read_text(encoding="utf-8")
    sys.argv[1:] = ["-m", "coach", "--lessons", "ours"]
    start["start"]()
    assert sys.argv == ["coach", "--lessons", "ours"]


def test_programs_that_coach_starts_get_the_systems_libraries(start: dict[str, Any]) -> None:
    start["start"]()
    assert "LD_LIBRARY_PATH" not in os.environ
    os.environ.update(LD_LIBRARY_PATH="/inside", LD_LIBRARY_PATH_ORIG="/own")
    start["start"]()
    assert os.environ["LD_LIBRARY_PATH"] == "/own"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


@pytest.mark.parametrize(
    ("arguments", "found", "opened"),
    [
        ([], "konsole", ["konsole", "-e", sys.executable]),
        ([], "xdg-terminal-exec", ["xdg-terminal-exec", sys.executable]),
        ([], "", None),
        (["check"], "konsole", None),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a double click opens a window")
def test_a_double_click_opens_a_terminal(
    start: dict[str, Any], monkeypatch: pytest.MonkeyPatch, arguments: list[str], found: str, opened: list[str] | None
) -> None:
    runs: list[list[str]] = []
    which: Callable[[str], str | None] = lambda name: f"/bin/{name}" if name == found else None  # noqa: E731
    monkeypatch.setattr("shutil.which", which)
    monkeypatch.setattr(os, "execv", lambda _, command: runs.append(command))
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    sys.argv[1:] = arguments
    start["start"]()
    assert runs == ([opened] if opened else [])


def test_the_workflow_may_only_read_and_holds_no_secret() -> None:
    assert re.findall(r"permissions:\n((?: +.+\n)+)", WORKFLOW) == ["  contents: read\n"]
    assert "secrets." not in WORKFLOW
    assert "pull_request_target" not in WORKFLOW
    assert "persist-credentials: false" in WORKFLOW
    assert {used.split("@")[0] for used in re.findall(r"uses: (.+)", WORKFLOW)} == {
        "actions/checkout",
        "actions/setup-python",
        "actions/upload-artifact",
    }


def test_what_a_family_reads_fits_any_window_and_any_editor() -> None:
    text = (FOLDER / "READ-ME.txt").read_text(encoding="utf-8")
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80
    assert "coach family forget" in " ".join(text.split())
