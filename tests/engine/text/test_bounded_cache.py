"""What the checker remembers of what it read has a bound, however much it reads and however long it is."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.details import finding, known_name
from coach.engine.patterns.matcher import Phrases
from coach.engine.spacy_parts import part_in, respell_in
from coach.engine.text import bounded_cache as remembered
from coach.engine.text.bounded_cache import LONGEST_KEPT, Remembered
from coach.models import Message


class Lengths(Remembered[int]):
    def work_out(self, text: str) -> int:
        return len(text)


def memories(nlp: Language) -> tuple[Collection[str], ...]:
    respell = respell_in(nlp)
    return respell.chunks._plain, respell.chunks._beside_cuts, finding._signs()._chunks, known_name._BEGINS


def test_no_more_is_kept_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST_KEPT", 10)
    lengths = Lengths()
    for number in range(95):
        assert lengths["x" * number] == number
        assert len(lengths) <= 10


def test_nothing_longer_than_the_bound_is_kept() -> None:
    lengths = Lengths()
    assert lengths["x" * LONGEST_KEPT] == LONGEST_KEPT
    assert lengths["x" * LONGEST_KEPT * 2] == LONGEST_KEPT * 2
    assert list(lengths.values()) == [LONGEST_KEPT]


@pytest.mark.parametrize("between", ["x", "X", "1", "\n", "\n1 Xy\n"])
def test_checking_long_runs_keeps_none_of_them(nlp: Language, between: str) -> None:
    check(nlp, Message(text=f"hello {between.join(['neverread'] * 200)} there"))
    for memory in memories(nlp):
        assert max(map(len, memory), default=0) <= LONGEST_KEPT


def test_all_numbers_that_no_rule_names_share_one_answer(nlp: Language) -> None:
    """Each answer is as large as all rules, and a stream of messages has no end of numbers."""
    fills = part_in(nlp, Phrases)._calls._by_word
    assert fills["804417"] is fills["9035512"] is fills["77x"]
    assert fills["804417"]
