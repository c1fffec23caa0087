"""`They` are food, animals or things only where the words before name nobody else."""

from __future__ import annotations

import pytest

from tests.conftest import Check

THINGS = (
    "i hate mushrooms they r disgusting",
    "ew who brought egg sandwiches they stink",
    "my trainers r soaked and they reek",
    "i love dogs but they stink",
    "my sims are so poor they live in a shed",
)
PEOPLE = (
    "i hate boys they r disgusting",
    "the new kids like olives they r disgusting",
    "ben and mia eat mushrooms they r disgusting",
    "i hate them they r disgusting",
    "i hate those girls with old shoes they stink",
)


@pytest.mark.parametrize("text", THINGS)
def test_things_may_be_called_disgusting(text: str, check_text: Check) -> None:
    assert not check_text(text).flags


@pytest.mark.parametrize("text", PEOPLE)
def test_people_may_not(text: str, check_text: Check) -> None:
    assert check_text(text).flags
