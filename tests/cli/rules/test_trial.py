"""`coach rules try`, and rules of one's own with `--rules`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli import run
from tests.cli.running import coach
from tests.proof.test_plugin import RULE
from tests.running.terminal import Terminal


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one rule."""
    path = tmp_path / "unkind/looks/fence.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    return tmp_path


def test_a_message_is_tried_with_rules_of_ones_own(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "try", "ur", "teeth look like a fence loser", "--rules", str(own), "--own-rules-only"]) == 0
    out = capsys.readouterr().out
    assert "> flagged, weight pause" in out
    assert '"loser"' not in out


@pytest.mark.parametrize("text", ["get off the team already", "ur such a loser", "hi there"])
def test_what_check_flags_is_what_try_explains(text: str) -> None:
    told = coach("rules", "try", text)[1]
    flags = json.loads(coach("check", "--no-family", "--format", "json", text)[1])[0]["flags"]
    assert told.count("> flagged, weight") == len(flags)
    for flag in flags:
        assert flag["phrase"] in told
        assert flag["rule"] in told
    assert ("and the second reader finds nothing" in told) is (not flags)


def test_the_second_reader_is_named_and_can_be_left_out() -> None:
    told = coach("rules", "try", "ur teeth look like a piano someone sat on")[1]
    assert "(second reader)" in told
    assert "add --rules-only to leave it out" in told
    assert "The second reader and your family's own words were not looked" in coach(
        "rules", "try", "--rules-only", "get off the team already"
    )[1].replace("\n", " ")


def test_a_folder_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "try", "hi", "--rules", "no-such-folder"]) == 2
    assert "no-such-folder is not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["rules", "try"], ["check", "--no-family"]])
@pytest.mark.parametrize("text", [[], ["-"]])
def test_a_message_comes_from_standard_input(command: list[str], text: list[str]) -> None:
    status, out, err = coach(*command, *text, stdin=b"ur so ugly\r\n")
    assert (status, err) == (int(command[0] == "check"), "")
    assert "ur so ugly" in out


@pytest.mark.usefixtures("rules_ready")
@pytest.mark.parametrize("command", ["rules try --rules", "check"])
def test_a_message_is_asked_for_at_a_terminal(command: str, own: Path) -> None:
    folder = (
        [str(own), "--own-rules-only"] if "--rules" in command else []
    )  # without it the process would read and compile all rules
    with Terminal(*command.split(), *folder) as terminal:
        terminal.until("Type the message")
        terminal.type("ur so ugly, ur teeth look like a fence\r\x04")
        assert terminal.end() == int(command == "check")
    assert "unkind, looks" in terminal.text or "unkind/looks" in terminal.text


@pytest.mark.parametrize("command", ["rules try", "check"])
def test_help_shows_the_prompt_and_the_pipe_before_all_else(command: str) -> None:
    told = coach(*command.split(), "--help")[1]
    before = told.partition("TEXT  ")[0]
    assert f"coach {command} " in before
    assert f"coach {command} < draft.txt" in before
    assert "history and the list of processes" in before


def test_a_long_message_and_one_that_is_no_utf8_are_refused() -> None:
    assert coach("rules", "try", stdin=b"hi " * 50_000)[0] == 2
    assert "UTF-8" in coach("rules", "try", stdin=b"\xff")[2]


def test_letters_of_another_encoding_are_tried_as_they_were_meant() -> None:
    assert "don’t tell" in coach("rules", "try", "--received", "donâ\x80\x99t tell ur mum")[1]
