"""A typo that may be two words is read as both, and flags stay where the words are written."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.spacy_parts import respell_in
from coach.engine.text.english import english_words, how_common
from coach.models import Audience, Direction, Message


@pytest.mark.parametrize(
    ("text", "phrase", "direction"),
    [
        ("yes im aone now ok", "im aone now", Direction.DRAFT),
        ("ur a trator lol", "ur a trator", Direction.DRAFT),
        ("ok, im bored and aone! bye", "bored and aone", Direction.DRAFT),
        ("so what are u waring rn", "what are u waring rn", Direction.RECEIVED),
        ("aone in ur rom, u wear that? send me a pcture of you", "send me a pcture of you", Direction.RECEIVED),
        ("Do you thnk it hurts to die?", "Do you thnk it hurts to die", Direction.RECEIVED),
    ],
)
def test_the_other_meaning_of_a_typo_is_looked_at_too(
    nlp: Language, text: str, phrase: str, direction: Direction
) -> None:
    message = Message(text=text, direction=direction, audience="stranger")
    assert phrase in {flag.phrase for flag in check(nlp, message).flags}


def test_no_everyday_word_of_english_is_a_typo_and_no_rare_one_an_insult(nlp: Language) -> None:
    speller = respell_in(nlp).speller
    for word in english_words():
        others = speller.other_guesses(word)
        assert not others or (not how_common(word) and speller.hurtful.isdisjoint(others)), (word, others)


@pytest.mark.parametrize("text", ["Waring is here", "aone thnk aone thnk", "the word is waringg1", "a" * 5_000, ""])
def test_names_slang_and_long_words_are_read_once(nlp: Language, text: str) -> None:
    assert respell_in(nlp).reading(text, Direction.DRAFT, Audience.GROUP).others == []
