"""Which marks of a long walk share a page."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.chats.reading import ChatReading
from coach.models import Weight
from coach.models.thread import Between
from coach.threads import OpenedChat
from coach.threads.chat_walk import ChatWalk, FamilyAnswers, walk_through
from coach.threads.plan import planned
from coach.threads.walk_pages import FIRST, MANY, first_things, is_long, pages_of
from tests.small_chats import LONG, LURED, PRESSED, TEASED


@pytest.fixture
def walk(nlp: Language) -> ChatWalk:
    """A long walk."""
    return walk_through(nlp, OpenedChat.pasted(LONG), ChatReading(), FamilyAnswers("Mia", Between.FRIENDS))


def test_every_mark_is_on_one_page_and_numbered_as_it_is_walked(walk: ChatWalk) -> None:
    pages = pages_of(walk)
    walked = [mark for page in pages for mark in page.marks]
    assert sorted(mark.one.number for mark in walked) == [mark.one.number for mark in walk.marks]
    assert [page.first for page in pages[1:]] == [page.last + 1 for page in pages[:-1]]


def test_marks_of_one_concern_by_one_sender_share_a_page_and_each_kind_is_explained_once(walk: ChatWalk) -> None:
    assert is_long(walk)
    pages = pages_of(walk)
    assert [mark.one.place for mark in pages[0].marks] == [3, 5, 6, 8, 12], "looks, whatever comes between"
    assert len(pages) == 2
    for page in pages:
        assert len({mark.one.turn.sender for mark in page.marks}) == 1
        explained = [flag.category for _, flags in page.advised for flag in flags]
        assert len(explained) == len(set(explained))
        assert set(explained) == {flag.category for mark in page.marks for flag in mark.one.flags}
        assert page.repeats


def test_every_stop_is_explained_on_its_page(nlp: Language) -> None:
    long = walk_through(nlp, OpenedChat.pasted(LURED), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    pages = pages_of(long)
    assert is_long(long)
    assert len(pages) <= len(long.marks) / 2, "a child walks no further than it can"
    for page in pages:
        explained = {flag.category for _, flags in page.advised for flag in flags}
        stops = {flag.category for mark in page.marks for flag in mark.one.flags if flag.weight is Weight.STOP}
        assert stops <= explained


def test_what_to_do_first_is_the_plan_or_in_a_long_walk_the_first_step_of_what_weighs_most(
    nlp: Language, walk: ChatWalk
) -> None:
    pressed = walk_through(nlp, OpenedChat.pasted(PRESSED), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    assert first_things(pressed) == tuple(planned(pressed)) != ()
    heading, step = first_things(walk)
    assert heading == FIRST
    assert step in {flag.steps[0] for mark in walk.marks for flag in mark.one.flags}
    teased = walk_through(nlp, OpenedChat.pasted(TEASED), ChatReading(), FamilyAnswers("Mia", Between.FRIENDS))
    assert not first_things(teased)


def test_no_page_has_more_than_a_screen_of_marks(nlp: Language) -> None:
    chat = "\n".join(f"Max: ur {part} is so ugly\nMia: ok" for part in ("face", "nose", "hair", "chin", "neck") * 3)
    pages = pages_of(walk_through(nlp, OpenedChat.pasted(chat), ChatReading(), FamilyAnswers("Mia", Between.FRIENDS)))
    assert [len(page.marks) for page in pages] == [5, 5, 5]


def test_each_turn_of_a_page_is_shown_once(walk: ChatWalk) -> None:
    for page in pages_of(walk):
        shown = [one.number for one, _ in page.turns]
        assert shown == sorted(set(shown))
        assert [one for one, is_mark in page.turns if is_mark] == [mark.one for mark in page.marks]


def test_a_short_walk_has_a_page_for_each_mark(nlp: Language) -> None:
    short = walk_through(nlp, OpenedChat.pasted(PRESSED), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    assert len(short.marks) <= MANY
    assert [len(page.marks) for page in pages_of(short)] == [1] * len(short.marks)
