"""Digits for letters hide no phrase, and numbers stay numbers."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.spacy_parts import respell_in
from coach.engine.text.english import english_words
from coach.engine.text.leet import with_letters
from coach.models import Message


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("1 h4t3 y0u", "1 h4t3 y0u"),
        ("n0b0dy s4v3d u 4 s34t", "n0b0dy s4v3d u 4 s34t"),
        ("bl0ck h1m 0r 1m d0n3", "bl0ck h1m 0r 1m"),
        ("m14 1s g0n4 g3t 1t 4ft3r sch00l", "m14 1s g0n4 g3t 1t 4ft3r sch00l"),
        ("d3l3t3 th1s ch4t 0k", "d3l3t3 th1s ch4t"),
        ("Z0f14 1s f4t", "Z0f14 1s f4t"),
    ],
)
def test_a_flag_covers_whole_words_as_written(nlp: Language, text: str, phrase: str) -> None:
    messages = [Message(text=text), Message(text=text, direction="received")]
    assert phrase in {flag.phrase for message in messages for flag in check(nlp, message).flags}


@pytest.mark.parametrize(
    "text",
    [
        "1 cat", "i have 4 gr8 m8s", "room 1 4", "1st and 4th", "meet at 4pm 1 hour", "5m wide 3ft deep", "a 4t lorry",
        "the m4 and the a303", "r2d2 and c3po 1 film", "h0" * 3_000,
    ],
)  # fmt: skip
def test_numbers_stay_numbers(nlp: Language, text: str) -> None:
    assert with_letters(text, respell_in(nlp).speller.known) == text


def test_every_english_word_in_digits_is_read_as_one_of_the_same_length(nlp: Language) -> None:
    known = respell_in(nlp).speller.known
    for word in english_words():
        written = f"b4d {word.translate(str.maketrans('aeos', '4305'))}"
        assert len(with_letters(written, known)) == len(written)
