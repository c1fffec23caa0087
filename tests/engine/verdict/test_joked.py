"""That a joke can be a bit true is said only to somebody who joked."""

from __future__ import annotations

import pytest

from tests.conftest import Check

TRUE_JOKE = "Even as a joke it can be a bit true."


def whys(check: Check, text: str) -> str:
    return " ".join(flag.why for flag in check(text).flags)


@pytest.mark.parametrize("text", ["i cry every night lol. i feel so empty", "i cry every night. i feel so empty 😂"])
def test_whoever_jokes_hears_that_a_joke_can_be_a_bit_true(check_text: Check, text: str) -> None:
    assert TRUE_JOKE in whys(check_text, text)


def test_whoever_does_not_joke_hears_nothing_of_jokes(check_text: Check) -> None:
    said = whys(check_text, "i cry every night. i feel so empty")
    assert said
    assert "joke" not in said
