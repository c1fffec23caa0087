"""Nothing that is typed leaves the computer, and nothing is written but what the family keeps or saves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.privacy.evening import EXPORTED, KEPT_BY_FAMILY, NEVER_KEPT, NICKNAME, OWN_SCREENSHOT
from tests.rules_for_all import COMPILE, made_for_all

PROGRAM = """
from tests.privacy import watch
watch.begin()
from coach.cli.seal import seal
seal()
from tests.privacy.evening import main
main()
"""
ASKS_FOR_IPV6 = "socket.__new__ in socket"
"""What urllib3, which spaCy brings along, does on import: it makes a socket and sends nothing. It is refused too."""
ROOT = Path(__file__).parent.parent.parent


class Evening:
    """What one evening left behind."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.work, self.family = place / "work", place / "home" / ".local" / "share" / "coach"
        self.rules = place / "home" / ".cache" / "coach" / "rules.jsonl"
        """Where Coach keeps its own rules ready; another test says that they are these and nothing else."""
        for folder in ("home", "work", "temporary"):
            (place / folder).mkdir()
        Image.new("RGB", (60, 40), "#ffffff").save(self.work / OWN_SCREENSHOT)
        self.before = self.files()
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            env=self._environment(),
            cwd=self.work,
        )
        assert done.returncode == 0, done.stderr
        self.errors = done.stderr
        self.seen = json.loads(done.stdout.splitlines()[-1])

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "XDG_"))}
        home, temporary = str(self.place / "home"), str(self.place / "temporary")
        return {
            **kept,
            **self._hostile(),
            "HOME": home,
            "TMPDIR": temporary,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def _hostile(self) -> dict[str, str]:
        """What would have Textual write down all that is typed and shown, or tell it to a port of this computer."""
        log = {"TEXTUAL_LOG": str(self.place / "textual.log"), "TEXTUAL_SCREENSHOT_LOCATION": str(self.place)}
        return {**log, "TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_DEVTOOLS_PORT": "8081"}

    def files(self) -> dict[Path, bytes]:
        """Every file below the place, and what it holds."""
        return {path: path.read_bytes() for path in self.place.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """The evening; takes some fifteen seconds."""
    return Evening(tmp_path_factory.mktemp("evening"))


def test_no_way_out_of_the_computer_is_tried_and_no_other_program_is_called(evening: Evening) -> None:
    assert set(evening.seen["refused"]) <= {ASKS_FOR_IPV6}


def test_only_the_familys_folder_and_what_was_saved_is_written(evening: Evening) -> None:
    saved = {str(evening.work / name) for name in EXPORTED}
    family = evening.family
    folders = (family, *family.parents, *evening.rules.parents)
    made = {str(folder) for folder in folders if evening.place in folder.parents}
    coachs = (family, evening.rules.parent)
    others = {path for path in evening.seen["written"] if Path(path).parent not in coachs} - saved - made
    assert others == set()
    assert saved <= set(evening.seen["written"])


def test_what_is_left_is_the_familys_file_and_what_was_saved(evening: Evening) -> None:
    after = evening.files()
    lock = evening.family / "family.json.lock"
    saved = {evening.work / name for name in EXPORTED}
    assert set(after) - set(evening.before) - {lock} == {evening.family / "family.json", evening.rules, *saved}
    assert {path: after[path] for path in evening.before} == evening.before


def test_the_memory_of_the_evening_may_not_be_dumped(evening: Evening) -> None:
    assert evening.seen["core"] == [0, 0]


def test_the_rules_kept_ready_are_the_same_bytes_as_those_of_anybody_else(evening: Evening, tmp_path: Path) -> None:
    """Those of a process of its own: here tests share what is parsed, and that changes numbers in the automaton."""
    others = made_for_all() or made_alone(tmp_path / "rules.jsonl")
    assert evening.rules.read_bytes() == others.read_bytes()


def made_alone(file: Path) -> Path:
    """Let another process compile the rules."""
    subprocess.run([sys.executable, "-c", COMPILE, file], check=True, timeout=300, cwd=ROOT)
    return file


@pytest.mark.parametrize("mark", NEVER_KEPT)
def test_no_draft_and_no_message_is_in_any_file(evening: Evening, mark: str) -> None:
    holding = [path for path, content in evening.files().items() if mark.encode() in content]
    assert set(holding) <= {evening.rules}, "rules may hold the word: they are the same bytes as anybody's"
    assert mark not in evening.errors


@pytest.mark.parametrize("mark", KEPT_BY_FAMILY)
def test_what_the_family_keeps_is_in_its_file_and_in_what_it_saved_alone(evening: Evening, mark: str) -> None:
    holding = {path.name for path, content in evening.files().items() if mark.encode() in content}
    pages = {"page.md", "page.html", "page-of-shell.md"} if mark in {"porcupine", NICKNAME} else set()
    assert holding == {"family.json"} | pages
    assert mark not in evening.errors


def test_the_evening_did_what_it_says(evening: Evening) -> None:
    told = evening.seen["told"]
    for words in ("dromedary", "red-flag/secrecy", "porcupine", "T**********", "One moment", "It says:"):
        assert words in told, words
    assert "Thornquagga" not in told
