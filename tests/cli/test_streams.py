"""Streams that cannot take a character or are closed, and Ctrl+C at any moment, end nothing with a fault."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.cli import run
from tests.shipped import share_loaded

ROOT = Path(__file__).parents[2]
EMOJI = "ur so ugly \N{GRINNING FACE} né"


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(
    "arguments",
    [("help-lines", "FR"), ("rules", "try", "friends", EMOJI), ("check", "--rules-only", EMOJI), ("lessons", "list")],
)
def test_a_character_that_the_terminal_lacks_is_replaced(
    arguments: tuple[str, ...], encoding: str, errors: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, errors) for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    share_loaded(monkeypatch)
    assert run(arguments) in {0, 1, 2}


def test_messages_are_forgotten_where_standard_error_is_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["check", "--rules-only", "--file", "no-such-file"]) == 2
    assert capsys.readouterr().out == ""
    sys.stderr.close()


@pytest.mark.parametrize("arguments", [["lessons", "lint"], ["check", "hi"], ["family", "show"], ["rules", "list"]])
@pytest.mark.parametrize("option", [["--lessons", "."], ["--plain"]])
def test_an_option_that_a_command_ignores_is_refused(
    option: list[str], arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*option, *arguments]) == 2
    assert "cannot be used with this command" in capsys.readouterr().err


def test_the_folder_before_the_command_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "01-broken.md").write_text("nope", encoding="utf-8")
    assert run(["--lessons", str(tmp_path), "lessons", "list"]) == 0
    assert "01-broken.md" in capsys.readouterr().out


@pytest.mark.parametrize("seconds", [0.08, 0.15, 0.25, 0.4])
def test_ctrl_c_while_coach_starts_shows_no_traceback(seconds: float) -> None:
    begin = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    call = "sys.argv[1:] = ['lessons', 'list']; print(flush=True); main()"
    code = f"{begin}; import sys; from coach.__main__ import main; {call}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=-1, stderr=-1, env=env, text=True) as started:
        assert started.stdout is not None
        started.stdout.readline()
        time.sleep(seconds)
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=300)
    assert err == ""
    assert started.returncode in {0, 130, -signal.SIGINT}
