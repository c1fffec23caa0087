"""What the checker remembers of what it read has a bound, however much it reads and however long it is."""

from __future__ import annotations

import pickle
from collections.abc import Collection
from copy import copy

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.details import finding, known_name
from coach.engine.patterns.matcher import Phrases
from coach.engine.spacy_parts import part_in, respell_in
from coach.engine.text.bounded_cache import LONGEST_KEPT, BoundedCache
from coach.models import Message


def length_of(text: str) -> int:
    return len(text)


def caches(nlp: Language) -> tuple[Collection[str | None], ...]:
    respell, phrases = respell_in(nlp), part_in(nlp, Phrases)
    of_words = respell.speller._spelled, phrases._prefilter.filled_by, known_name._BEGINS
    return respell.chunks._plain, respell.chunks._beside_cuts, finding._prefilter().filled_by, *of_words


def test_no_more_is_kept_than_the_bound() -> None:
    lengths = BoundedCache(length_of, most=10)
    for number in range(95):
        assert lengths["x" * number] == number
        assert len(lengths) <= 10


def test_nothing_longer_than_the_bound_is_kept() -> None:
    lengths = BoundedCache(length_of)
    assert lengths["x" * LONGEST_KEPT] == LONGEST_KEPT
    assert lengths["x" * LONGEST_KEPT * 2] == LONGEST_KEPT * 2
    assert list(lengths.values()) == [LONGEST_KEPT]


@pytest.mark.parametrize("between", ["x", "X", "1", "\n", "\n1 Xy\n"])
def test_checking_long_runs_keeps_none_of_them(nlp: Language, between: str) -> None:
    check(nlp, Message(text=f"hello {between.join(['neverread'] * 200)} there"))
    for cache in caches(nlp):
        assert max((len(text) for text in cache if text), default=0) <= LONGEST_KEPT


def test_a_pickled_or_copied_cache_holds_none_of_the_texts_read() -> None:
    lengths = BoundedCache(length_of, most=2)
    assert lengths["quagmoor primary"] == 16
    assert b"quagmoor" not in pickle.dumps(lengths)
    again = copy(lengths)
    assert [again["x" * size] for size in (3, 4, 5)] == [3, 4, 5]
    assert len(again) == 1


def test_all_numbers_that_no_rule_names_share_one_answer(nlp: Language) -> None:
    """Each answer is as large as all rules, and a stream of messages has no end of numbers."""
    fills = part_in(nlp, Phrases)._prefilter.filled_by
    assert fills["804417"] is fills["9035512"] is fills["77x"]
    assert fills["804417"]
