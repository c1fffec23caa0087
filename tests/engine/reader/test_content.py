"""What a sentence must say to be of a category of the second reader."""

from __future__ import annotations

import pytest

from coach.engine.reader.content import may_be


@pytest.mark.parametrize("text", ["jake you cheated again i am not playing with you", "you cheat", "you copied me"])
def test_what_is_said_to_whoever_did_it_is_not_a_rumour(text: str) -> None:
    assert not may_be("unkind/rumour", text.split(), 0)


@pytest.mark.parametrize(
    "text",
    ["everyone knows you cheated", "he cheated", "i heard you cheated", "you cheated and she copied", "you and jake"],
)
def test_what_is_said_of_others_may_be_a_rumour(text: str) -> None:
    assert may_be("unkind/rumour", text.split(), 0)


def test_other_categories_may_accuse_to_the_face() -> None:
    assert may_be("unkind/name-calling", ["you", "cheated"], 0)


def test_whoever_passes_on_a_help_line_gives_nothing_away() -> None:
    assert not may_be("oversharing/money", "childline is 0800 1111".split(), 0)
    assert may_be("oversharing/money", "the card is 4000 1111".split(), 0)
