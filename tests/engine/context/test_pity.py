"""Whoever regrets or pities that others laughed names what they did; whoever does not regret it repeats it."""

from __future__ import annotations

import pytest

from tests.conftest import Check

PITIED = (
    "i felt bad when everyone laughed at you",
    "im sorry we all laughed at ur drawing",
    "i was sad when people laughed at your song",
    "i didnt think it was funny when everyone laughed at you",
    "i know i said you were annoying and that was mean. sorry",
)
REPEATED = (
    "sorry not sorry everyone laughed at u",
    "i dont feel bad that everyone laughed at you",
    "i was so happy when everyone laughed at you",
    "everyone laughed at you because ur a freak",
)


@pytest.mark.parametrize("text", PITIED)
def test_what_is_pitied_is_silent(text: str, check_text: Check) -> None:
    assert not check_text(text, audience="friend").flags


@pytest.mark.parametrize("text", REPEATED)
def test_what_is_not_is_flagged(text: str, check_text: Check) -> None:
    assert check_text(text, audience="friend").flags
