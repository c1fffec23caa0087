"""Sums that a family earns, owes or keeps at home."""

from collections.abc import Callable

import pytest

FLAGS = (
    "my [dad makes like 200k](income) so yea",
    "[mum earns £1,900 a month](income)",
    "[dad earns eighty two thousand](income)",
    "[papa gets 2 lakh a month](income)",
    "[we owe the bank 6k](income)",
    "dads [bonus was twelve thousand](income)",
    "his [pension is 30 thousand](income)",
    "theres [£240 bday money in a tin](cash-at-home)",
    "like [400 quid in the biscuit tin](cash-at-home)",
    "we are [40k in debt](income)",
    "my [dad got promoted to 210k](income) so were getting a pool",
    "[mum just got a raise to 80 grand](income)",
    "[dad got a 40k bonus](income)!!",
)
SILENT = (
    "i owe you 3 quid",
    "dad makes 3 cups of tea",
    "mum gets 2 days off",
    "nan gets 120 likes on her cat",
    "he gets 5 pounds a week",
    "i put 20 quid in my bag",
    "we won 12 grand in monopoly",
    "the new skin is 1200 coins",
    "shoes were 140 dollars",
    "dad is on level 50k",
    "dad got promoted to captain",
    "mum got a 10k medal",
    "he got a bonus of 50 coins",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
