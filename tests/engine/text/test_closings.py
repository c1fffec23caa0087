"""Closing words, and names that somebody is called, hide no phrase beside them."""

from __future__ import annotations

from random import Random

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Concern, Message
from coach.proof.examples import examples_of
from tests.conftest import Check
from tests.shipped import shipped_catalog

CLOSINGS = ("goodnight", "bye", "xD", "/j", "kiss kiss", "bestie", "its a joke", "u idiot", "lol miss", "jk bye xx")


def _care() -> list[Message]:
    """Return some care examples, each before the audience for which its rule speaks."""
    rules = [rule for rule in shipped_catalog().rules if rule.id.startswith(Concern.CARE)]
    flagged = [example.message for example in examples_of(rules) if example.marked.marks]
    return Random(3).sample(flagged, 60)


def _lost(nlp: Language, written: str) -> list[str]:
    """Return the examples whose care is lost if they are written like this."""
    messages = [message.model_copy(update={"text": written.format(message.text)}) for message in _care()]
    return [message.text for message in messages if not check(nlp, message).of(Concern.CARE)]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_closing_words_hide_no_care(nlp: Language, closing: str) -> None:
    assert _lost(nlp, f"{{}} {closing}") == []


def test_a_name_called_first_hides_no_care(nlp: Language) -> None:
    assert _lost(nlp, "u idiot {}") == []


@pytest.mark.parametrize(
    "text", ["i want to die laughing lol", "i cut myself a slice of cake bye", "cant wait to be gone on holiday xx"]
)
def test_calm_words_stay_calm(check_text: Check, text: str) -> None:
    assert not check_text(text).of(Concern.CARE)
