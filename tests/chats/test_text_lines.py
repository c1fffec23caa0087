"""Lines of text in the encodings that phones and editors save."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.chats import text_lines
from coach.chats.reader import START, ChatFile
from coach.chats.text_lines import FileLine, first_lines, lines_of


def lines(content: bytes) -> list[FileLine]:
    return list(lines_of(ChatFile(Path("chat.txt"), pasted=content)))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "für dich ☺\nTschüß\n"),
        ("utf-8-sig", "für dich ☺\nTschüß\n"),
        ("utf-16", "für dich ☺\nTschüß\n"),
        ("utf-16-le", "for you all\nand for me\n"),
        ("utf-16-be", "for you all\nand for me\n"),
        ("utf-32", "für dich ☺\nTschüß\n"),
        ("cp1252", "für dich – und „Zoé“\nTschüß\n"),
        ("cp1251", "Привет, как твои дела сегодня?\nХорошо, спасибо большое, увидимся завтра вечером\n"),
    ],
)
def test_encodings(encoding: str, text: str) -> None:
    assert [each.text for each in lines(text.encode(encoding))] == text.splitlines()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_breaks(end: str) -> None:
    found = lines(f"a{end}{end}b{end}".encode())
    assert [(each.number, each.text, each.is_cut) for each in found] == [
        (1, "a", False),
        (2, "", False),
        (3, "b", False),
    ]


def test_the_last_line_of_a_file_that_was_cut() -> None:
    assert [each.is_cut for each in lines(b"a\nb")] == [False, True]


def test_a_line_in_another_encoding_is_read_and_one_in_none_is_not() -> None:
    found = lines("für\n".encode() + b"caf\xe9\n\x00\xff\x8f\nend\n")
    assert [each.text for each in found if not each.problem] == ["für", "café", "end"]
    assert [each.number for each in found if each.problem] == [3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_that_is_too_long_is_named(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_lines, "MAX_LINE", 50)
    found = lines(("a" * 170 + "\nb\n" + "c" * 60).encode(encoding))
    assert [(each.number, each.problem) for each in found] == [
        (1, "the line is too long"),
        (2, ""),
        (3, "the line is too long"),
    ]


def test_first_lines_leave_out_what_is_cut_off() -> None:
    assert first_lines(b"a\nb") == ["a", "b"]
    assert first_lines((b"a\n" * START)[:START]) == ["a"] * (START // 2 - 1)
