"""The house stands on its layers: import contracts, fresh processes, linters and types."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def fresh(code: str) -> set[str]:
    """Which of the heavy packages are imported after `code` ran in a fresh process."""
    heavy = "[name for name in ('spacy', 'textual', 'pydantic', 'phonenumbers') if name in sys.modules]"
    program = f"import sys, json\n{code}\nprint(json.dumps({heavy}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("code", "imported"),
    [
        ("import coach", set()),
        ("import coach.cli", set()),
        ("from coach.cli import run\ntry: run(['--help'])\nexcept SystemExit: pass", set()),
        ("from coach.cli import run\nrun(['lessons', 'list'])", {"pydantic"}),
        ("from coach.cli import run\nrun(['rules', 'list'])", {"pydantic"}),
        ("import coach.models, coach.rules, coach.corpus, coach.course, coach.family", {"pydantic"}),
        ("import coach.proof.plugin", set()),
        ("from coach.cli import run\nrun(['check', '--no-family', '--jobs', '2', 'hi'])", {"pydantic"}),
        ("import coach.scale.crew, coach.scale.frames, coach.scale.dask_adapter", {"pydantic"}),
        ("import coach.tui.app", {"textual"}),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, imported: set[str]) -> None:
    assert fresh(code) == imported


def test_checking_does_not_import_the_app() -> None:
    assert "textual" not in fresh("import coach; coach.check('hi')")


@pytest.mark.parametrize(
    "command",
    [
        ["lint-imports", "--no-cache"],
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--check", "--no-cache", "."],
        ["mypy"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_linters_and_types_are_content(command: list[str]) -> None:
    program = Path(sys.executable).parent / command[0]
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_else_stands_on_top() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=False, cwd=ROOT)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {name.partition("/")[0] for name in listed.stdout.split("\0") if name}
    allowed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "coach", "lessons", "tests"}
    assert {name for name in top if not name.startswith(".")} <= allowed
