"""Typos and words written together are undone, and no English word or name is ever read as another."""

from __future__ import annotations

import re
from random import Random

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.spacy_parts import respell_in
from coach.engine.text.english import english_words, how_common, is_english
from coach.engine.text.runs import Runs
from coach.engine.text.slips import Slips
from coach.models import Message

STRETCHED = re.compile(r"(.)\1\1")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("nobdoy likes you", "nobody likes you"),
        ("nobdy likse you", "nobody likes you"),
        ("she is hidious", "she is hideous"),
        ("everthing hurts", "everything hurts"),
        ("abotu me", "about me"),
        ("nobodywants you", "nobody wants you"),
        ("uare so dumb", "you are so dumb"),
        ("youareso dumb", "you are so dumb"),
        ("wedon't like you", "we do not like you"),
        ("my schoolis big", "my school is big"),
        ("he is laughin", "he is laughing"),
        # right as they are
        ("upvote the subreddit", "upvote the subreddit"),
        ("freakin brilliant", "freakin brilliant"),
        ("Faso is a place", "faso is a place"),
        ("she is a therapist", "she is a therapist"),
        ("Chachi came", "chachi came"),
    ],
)
def test_typos_are_undone_in_words_that_are_not_english(nlp: Language, text: str, plain: str) -> None:
    words = respell_in(nlp).words_of(text).words
    assert " ".join(word or "|" for word in words) == plain


def test_no_english_word_or_name_is_corrected_or_split(nlp: Language) -> None:
    speller, words = respell_in(nlp).speller, english_words()
    assert len(words) > 140_000
    slips, runs = Slips(speller.known, speller.hurtful), Runs(speller.known, speller.hurtful)
    assert not [word for word in words if slips.meant(word) or runs.parts(word)]


def test_english_words_become_others_only_by_the_rules_own_spellings(nlp: Language) -> None:
    speller = respell_in(nlp).speller
    some = Random(18).sample(sorted(word for word in english_words() if not STRETCHED.search(word)), 5_000)
    assert [word for word in some if speller.plain(word) != speller.spelling.get(word, word)] == []


@pytest.mark.parametrize(("word", "times"), [("the", 2), ("nobody", 2), ("zebras", 0), ("nobdoy", 0), ("ab", 0)])
def test_common_words(word: str, times: int) -> None:
    assert how_common(word) == times
    assert is_english(word) is (word != "nobdoy")


@pytest.mark.parametrize("text", ["nobdoy likes you", "go home nobodywants u here", "uare so dumb", "Nobdoy likes you"])
def test_a_typo_hides_no_flag(nlp: Language, text: str) -> None:
    assert check(nlp, Message(text=text)).flags
