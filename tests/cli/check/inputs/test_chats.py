"""`coach check --file` reads an exported chat by message, without the names of who wrote them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli import run

FIXTURES = Path(__file__).parents[3] / "chats" / "fixtures"
ANDROID = "05/03/2026, 16:05 - Maisie Bell: {}\n05/03/2026, 16:06 - Tom: {}\n"


def flags_of(output: str) -> list[list[str]]:
    return [[flag["phrase"] for flag in each["flags"]] for each in json.loads(output)]


def test_a_senders_name_is_nothing_that_somebody_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "WhatsApp Chat with Tom.txt"
    path.write_text(ANDROID.format("ur so ugly", "ok see you"), encoding="utf-8")
    assert run(["check", "--rules-only", "--no-family", "--format", "json", "--file", str(path)]) == 1
    taken = capsys.readouterr()
    assert flags_of(taken.out) == [["ur so ugly"], []]
    assert "read as WhatsApp text" in taken.err


def test_a_message_is_named_by_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(ANDROID.format("hi", "ur so ugly"), encoding="utf-8")
    assert run(["check", "--rules-only", "--no-family", "--file", str(path)]) == 1
    assert "chat.txt, message 2" in capsys.readouterr().out


def test_what_cannot_be_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    path = FIXTURES / "telegram" / "full-export-damaged" / "result.json"
    assert run(["check", "--rules-only", "--no-family", "--file", str(path)]) == 2
    assert "it ends too early" in capsys.readouterr().err


def test_an_input_format_that_was_asked_for_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(ANDROID.format("hi", "bye"), encoding="utf-8")
    assert run(["check", "--rules-only", "--no-family", "--input", "lines", "--file", str(path)]) == 0
    assert "read as" not in capsys.readouterr().err


def test_dates_that_nobody_can_tell_apart_do_not_matter_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(ANDROID.format("ur so ugly", "bye").replace("05/03", "05/05"), encoding="utf-8")
    assert run(["check", "--rules-only", "--no-family", "--format", "json", "--file", str(path)]) == 1
    assert flags_of(capsys.readouterr().out) == [["ur so ugly"], []]
