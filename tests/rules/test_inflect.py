"""Plurals and comparisons are formed as children write them."""

from __future__ import annotations

import pytest

from coach.rules.inflect import graded, plural


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("clown", "clowns"),
        ("wuss", "wusses"),
        ("witch", "witches"),
        ("crybaby", "crybabies"),
        ("monkey", "monkeys"),
        ("wasteman", "wastemen"),
        ("drama queen", "drama queens"),
        ("fox", "foxes"),
    ],
)
def test_the_last_word_takes_the_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("adjective", "ending", "expected"),
    [
        ("ugly", "er", ["more ugly", "uglier"]),
        ("dumb", "est", ["most dumb", "dumbest"]),
        ("fat", "er", ["more fat", "fatter"]),
        ("lame", "est", ["most lame", "lamest"]),
        ("gross", "er", ["more gross", "grosser"]),
        ("weird", "er", ["more weird", "weirder"]),
        ("slow", "est", ["most slow", "slowest"]),
        ("stupid", "est", ["most stupid", "stupidest"]),
        ("fat", "est", ["most fat", "fattest"]),
        ("pathetic", "er", ["more pathetic"]),
        ("two faced", "est", ["most two faced"]),
    ],
)
def test_short_adjectives_take_an_ending_and_all_take_more_or_most(
    adjective: str, ending: str, expected: list[str]
) -> None:
    assert graded(adjective, ending) == expected
