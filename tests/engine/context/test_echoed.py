"""Whoever calls others to witness an insult means it: `even my nan says ur thick`."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Concern, Message


@pytest.mark.parametrize(
    "text",
    [
        "even my nan says ur thick",
        "lol even the dinner lady said kofi is smelly",
        "even my little brother looked up from his tea to say mia is so dumb",
        "even sir agrees ur annoying",
        "the sub we had iz so dumb",
        "the sub we had today is so dumb",
        "ya brother is so dumb",
    ],
)
def test_a_witness_is_no_report(nlp: Language, text: str) -> None:
    assert any(flag.concern is Concern.UNKIND for flag in check(nlp, Message(text=text)).flags)


@pytest.mark.parametrize(
    "text",
    [
        "even though she says mia is thick i like her",
        "even when he said ur thick i stuck up for u",
        "even my nan said im thick",
        "even my nan doesnt say mia is thick",
        "even my nan says mia is clever",
        "my nan says mia is thick",
        "the soup we had today is thick",
    ],
)
def test_a_report_stays_a_report(nlp: Language, text: str) -> None:
    assert not any(flag.concern is Concern.UNKIND for flag in check(nlp, Message(text=text)).flags)
