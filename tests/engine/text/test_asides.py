"""An aside between a verb and what is said of its subject hides nothing; every character keeps its place."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.text.asides import without_asides, without_two_asides
from coach.models import Message


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("they r, and im being so fr rn, thick", "they r thick"),
        ("mia is, no joke, thick", "mia is thick"),
        ("mia is no joke thick", "mia is thick"),
        ("mia is like fr thick", "mia is thick"),
        ("mia, i swear, is thick", "mia is thick"),
        ("mia i swear down is thick", "mia is thick"),
        ("ur, honestly, thick", "ur thick"),
        ("She\u2019s, I\u2019m not even kidding, thick.", "She\u2019s thick."),
        ("mia is, dont shoot me for saying it, thick", "mia is thick"),
        ("mia is - no cap - thick", "mia is thick"),
    ],
)
def test_an_aside_is_read_past(text: str, read: str) -> None:
    plain = without_asides(text)
    assert " ".join(plain.split()) == read
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "mia is honestly thick",
        "idk who she is, sorry, stupid bus was late",
        "honestly mia is late",
        "mia is, thick",
        "i swear mia is late",
        "that is how it is, you know, stupid rain",
    ],
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert without_asides(text) == text


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("lol kofi is, and im being so fr rn, gormless", "kofi is, and im being so fr rn, gormless"),
        ("the twins are, hand on heart, stinky", "the twins are, hand on heart, stinky"),
        ("kofi is not gonna lie gormless", "kofi is not gonna lie gormless"),
        ("kofi is, a million percent, swear on it, gormless", "kofi is, a million percent, swear on it, gormless"),
        ("the new kid, bless him, is gormless", "the new kid, bless him, is gormless"),
    ],
)
def test_the_phrase_is_shown_with_its_aside(nlp: Language, text: str, phrase: str) -> None:
    assert [flag.phrase for flag in check(nlp, Message(text=text)).flags] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "kofi is, no joke, the kindest",
        "kofi is, i reckon, the kindest, so dont be thick",
        "my list is, bread, milk, thick cream",
        "this soup is, no joke, thick",
        "im, honestly, so thick today",
        "kofi isnt, hand on heart, gormless",
        "she said kofi is, no joke, gormless",
    ],
)
def test_a_calm_message_with_an_aside_stays_silent(nlp: Language, text: str) -> None:
    assert not check(nlp, Message(text=text)).flags


def test_two_asides_in_a_row_keep_every_character_in_its_place() -> None:
    text = "mia is, a million percent, swear on it, thick"
    assert " ".join(without_two_asides(text).split()) == "mia is thick"
    assert len(without_two_asides(text)) == len(text)
