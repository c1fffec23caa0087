"""However Coach ends: the terminal is as it was before, the exit status says how, and nothing typed stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.cli.lifecycle import CLOSED, CRASHED
from coach.family import FamilyFile, family_path
from coach.models import Family

if os.name != "posix":
    pytest.skip("terminals of POSIX", allow_module_level=True)

from tests.running.terminal import PATIENCE, Terminal

SECRET = "zebrastripes"
QUIT, PALETTE, ENTER, F4, DOWN = "\x11", "\x10", "\r", "\x1bOS", "\x1bOB"
NO_CHECKER = """
import time
import coach.cli.app
def never(family):
    time.sleep(3600)
coach.cli.app.load_check = never
"""
"""The checker takes an hour to load."""
RAISES = """
from coach.tui.widgets.draft_editor import DraftEditor
def mark(self, flags):
    words = self.written
    if "zebra" in words:
        raise ValueError(words)
DraftEditor.mark = mark
"""
DEAF = "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
PAINTED, READY_SOON = "kind and careful", "getting ready"


@pytest.fixture(autouse=True)
def known_family() -> None:
    """The family was asked who it is, so that the app opens at home."""
    FamilyFile(family_path()).save(Family(was_asked=True))


def open_check(terminal: Terminal) -> None:
    """Go to the screen on which a draft is checked."""
    terminal.until(READY_SOON)
    terminal.type(PALETTE)
    terminal.until("Our agreement")
    seen = len(terminal.written)
    terminal.type("Check a draft")
    terminal.until("Look at words", seen)
    terminal.read(0.5)
    terminal.type(ENTER)
    terminal.until("I send this to")
    terminal.read(0.5)


def write(terminal: Terminal, words: str) -> None:
    """Type, letter by letter as it is drawn."""
    for letter in words:
        seen = len(terminal.written)
        terminal.type(letter)
        terminal.until(letter, seen)


def test_leaving_does_not_wait_for_the_checker_and_leaves_no_word_behind() -> None:
    with Terminal(before=NO_CHECKER) as terminal:
        open_check(terminal)
        write(terminal, SECRET)
        start = time.monotonic()
        terminal.type(QUIT)
        assert terminal.end() == 0
        assert time.monotonic() - start < 10
        assert terminal.is_as_before()
        assert SECRET.encode() not in terminal.after_it_left()
        assert b"\x1b]0;" not in terminal.written
        assert b"\x1b]2;" not in terminal.written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_that_ends_the_app_gives_the_terminal_back(number: signal.Signals) -> None:
    with Terminal(before=NO_CHECKER) as terminal:
        terminal.until(READY_SOON)
        terminal.process.send_signal(number)
        assert terminal.end() == 128 + number
        assert terminal.is_as_before()


@pytest.mark.parametrize(("before", "status"), [("", -signal.SIGHUP), (DEAF, CLOSED)], ids=["hung up", "deaf"])
def test_when_its_window_is_closed_coach_ends(before: str, status: int) -> None:
    with Terminal(before=NO_CHECKER + before) as terminal:
        terminal.until(READY_SOON)
        terminal.close()
        assert terminal.process.wait(PATIENCE) == status


def test_a_fault_is_told_without_what_was_typed() -> None:
    with Terminal(before=NO_CHECKER + RAISES) as terminal:
        open_check(terminal)
        terminal.type(SECRET)
        assert terminal.end() == CRASHED
        assert terminal.is_as_before()
        told = terminal.after_it_left().decode()
        assert "something went wrong inside Coach: ValueError" in told
        assert "coach.tui.widgets.draft_editor, line" in told
        assert "zebra" not in told


@pytest.mark.parametrize(
    "fault",
    [
        "raise ValueError('zebra')",
        "import threading; t = threading.Thread(target=int, args=['zebra']); t.start(); t.join()",
        "raise type('Zebra', (Exception,), {'__str__': lambda self: 'zebra'})('zebra')",
    ],
    ids=["in a command", "in a thread", "of an unknown kind"],
)
def test_a_fault_of_a_command_is_told_without_what_was_typed(fault: str) -> None:
    code = f"""
import sys
import time
import coach.cli.check
def run(args):
    words = args.text
    {fault}
    return 0
coach.cli.check.run = run
sys.argv[1:] = ["check", "zebra"]
from coach.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=300)
    assert "something went wrong inside Coach: " in done.stderr
    assert "zebra" not in done.stdout + done.stderr
    assert done.returncode == (0 if "Thread" in fault else CRASHED)


def test_sigterm_gives_back_a_terminal_that_shows_nothing_while_a_word_is_typed() -> None:
    with Terminal("family", "add", "name") as terminal:
        terminal.until("not shown while you type")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.modes_now() == terminal.modes_before


BUSY = """
from coach.tui.app import CoachApp
from coach.tui.screens.home import HomeScreen
HomeScreen.on_screen_resume = lambda self: self.set_interval(0.001, lambda: self.refresh(layout=True))
"""
"""The app draws without end."""


@pytest.mark.parametrize("before", [NO_CHECKER, NO_CHECKER + BUSY], ids=["at rest", "drawing"])
def test_stopped_and_woken_coach_draws_itself_again(before: str) -> None:
    with Terminal(before=before) as terminal:
        terminal.until(READY_SOON)
        terminal.read(0.5)
        for _ in range(3):
            seen = len(terminal.written)
            terminal.process.send_signal(signal.SIGTSTP)
            terminal.until(b"\x1b[?1049l", seen)
            terminal.read(0.3)
            assert terminal.is_as_before()
            seen = len(terminal.written)
            terminal.process.send_signal(signal.SIGCONT)
            terminal.until(PAINTED, seen)
        terminal.type(QUIT)
        assert terminal.end() == 0
        assert terminal.is_as_before()


def test_a_window_of_one_character_and_back() -> None:
    with Terminal(before=NO_CHECKER) as terminal:
        open_check(terminal)
        write(terminal, SECRET)
        for rows, columns in ((1, 1), (24, 80), (1, 200), (200, 1), (1, 1)):
            terminal.resize(rows, columns)
            terminal.read(0.3)
        seen = len(terminal.written)
        terminal.resize(24, 80)
        terminal.until(SECRET, seen)
        terminal.type(QUIT)
        assert terminal.end() == 0
        assert terminal.is_as_before()


def test_where_the_home_is_read_only_the_app_says_so_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    home = str(tmp_path / "home")
    with Terminal(before=NO_CHECKER, variables={"HOME": home, "COACH_FAMILY": f"{home}/family"}) as terminal:
        terminal.until("Who is here")
        terminal.type(F4)
        terminal.until("What should Coach call")
        terminal.type("Kim" + ENTER)
        terminal.until("12-14 years")
        for key in (DOWN, ENTER, ENTER):
            terminal.read(1)
            terminal.type(key)
        terminal.until("cannot be saved")
        terminal.until("Hello, Kim")
        terminal.type(QUIT)
        assert terminal.end() == 0


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_in_the_locale_c_the_app_opens_and_ends(locale: dict[str, str]) -> None:
    with Terminal(before=NO_CHECKER, variables=locale) as terminal:
        open_check(terminal)
        write(terminal, SECRET)
        terminal.type(" \u00e9\U0001f600")
        terminal.read(0.5)
        terminal.type(QUIT)
        assert terminal.end() == 0
        assert terminal.is_as_before()


def test_what_the_app_draws_never_goes_into_a_file(tmp_path: Path) -> None:
    with Terminal(errors=tmp_path / "errors") as terminal:
        assert terminal.end() == 2
    said = (tmp_path / "errors").read_text(encoding="utf-8")
    assert (
        said
        == "coach: the app needs a terminal it can draw in\n    fix: start `coach` in a terminal window, or add --plain\n"
    )


def test_a_terminal_that_cannot_draw_is_told_of_plain_mode() -> None:
    with Terminal(variables={"TERM": "dumb"}) as terminal:
        assert terminal.end() == 2
    assert "--plain" in terminal.text
    assert b"\x1b" not in terminal.written


STREAMS = ["<&-", ">&-", "2>&-", "</dev/null", ">/dev/null", "2>/dev/null", "<&- >&- 2>&-", "<&- 2>&-"]


COMMANDS = ["", "--plain", "family show", "family add name"]
CALLS = [
    *((command, streams) for command in COMMANDS for streams in STREAMS if ">&-" not in streams.replace("2>&-", "")),
    # Without an output Coach ends before it looks at its command.
    *((command, streams) for command in ("", "family show") for streams in (">&-", "<&- >&- 2>&-")),
    ("check hello", "2>&-"),
]


@pytest.mark.parametrize(("command", "streams"), CALLS)
def test_without_one_of_its_streams_coach_ends_in_good_order(command: str, streams: str) -> None:
    line = f'exec "{sys.executable}" -m coach {command} {streams}'
    done = subprocess.run(["sh", "-c", line], input="", capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in {0, 2}
    assert "went wrong" not in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("command", ["--help", "lessons list", "--plain", "lesson mean-words --plain", "family show"])
def test_words_that_a_terminal_has_no_letters_for_end_nothing(command: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    line = [sys.executable, "-m", "coach", *command.split()]
    done = subprocess.run(line, input=b"1\n" * 30, capture_output=True, check=False, timeout=300, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
