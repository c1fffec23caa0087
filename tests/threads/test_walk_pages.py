"""Which marks of a long walk share a page."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.chats.reading import ChatReading
from coach.models.thread import Between
from coach.threads import OpenedChat
from coach.threads.chat_walk import ChatWalk, FamilyAnswers, walk_through
from coach.threads.walk_pages import MANY, is_long, pages_of
from tests.small_chats import LONG, PRESSED


@pytest.fixture
def walk(nlp: Language) -> ChatWalk:
    """A long walk."""
    return walk_through(nlp, OpenedChat.pasted(LONG), ChatReading(), FamilyAnswers("Mia", Between.FRIENDS))


def test_every_mark_is_on_one_page_and_numbered_as_it_is_walked(walk: ChatWalk) -> None:
    pages = pages_of(walk)
    walked = [mark for page in pages for mark in page.marks]
    assert sorted(mark.one.number for mark in walked) == [mark.one.number for mark in walk.marks]
    assert [page.first for page in pages[1:]] == [page.last + 1 for page in pages[:-1]]


def test_what_was_explained_shares_a_page_right_behind_it_and_weighs_no_more(walk: ChatWalk) -> None:
    assert is_long(walk)
    pages = pages_of(walk)
    assert [mark.one.place for mark in pages[1].marks] == [5, 6, 8, 12], "looks, whatever comes between"
    for page in pages:
        assert len({mark.one.turn.sender for mark in page.marks}) == 1
        if len(page.marks) > 1:
            before = next(one for one in pages if one.last == page.first - 1)
            explained = {flag.category: flag.weight.rank for mark in before.marks for flag in mark.one.flags}
            for flag in (flag for mark in page.marks for flag in mark.one.flags):
                assert flag.weight.rank <= max(explained.values())
                assert flag.category in explained


def test_no_page_has_more_than_a_screen_of_marks(nlp: Language) -> None:
    chat = "\n".join(f"Max: ur {part} is so ugly\nMia: ok" for part in ("face", "nose", "hair", "chin", "neck") * 3)
    pages = pages_of(walk_through(nlp, OpenedChat.pasted(chat), ChatReading(), FamilyAnswers("Mia", Between.FRIENDS)))
    assert [len(page.marks) for page in pages] == [1, 4, 4, 4, 2]


def test_each_turn_of_a_page_is_shown_once(walk: ChatWalk) -> None:
    for page in pages_of(walk):
        shown = [one.number for one, _ in page.turns]
        assert shown == sorted(set(shown))
        assert [one for one, is_mark in page.turns if is_mark] == [mark.one for mark in page.marks]


def test_a_short_walk_has_a_page_for_each_mark(nlp: Language) -> None:
    short = walk_through(nlp, OpenedChat.pasted(PRESSED), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    assert len(short.marks) <= MANY
    assert [len(page.marks) for page in pages_of(short)] == [1] * len(short.marks)
