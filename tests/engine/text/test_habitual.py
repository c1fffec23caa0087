"""`be` behind a subject says what somebody is like; behind a verb that asks for it, it does not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.text.habitual import with_is
from coach.models import Message


@pytest.mark.parametrize("text", ["jaylen be so dumb", "he be mad two faced", "lol them lot be so thick"])
def test_a_habit_is_known(nlp: Language, text: str) -> None:
    assert check(nlp, Message(text=text)).flags


@pytest.mark.parametrize(
    "text",
    ["can mia be so thick in the play", "let him be thick", "dont be so thick", "they'll be thick slices", "be kind"],
)
def test_a_wish_or_a_question_stays_as_it_is(text: str) -> None:
    assert with_is(text) == text


@pytest.mark.parametrize("text", ["jaylen be so kind", "this soup be so thick", "i be so dumb before lunch"])
def test_a_calm_habit_stays_silent(nlp: Language, text: str) -> None:
    assert not check(nlp, Message(text=text)).flags
