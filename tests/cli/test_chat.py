"""`coach chat`: an exported conversation as text, JSON and a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli import run
from coach.cli.chat.text import SAME_STEPS
from tests.cli.running import coach

FIXTURES = Path(__file__).parents[1] / "chats" / "fixtures"
LINES = """05/03/2026, 16:05 - Rexo: ur the best builder on this server
05/03/2026, 16:06 - Mia: thx lol
13/03/2026, 16:07 - Rexo: how old r u
13/03/2026, 16:08 - Mia: 10
13/03/2026, 16:09 - Rexo: dont tell ur mum we talk <b>ok</b>
13/03/2026, 16:10 - Rexo: send a pic of u so i know its u
"""


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "WhatsApp Chat with Rexo.txt"
    path.write_text(LINES, encoding="utf-8")
    return path


def called(path: Path, *options: str) -> int:
    return run(["chat", str(path), "--rules-only", "--no-family", *options])


def test_text_says_what_was_read_and_where_it_turned(chat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(chat, "--me", "mia") == 1
    out = capsys.readouterr().out
    assert out.startswith("6 messages read from 2 people.\n")
    assert "Where it turned, with Rexo:" in out
    assert "\n3. Fri 13 Mar 2026, 16:07, Rexo:\n" in out
    assert "Keeping it secret: message 5, " in out
    assert "Mia (sent):" in out
    assert out.rstrip().endswith("messages to look at together.")


def test_what_to_do_is_written_once_where_it_stays_the_same(chat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(chat, "--me", "mia") == 1
    out = capsys.readouterr().out
    assert out.count("Show it to a grown-up you trust.") == 1
    assert out.count(SAME_STEPS.format(place=1)) == 3


def test_json_has_every_turn_in_order(chat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(chat, "--me", "Mia", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [turn["turn"] for turn in found["turns"]] == list(range(6))
    assert [turn["mine"] for turn in found["turns"]] == [False, True] * 2 + [False] * 2
    assert found["read"] == 6
    assert found["unread"] == []
    assert {"secrecy", "picture-or-meeting"} <= {one["stage"] for one in found["stages"]}
    assert found["turns"][0]["time"] == "2026-03-05T16:05:00"


def test_text_page_and_json_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("Max: hi\nMia: hey\nMax: ur so ugly lol\nMia: thats not funny\n", encoding="utf-8")
    said = {}
    for form in ("text", "html", "json"):
        assert called(path, "--me", "Mia", "--format", form) == 1
        said[form] = capsys.readouterr().out
    for form in ("text", "html"):
        for words in ("(about you)", "Practise together:", "coach lesson it-happens-to-me", "it was not funny."):
            assert words in " ".join(said[form].split()), form
    assert json.loads(said["json"])["answered"] == [{"turn": 2, "words": "not funny", "answer": 3}]


def test_the_page_escapes_what_was_written_and_runs_nothing(chat: Path, tmp_path: Path) -> None:
    out = tmp_path / "chat.html"
    assert called(chat, "--me", "Mia", "--format", "html", "--out", str(out)) == 1
    page = out.read_text(encoding="utf-8")
    assert "&lt;b&gt;ok&lt;/b&gt;" in page
    assert "<script" not in page
    assert page.count('<li class="theirs"') == 4
    assert page.count('<li class="mine"') == 2
    assert 'id="m0"' not in page
    assert '<a href="#m5">message 5</a>, <q>dont tell ur mum' in page
    assert '16:09, 5</small></p>\n<p class="message" dir="auto"><mark' in page.replace(' id="m5"', "")


def test_lines_that_cannot_be_read_are_named(chat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chat.write_text("what is this\n" + LINES, encoding="utf-8")
    assert called(chat, "--me", "Mia") == 2
    assert "6 messages read from 2 people, 1 line not readable: 1." in capsys.readouterr().out


def test_a_chat_that_was_read_in_part_is_not_called_calm(chat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chat.write_text(
        "what is this\n" + "13/03/2026, 16:06 - Mia: thx lol\n13/03/2026, 16:07 - Tom: ok\n" * 2, encoding="utf-8"
    )
    assert called(chat, "--me", "Mia") == 2
    out = capsys.readouterr().out
    assert "Nothing to look at again." not in out
    assert "that could be read" in out


def test_a_file_that_was_cut_is_read_to_there_and_not_called_calm(capsys: pytest.CaptureFixture[str]) -> None:
    assert called(FIXTURES / "telegram" / "full-export-damaged" / "result.json") == 2
    out = capsys.readouterr().out
    assert "The file cannot be read to its end: export the chat again for the rest." in " ".join(out.split())
    assert "Nothing to look at again." not in out


def test_dates_that_nobody_can_tell_apart_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("05/06/2026, 16:05 - Rexo: hi\n05/06/2026, 16:06 - Mia: hi\n", encoding="utf-8")
    assert called(path) == 2
    assert "--dates dmy" in capsys.readouterr().err
    assert called(path, "--dates", "dmy", "--me", "Mia") == 0
    assert "Nothing to look at again." in capsys.readouterr().out


def test_a_file_that_is_no_chat_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "essay.txt"
    path.write_text("Once upon a time there was a fox.\n", encoding="utf-8")
    assert called(path) == 2
    assert "not a chat that Coach knows" in capsys.readouterr().err


def test_nobody_said_who_the_child_is(chat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(chat) == 1
    assert "Coach does not know which of these is the child: Rexo, Mia." in capsys.readouterr().out.replace("\n", " ")


def test_a_file_without_names_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    log = next((FIXTURES / "game-logs/roblox-client-log").glob("*.log"))
    called(log)
    out = " ".join(capsys.readouterr().out.split())
    assert out.startswith(
        "52 messages read, without names, 6 lines that the app wrote itself. This file does not say who wrote what:"
    )


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_chat_in_another_language_is_not_called_calm(
    chat: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    said = ("wie alt bist du", "bin 11 und du", "schick mir ein foto von dir", "ok")
    chat.write_text("".join(f"13/03/2026, 16:0{at} - Kai: {text}\n" for at, text in enumerate(said)), encoding="utf-8")
    assert called(chat, "--format", form) == 2
    out = " ".join(capsys.readouterr().out.split())
    if form == "json":
        assert json.loads(out)["not_english"] == [{"turn": at, "language": "German"} for at in range(3)]
        return
    assert "3 messages seem to be in a language that Coach does not read: German." in out
    assert "Nothing to look at again." not in out


def test_a_chat_is_read_from_standard_input() -> None:
    lines = b"Max: hi\nMia: hey\nMax: ur so ugly lol\n"
    status, out, err = coach("chat", "-", "--me", "Mia", "--rules-only", "--no-family", stdin=lines)
    assert (status, err) == (1, "")
    assert out.startswith("3 messages read from 2 people.")
    status, out, err = coach("chat", "-", "--rules-only", "--no-family", stdin=b"no chat")
    assert (status, out) == (2, "")
    assert err.startswith("coach: standard input: not a chat that Coach knows")


def test_who_writes_nothing_is_refused_as_the_child_with_the_names_of_those_who_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("Max: hi\nAda: hey\nMax: mia is so ugly\n", encoding="utf-8")
    assert called(path, "--me", "Mia") == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "nobody writes in this chat as 'Mia' fix: give --me one of these names: Max, Ada, or leave --me out" in said


@pytest.mark.parametrize("nothing", [b"", b" \n\n"])
def test_empty_standard_input_is_not_called_a_file(nothing: bytes) -> None:
    status, out, err = coach("chat", "-", "--rules-only", "--no-family", stdin=nothing)
    assert (status, out) == (2, "")
    assert "standard input is empty" in err
    assert "the file" not in err.partition("fix:")[0]


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_chat_that_sounds_online_says_which_option_to_try(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("Sam: what school u go to\nMia: oakfield\nSam: nice\n", encoding="utf-8")
    called(path, "--me", "Mia", "--format", form)
    assert "--between online" in " ".join(capsys.readouterr().out.split())
    called(path, "--me", "Mia", "--format", form, "--between", "friends")
    assert "--between online" not in capsys.readouterr().out
