"""A sample of the matrix; `python -m tests.frames` checks all of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Concern, Message
from tests.frames.matrix import calm, sample, unkind


def is_unkind(nlp: Language, text: str) -> bool:
    return any(flag.concern is Concern.UNKIND for flag in check(nlp, Message(text=text)).flags)


@pytest.mark.parametrize("text", sample(list(unkind()), 120))
def test_an_unkind_word_is_known_in_every_frame_of_every_subject(nlp: Language, text: str) -> None:
    assert is_unkind(nlp, text)


@pytest.mark.parametrize("text", sample(list(calm()), 120))
def test_a_calm_twin_stays_silent(nlp: Language, text: str) -> None:
    assert not is_unkind(nlp, text)
