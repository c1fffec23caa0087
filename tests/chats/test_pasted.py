"""Pasted lines: every fixture as an independent hand expects it, and shapes that the fixtures do not have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.pasted import PastedLines
from coach.chats.reader import ChatFile, Read
from coach.errors import InputError
from coach.models.thread import DateOrder, SystemLine, Turn, Unread
from tests.chats.expected import FIXTURES, RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = PastedLines()
NOT_A_CHAT = "no-chat-damaged"


def pasted(text: str) -> ChatFile:
    return ChatFile(Path("pasted text"), pasted=text.encode())


def read(text: str, dates: DateOrder | None = None) -> list[Read]:
    file = pasted(text)
    assert READER.claims(file, file.start())
    return list(READER.read(file, dates))


def said(records: list[Read]) -> list[tuple[str, str]]:
    return [(each.sender, each.text) for each in records if isinstance(each, Turn)]


@pytest.mark.parametrize("folder", fixtures("pasted", but=[NOT_A_CHAT]), ids=lambda folder: folder.name)
def test_every_line_of_every_form(folder: Path) -> None:
    [path] = exported(folder)
    found = read(path.read_text(encoding="utf-8"))
    assert share_right(found, folder) >= RIGHT
    assert_as_expected(found, folder)


def test_a_list_is_not_a_chat() -> None:
    [path] = exported(FIXTURES / "pasted" / NOT_A_CHAT)
    assert not READER.claims(ChatFile(path), ChatFile(path).start())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "Note: bring water\nLink: https://example.com\n",
        "We went home.\nIt was late: very late.\nWe had two things: bread and milk.\nThen bed.\n",
        "Max: one line alone",
        "https://example.com: a\nhttps://example.org: b\n",
    ],
)
def test_other_texts_are_not_claimed(text: str) -> None:
    assert not READER.claims(pasted(text), pasted(text).start())


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("[17:04, 19/03/2024] Max: hi", "2024-03-19T17:04"),
        ("[19/03/2024 17:04] Max: hi", "2024-03-19T17:04"),
        ("[2024-03-19, 5:04 PM] Max: hi", "2024-03-19T17:04"),
        ("[17:04]Max: hi", None),
        ("5:04 pm Max: hi", None),
        ("19/03/2024 17:04 Max: hi", "2024-03-19T17:04"),
        ("Max — 19/03/2024 17:04\nhi", "2024-03-19T17:04"),
        ("Max — 03/19/2024 5:04 PM\nhi", "2024-03-19T17:04"),
        ("Max — Today at 17:04\nhi", None),
        ("Max – Yesterday at 5:04 PM\nhi", None),
        ("Max, [19.03.2024 17:04]\nhi", "2024-03-19T17:04"),
        ("Max  5:04 PM\nhi", None),
        ("Max\t17:04\nhi", None),
        ("Max  19/03/2024 17:04\nhi", "2024-03-19T17:04"),
    ],
)
def test_shapes_of_one_message(line: str, time: str | None) -> None:
    assert read(line) == [Turn("Max", "hi", datetime.fromisoformat(time) if time else None)]


def test_words_that_a_window_adds_to_an_edited_message() -> None:
    assert read("Max — Today at 17:04\nhi (edited)\n") == [Turn("Max", "hi", is_edited=True)]


def test_the_order_of_the_date_may_have_to_be_asked_for() -> None:
    text = "[17:04, 03/04/2024] Max: hi\n"
    with pytest.raises(InputError, match=r"pasted text: .* 03/04/2024 may be 2024-04-03 or 2024-03-04"):
        read(text)
    assert read(text, DateOrder.MONTH_FIRST) == [Turn("Max", "hi", datetime.fromisoformat("2024-03-04T17:04"))]


def test_a_time_that_does_not_exist_is_unread_with_all_its_lines() -> None:
    found = read("[15:33] Ada: hi\n[25:71] Ada: is that\na time\n[15:34] Max: no\n")
    assert [each.line for each in found if isinstance(each, Unread)] == [2]
    assert said(found) == [("Ada", "hi"), ("Max", "no")]


def test_a_colon_within_words_does_not_make_a_name() -> None:
    text = "Max: u on?\nIvy: yes\nMax: ok\nso: first we eat\nPS: bring water\nhttps://example.com\nIvy: deal\n"
    assert said(read(text)) == [
        ("Max", "u on?"),
        ("Ivy", "yes"),
        ("Max", "ok\nso: first we eat\nPS: bring water\nhttps://example.com"),
        ("Ivy", "deal"),
    ]


def test_a_name_in_small_letters_is_one_where_all_are() -> None:
    assert said(read("max: hi\nivy: hello\n")) == [("max", "hi"), ("ivy", "hello")]


def test_a_person_who_speaks_once_is_a_person() -> None:
    assert said(read("max: hi\nmax: u there\nGrandma: hello dears\n"))[-1] == ("Grandma", "hello dears")


def test_a_person_in_small_letters_who_speaks_once_is_a_person_where_every_line_has_one() -> None:
    assert said(read("kay: send it\nmia: what\nkay: go on\n")) == [
        ("kay", "send it"),
        ("mia", "what"),
        ("kay", "go on"),
    ]
    assert said(read("kay: bring these\nmap: page 4\nthen we go\nkay: ok\n"))[0] == (
        "kay",
        "bring these\nmap: page 4\nthen we go",
    )


def test_a_school_subject_that_comes_again_is_nobody() -> None:
    text = "Mia: whats the hw\nmaths: page 4\nenglish: read ch 2\nAna: thx\nMia: so\nmaths: page 4\nFriday: test\nAna: ok\n"
    assert said(read(text)) == [
        ("Mia", "whats the hw\nmaths: page 4\nenglish: read ch 2"),
        ("Ana", "thx"),
        ("Mia", "so\nmaths: page 4\nFriday: test"),
        ("Ana", "ok"),
    ]


def test_a_message_without_words_has_its_sender() -> None:
    assert said(read("Ann: hi\nBen:\nAnn: you there\n")) == [("Ann", "hi"), ("Ben", ""), ("Ann", "you there")]


def test_a_known_name_alone_begins_a_message() -> None:
    assert said(read("Max: hi\nIvy: hello\nMax: yo\nMax:\nhow are you\n"))[-1] == ("Max", "how are you")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from(["[17:04] ", "Max: ", "\n", " — ", "  17:04", "\t", "[", "99/99/2024 ", "19/03/2024 17:04", ": "]) | st.text(max_size=6)))  # fmt: skip
def test_any_text_is_read_or_refused(tmp_path: Path, lines: list[str]) -> None:
    survives(READER, tmp_path / "chat.txt", "".join(lines).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", ["discord-copy", "bracket-time"])
def test_any_damage_is_read_or_refused(tmp_path: Path, name: str) -> None:
    [path] = exported(FIXTURES / "pasted" / name)
    for content in spoiled(path.read_bytes(), seed=4, times=40):
        survives(READER, tmp_path / "chat.txt", content)


def test_somebody_may_be_called_http() -> None:
    text = "http: hello\nMia: hi\nhttp: how are u\nMia: look\nhttps://example.com/a b\n"
    assert said(read(text)) == [
        ("http", "hello"),
        ("Mia", "hi"),
        ("http", "how are u"),
        ("Mia", "look\nhttps://example.com/a b"),
    ]


def test_a_line_of_the_app_belongs_to_no_message() -> None:
    found = read("Mia: k\nOrla: its just a joke\nMia left\nLena: finally\nMia: bye\nOrla: well\nmy brother left\n")
    assert [each for each in found if isinstance(each, SystemLine)] == [SystemLine(3)]
    assert ("Orla", "its just a joke") in said(found)
    assert ("Orla", "well\nmy brother left") in said(found), "somebody wrote this"
