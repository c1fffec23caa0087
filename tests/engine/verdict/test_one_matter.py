"""Two concerns that say the same of the same words are one flag, of the heaviest weight."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Audience, Message, Weight


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("im alone till six", "going-along/tells-alone"),
        ("my nanas asleep so we can play", "going-along/tells-alone"),
        ("im at nanas til 8 shes asleep lol come play bloxburg w me", "going-along/tells-alone"),
        ("ill give u my log in", "oversharing/password"),
    ],
)
def test_one_flag_speaks_for_one_matter_with_a_stranger(nlp: Language, text: str, category: str) -> None:
    flags = check(nlp, Message(text=text, audience=Audience.STRANGER)).flags
    assert [(flag.category, flag.weight) for flag in flags] == [(category, Weight.STOP)]


def test_a_friend_still_hears_of_being_alone(nlp: Language) -> None:
    (flag,) = check(nlp, Message(text="im alone till six", audience=Audience.FRIEND)).flags
    assert flag.category == "oversharing/home-alone"
