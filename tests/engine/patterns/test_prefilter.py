"""A thing passes the prefilter exactly if every one of its groups is filled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.patterns.prefilter import Layers, Prefilter, things_in

LETTERS = "abcdef"
GROUPS = st.lists(st.lists(st.frozensets(st.sampled_from(LETTERS), min_size=1), max_size=9), max_size=7)
"""For each thing, the letters that fill each of its groups."""


def prefilter_of(things: list[list[frozenset[str]]]) -> Prefilter[str]:
    layers = Layers([len(groups) for groups in things])

    def fill(letter: str) -> int:
        slots = ((thing, at) for thing, groups in enumerate(things) for at, group in enumerate(groups))
        return layers.bits((thing, at) for thing, at in slots if letter in things[thing][at])

    return Prefilter(layers, fill)


@given(GROUPS, st.text(LETTERS, max_size=6))
def test_a_thing_is_possible_if_all_its_groups_are_filled(things: list[list[frozenset[str]]], text: str) -> None:
    expected = [thing for thing, groups in enumerate(things) if all(group & set(text) for group in groups)]
    assert list(things_in(prefilter_of(things).possible(text))) == expected


def test_a_thing_without_groups_is_always_possible_and_nothing_else_is_in_an_empty_message() -> None:
    assert list(things_in(prefilter_of([[], [frozenset("a")], []]).possible(""))) == [0, 2]
    assert prefilter_of([]).possible("abc") == 0


def test_no_more_bits_are_kept_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.engine.patterns.prefilter.MOST_BITS", 40)
    filter_of_ten_bits = prefilter_of([[frozenset("a")] * 2] * 5)
    for letter in LETTERS:
        filter_of_ten_bits.possible(letter)
        assert len(filter_of_ten_bits.filled_by) <= 4
