"""Ctrl+C comes between two answers, never within one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from coach.cli import INTERRUPTED, run
from coach.cli.check.formats.json_reports import JsonList
from coach.cli.check.formats.writer import Answer
from coach.cli.interrupts import CTRL_C, CtrlC, interrupts

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def not_ignored() -> Iterator[None]:
    """Ctrl+C interrupts, also where who runs the tests has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


class Interrupted(StringIO):
    """A file into which the nth piece is written while Ctrl+C comes."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.left = number

    def write(self, text: str) -> int:
        self.left -= 1
        if not self.left:
            interrupt()
        return super().write(text)


def answers() -> Iterator[Answer]:
    for at in range(3):
        yield Answer([f'{{"id": {at},', f' "flags": [{at}]}}'], ())


@pytest.mark.parametrize("number", range(1, 10))
def test_what_is_written_while_ctrl_c_comes_is_written_whole(number: int) -> None:
    out = Interrupted(number)
    with pytest.raises(KeyboardInterrupt):
        JsonList().write(answers(), out)
    assert [each["id"] for each in json.loads(out.getvalue())] == list(range((number - 1) // 3 + 1))


def test_the_second_one_does_not_wait() -> None:
    reached = []

    def press_twice() -> None:
        with interrupts() as taken, taken.held():
            interrupt()
            reached.append("one")
            interrupt()
            reached.append("two")

    with pytest.raises(KeyboardInterrupt):
        press_twice()
    assert reached == ["one"]


def test_outside_it_comes_at_once_and_afterwards_as_before() -> None:
    with interrupts(), pytest.raises(KeyboardInterrupt):
        interrupt()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_it_is_ignored_it_stays_so() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupts() as taken, taken.held():
            interrupt()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def test_a_librarys_error_after_ctrl_c_is_the_interrupt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pressed = CtrlC()
    monkeypatch.setattr("coach.cli.CTRL_C", pressed)
    signal.signal(signal.SIGINT, pressed)

    def turn_it_into_another_error(_: object) -> int:
        with suppress(KeyboardInterrupt):
            interrupt()
        raise ValueError("of a compiled library")

    monkeypatch.setattr("coach.cli._run", turn_it_into_another_error)
    assert run(["lessons", "list"]) == INTERRUPTED
    assert capsys.readouterr().err == ""


def test_the_handler_of_a_running_command_is_put_back() -> None:
    signal.signal(signal.SIGINT, CTRL_C)
    with interrupts(), pytest.raises(KeyboardInterrupt):
        interrupt()
    assert signal.getsignal(signal.SIGINT) is CTRL_C


def test_an_import_that_is_interrupted_ends_the_process_silently(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGINT); print('went on')")
    code = "import signal; from coach.cli.interrupts import CTRL_C; signal.signal(signal.SIGINT, CTRL_C); import slow"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
