"""README's commands, examples and pictures do and show what README says."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from coach.cli.about import read_licences
from coach.family import FamilyFile, family_path
from tests.cli.running import coach, coach_process
from tests.pictures_for_readme import FOLDER, PICTURES, described, drawn
from tests.tui.states import HERE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMS = (ROOT / "coach/engine/README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ coach (check .+)$", README, re.MULTILINE)
SHOWN = [
    line.removeprefix("$ ")
    for block in re.findall(r"```(?:console)?\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if re.match(r"(?:\$ )?coach ", line) and line.removeprefix("$ coach ") not in COMMANDS
]
"""Every other command of Coach that stands in a block of its own, in README's order."""
NAMED = sorted(set(re.findall(r"`coach ([^`]+)`", README)))
OPENS = {"coach lesson strangers": "coach: the app needs a terminal"}
"""What opens the app, and how it says that there is no terminal here."""
SERVES = "coach serve --open"
"""What never ends; it has tests of its own."""
SPEEDS = "speed"
"""The plot that the benchmark writes."""
SHOWS = [shown.removeprefix("../../") for shown in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README + PROGRAMS)]
"""The pictures of README, and of the page for programs."""


@pytest.mark.parametrize("command", COMMANDS)
def test_check_commands_answer_as_shown(command: str) -> None:
    status, out, err = coach(*shlex.split(command))
    silent = README.split(command)[1].startswith("\nNothing to look at again.")
    assert (status, out.startswith("Nothing to look at again.\n"), err) == (0 if silent else 1, silent, "")


@pytest.mark.usefixtures("rules_ready")
def test_the_console_script_answers_as_the_command_does_here() -> None:
    given = shlex.split(COMMANDS[0])
    assert coach_process(*given) == coach(*given)


def test_readme_shows_flagged_and_silent_commands() -> None:
    assert len(COMMANDS) == 4


def test_every_command_shown_runs_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    FamilyFile(family_path()).save(HERE)
    (tmp_path / "words.txt").write_text("Oakfield Primary School\n")
    assert {*OPENS, SERVES} <= {*SHOWN}
    for line in SHOWN:
        if line != SERVES:
            command, _, file = line.partition(" < ")
            status, out, err = coach(*shlex.split(command)[1:], stdin=(tmp_path / file).read_bytes() if file else b"")
            assert err.startswith(OPENS.get(line, "")), line
            assert (status in {0, 1}, err) == (True, "") or line in OPENS, (line, out, err)
    assert (tmp_path / "01-kind-replies.md").exists()
    assert (tmp_path / "my-rules/unkind/looks/socks.toml").exists()
    assert (tmp_path / "our-agreement.pdf").exists()


def test_python_example_runs_and_its_comment_is_true() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102
    report, doc = names["report"], names["doc"]
    assert report.flags[0].phrase == "ur so ugly"  # type: ignore[attr-defined]
    assert [span.label_ for span in doc.spans["coach"]] == ["unkind/looks"]  # type: ignore[attr-defined]


def test_licences_are_those_that_the_command_prints() -> None:
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", README.partition("## Licences")[2], re.MULTILINE)
    assert rows[2:] == read_licences()


def test_the_first_screen_is_for_a_family() -> None:
    first = "\n".join(README.splitlines()[:32])
    assert all(
        words in first for words in ("nothing you type is sent", ".venv/bin/coach", "**F2** shows people who can help")
    )
    assert "JSON" not in first


@cache
def helped(*words: str) -> str:
    """What `--help` says of a command, or of the one that it belongs to."""
    status, told, _ = coach(*words, "--help")
    return told if status == 0 else helped(*words[:-1])


@pytest.mark.parametrize("named", NAMED)
def test_named_commands_and_their_options_exist(named: str) -> None:
    words = [word for word in named.split() if word.islower() and word.isalpha()][:2]
    told = helped(*words)
    assert not words or told.startswith(f"usage: coach {words[0]}")
    assert all(option in told for option in re.findall(r"--[a-z-]+", named)), named


def test_pictures_are_few_small_and_shown() -> None:
    assert sorted(SHOWS) == sorted(f".github/{name}.svg" for name in (*PICTURES, SPEEDS))
    assert sorted(SHOWS) == sorted(f".github/{file.name}" for file in FOLDER.glob("*.svg"))
    assert len(SHOWS) <= 5
    assert all((ROOT / shown).stat().st_size < 150_000 for shown in SHOWS)


@pytest.mark.parametrize("shown", SHOWS)
def test_a_picture_loads_nothing(shown: str) -> None:
    svg = (ROOT / shown).read_text(encoding="utf-8")
    assert not re.search(r"@font-face|@import|url\((?!#)|href=|<script", svg)


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_shows_the_app_as_it_is(name: str) -> None:
    _, screen = await drawn(PICTURES[name])
    known = described((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))
    assert screen == known, "fix: python -m tests.pictures_for_readme"
