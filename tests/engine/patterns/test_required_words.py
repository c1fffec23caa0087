"""No phrase is in words that the prefilter says cannot contain it; words that must be neighbours count together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.patterns.lazy_dfa import PhraseAutomaton
from coach.engine.patterns.nfa import NetMaker
from coach.engine.patterns.required_words import required_words
from coach.models import Phrase
from coach.rules.phrases import PhraseError, read_phrase
from tests.engine.patterns.test_lazy_dfa import PHRASES

WORDS = st.lists(st.sampled_from("abcde"), max_size=8)


def plain(written: str) -> list[str]:
    """Read `e` as two words, as `dont` is."""
    return ["a", "b"] if written == "e" else [written]


def is_possible(phrase: Phrase, words: Sequence[str]) -> bool:
    required = required_words([phrase], plain)
    pairs = required.pairs().intersection(map(" ".join, pairwise(words)))
    return bool(required.prefilter().possible(chain(words, pairs)))


@given(st.lists(PHRASES, min_size=1, max_size=4), WORDS)
def test_no_phrase_is_missed(texts: list[str], words: list[str]) -> None:
    try:
        phrase = read_phrase(" ".join(("e a", *texts)), {})
    except PhraseError:
        return
    automaton = PhraseAutomaton(NetMaker(plain).net([("rule", phrase)]))
    said = ["a", "b", "a", *words]
    assert is_possible(phrase, said) or not list(automaton.find(said))


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("know it all", "you know it all", True),
        ("know it all", "it is all you know", False),
        ("(know it all|clown)", "it is all you know", False),
        ("(know it all|clown)", "what a clown", True),
        ("bin your hat", "bin ur hat", True),
        ("look so? odd", "look how very odd", True),
        ("ha+ no", "ha ha ha no", True),
        ("the e", "the a b", True),
        ("the e", "b a the", False),
        ("wait # days", "wait 11 days", True),
        ("wait # days", "wait some days", False),
        ("wait _ days", "wait some days", True),
    ],
)
def test_neighbours_must_be_neighbours(phrase: str, text: str, *, expected: bool) -> None:
    assert is_possible(read_phrase(phrase, {}), text.split()) is expected
