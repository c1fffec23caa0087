"""The blocks to practise with: what they hold, and what can be wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import judge_sort
from coach.models import Partner, Sort, StepKind
from tests.course.writing import faults_in, lesson_of, write

SORT = """\
into: All, Friends
- a song -> All, Friends: Nobody can find you by a song.
- my street -> Friends: Friends know where you live.
- a joke -> All: Jokes may travel.
"""
CHAT = """\
with: PixelFox
who: stranger
# hello
PixelFox: hi!! which school: north or south?
You: who are you
- Say it -> told
- (Show my grown-up) -> shown
# told
PixelFox: cool
- Stop -> shown
- Go on -> hello
# shown
= Good.
= Two see more.
"""
SHOW = "on: the grown-up's phone\n- Open the settings.\n- Find the line.\n"


def block(kind: str, text: str) -> str:
    return f"## Here\n\n```{kind}\n{text}```\n"


def sort_of(folder: Path) -> Sort:
    sort = lesson_of(folder, block("sort", SORT)).steps[0].sort
    assert sort is not None
    return sort


def test_a_sort_has_boxes_and_things(tmp_path: Path) -> None:
    sort = sort_of(tmp_path)
    assert sort.boxes == ("All", "Friends")
    assert [item.boxes for item in sort.items] == [("All", "Friends"), ("Friends",), ("All",)]
    assert (sort.items[1].text, sort.items[1].line) == ("my street", 12)


def test_putting_a_thing_into_a_box_is_judged(tmp_path: Path) -> None:
    sort = sort_of(tmp_path)
    street = sort.items[1]
    assert judge_sort(sort, street, "Friends").passed
    wrong = judge_sort(sort, street, "All")
    assert not wrong.passed
    assert street.answer in wrong.words


def test_a_chat_has_places_replies_and_ends(tmp_path: Path) -> None:
    step = lesson_of(tmp_path, block("chat", CHAT)).steps[0]
    chat = step.chat
    assert chat is not None
    assert step.kind is StepKind.CHAT
    assert (chat.name, chat.partner) == ("PixelFox", Partner.STRANGER)
    assert [(one.speaker, one.text) for one in chat.start.bubbles] == [
        ("PixelFox", "hi!! which school: north or south?"),
        ("You", "who are you"),
    ]
    end = chat.place(chat.start.replies[1].goes_to)
    assert end.is_end
    assert end.teaches == "Good. Two see more."


def test_a_show_has_a_phone_and_things_to_do(tmp_path: Path) -> None:
    step = lesson_of(tmp_path, block("show", SHOW)).steps[0]
    assert step.kind is StepKind.SHOW
    assert step.show is not None
    assert (step.show.phone, step.show.items) == ("the grown-up's phone", ("Open the settings.", "Find the line."))


@pytest.mark.parametrize(
    ("kind", "text", "line", "column", "problem"),
    [
        ("sort", SORT.replace("into: All, Friends\n", ""), 9, 1, "`into` is missing"),
        ("sort", SORT.replace("All, Friends\n", "All\n"), 10, 1, "1 boxes, 1 of them different"),
        ("sort", SORT.replace("Friends: Friends", "Foes: Friends"), 12, 16, "unknown box `Foes`"),
        ("sort", SORT.replace(" -> All: Jokes", " All: Jokes"), 13, 1, "not a list item"),
        ("sort", SORT.replace("All, Friends\n", "All, Friends, Foes\n"), 10, 1, "nothing belongs in `Foes`"),
        (
            "sort",
            SORT.replace("- a joke -> All: Jokes may travel.\n", ""),
            9,
            1,
            "number of items to sort is 2: 3 to 8 allowed",
        ),
        ("show", SHOW.replace("on: the grown-up's phone\n", ""), 9, 1, "`on` is missing"),
        ("show", SHOW.replace("- Find the line.\n", ""), 9, 1, "number of things to do is 1: 2 to 6 allowed"),
        ("show", SHOW.replace("- Find", "Find"), 12, 1, "not a list item"),
        ("chat", CHAT.replace("with: PixelFox\n", ""), 9, 1, "`with` is missing"),
        ("chat", CHAT.replace("stranger", "robot"), 11, 1, "unknown partner `robot`"),
        ("chat", CHAT.replace("-> told", "-> nowhere"), 15, 13, "unknown place `nowhere`"),
        ("chat", CHAT.replace("# told", "# hello"), 17, 3, "duplicate place name: also on line 12"),
        ("chat", CHAT.replace("= Good.\n= Two see more.\n", "PixelFox: bye\n"), 21, 1, "a dead end"),
        ("chat", CHAT.replace("- Stop -> shown\n", ""), 17, 1, "number of replies is 1: 2 to 4 allowed"),
        (
            "chat",
            CHAT.replace("- Stop -> shown\n- Go on -> hello", "- Stop -> told\n- On -> told"),
            17,
            3,
            "the chat never ends from here",
        ),
        ("chat", CHAT.replace("-> told", "-> shown"), 17, 3, "unreachable place"),
        ("chat", CHAT + "- More -> hello\n", 21, 1, "both replies and an ending"),
        ("chat", CHAT.replace("PixelFox: cool", "so cool"), 18, 1, "not a line of a chat"),
        ("chat", CHAT.replace("# hello\n", ""), 12, 1, "a line before the first place"),
    ],
)
def test_what_is_wrong_in_a_block(tmp_path: Path, kind: str, text: str, line: int, column: int, problem: str) -> None:
    found = faults_in(write(tmp_path, block(kind, text)))
    assert any(fault[:2] == (line, column) and fault[2].startswith(problem) for fault in found), found


def test_more_care_than_a_thing_needs_is_right_where_boxes_grow_careful(tmp_path: Path) -> None:
    sort = sort_of(tmp_path)
    song, street, everything = sort.items
    assert not judge_sort(sort, everything, "Friends").passed
    careful = sort.model_copy(update={"grows_careful": True})
    verdict = judge_sort(careful, everything, "Friends")
    assert verdict.passed
    assert "this would be fine too: All." in verdict.words
    assert not judge_sort(careful, street, "All").passed, "too little care is never right"
    assert judge_sort(careful, song, "Friends").words == song.answer
