"""Closing words, and names that somebody is called, hide no phrase beside them."""

from __future__ import annotations

from random import Random

import pytest

from coach.models import Concern, Direction
from tests.conftest import Check
from tests.shipped import shipped_catalog

CLOSINGS = ("goodnight", "bye", "xD", "/j", "kiss kiss", "bestie", "its a joke", "u idiot", "lol miss", "jk bye xx")


def _care() -> list[tuple[str, Direction]]:
    rules = [rule for rule in shipped_catalog().rules if rule.id.startswith(Concern.CARE)]
    pairs = [
        (example.text, Direction.RECEIVED if "/friend-hurting/" in rule.id else Direction.DRAFT)
        for rule in rules
        for example in rule.examples.flags
    ]
    return Random(3).sample(pairs, 60)


@pytest.mark.parametrize("closing", CLOSINGS)
def test_closing_words_hide_no_care(check_text: Check, closing: str) -> None:
    lost = [
        text for text, direction in _care() if not check_text(f"{text} {closing}", direction=direction).of(Concern.CARE)
    ]
    assert lost == []


def test_a_name_called_first_hides_no_care(check_text: Check) -> None:
    lost = [
        text for text, direction in _care() if not check_text(f"u idiot {text}", direction=direction).of(Concern.CARE)
    ]
    assert lost == []


@pytest.mark.parametrize(
    "text", ["i want to die laughing lol", "i cut myself a slice of cake bye", "cant wait to be gone on holiday xx"]
)
def test_calm_words_stay_calm(check_text: Check, text: str) -> None:
    assert not check_text(text).of(Concern.CARE)
