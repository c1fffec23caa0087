"""What is said of a pet that the sentence names is not said of somebody."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Concern, Message


@pytest.mark.parametrize(
    "text",
    [
        "my hamster ate my homework no joke he is so fat lol",
        "our cat is called moo n she is such a diva",
        "my guinea pig is a legend but she stinks",
    ],
)
def test_a_pet_may_be_teased(nlp: Language, text: str) -> None:
    assert not check(nlp, Message(text=text)).of(Concern.UNKIND)


@pytest.mark.parametrize(
    "text",
    [
        "my hamster bit josh lol he is so fat",
        "i told my brother about my hamster and he is so thick",
        "my teachers dog came in and he is so ugly",
        "my dog is great. he is so ugly",
        "u and my dog are funny but he is so ugly",
        "my hamster ate it, he should kill himself",
        "even my goldfish knows they r so thick",
        "swear on my hamster he is so thick",
    ],
)
def test_a_pet_hides_nobody(nlp: Language, text: str) -> None:
    assert check(nlp, Message(text=text)).of(Concern.UNKIND)
