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


def test_every_mark_is_on_one_page_in_order(walk: ChatWalk) -> None:
    pages = pages_of(walk)
    assert [mark for page in pages for mark in page.marks] == list(walk.marks)
    assert [page.first for page in pages[1:]] == [page.last + 1 for page in pages[:-1]]


def test_marks_that_were_explained_share_a_page_and_others_do_not(walk: ChatWalk) -> None:
    assert is_long(walk)
    pages = pages_of(walk)
    assert any(len(page.marks) > 1 for page in pages)
    for page in pages:
        assert len({mark.one.turn.sender for mark in page.marks}) == 1
        if len(page.marks) > 1:
            before = next(one for one in pages if one.last == page.first - 1)
            explained = {flag.category for mark in before.marks for flag in mark.one.flags}
            assert {flag.category for mark in page.marks for flag in mark.one.flags} <= explained


def test_each_turn_of_a_page_is_shown_once(walk: ChatWalk) -> None:
    for page in pages_of(walk):
        shown = [one.number for one, _ in page.turns]
        assert shown == sorted(set(shown))
        assert [one for one, is_mark in page.turns if is_mark] == [mark.one for mark in page.marks]


def test_a_short_walk_has_a_page_for_each_mark(nlp: Language) -> None:
    short = walk_through(nlp, OpenedChat.pasted(PRESSED), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    assert len(short.marks) <= MANY
    assert [len(page.marks) for page in pages_of(short)] == [1] * len(short.marks)
