"""A rude no to somebody known only online is a refusal; what goes further still counts."""

from __future__ import annotations

import pytest

from tests.conftest import Check

NOES = (
    "fuck off u perv ur getting nothing",
    "no way. ur disgusting. blocked n reported",
    "ur creepy go away",
    "get lost perv",
    "lol no im not sending that ur weird for asking",
)


@pytest.mark.parametrize("text", NOES)
def test_a_rude_no_to_a_creep_is_no_matter_of_manners(check_text: Check, text: str) -> None:
    assert check_text(text, audience="stranger").flags == ()
    assert check_text(text, audience="friend").flags


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("go away u fat noob", "unkind/name-calling"),
        ("ur creepy", "unkind/name-calling"),
        ("kys perv", "unkind/self-harm"),
        ("perv ill find u and break ur legs", "unkind/threat"),
        ("ur gross no one likes u", "unkind/looks"),
    ],
)
def test_rude_words_that_fend_nobody_off_and_worse_ones_count(check_text: Check, text: str, category: str) -> None:
    assert category in {flag.category for flag in check_text(text, audience="stranger").flags}
