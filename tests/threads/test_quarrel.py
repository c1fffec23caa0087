"""A threat in a quarrel between brothers is a threat, and no page of self-harm."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models import Flag, Weight
from coach.models.thread import Between, Turn
from coach.threads import Conversation


def threat(nlp: Language, sender: str, text: str, between: Between) -> Flag:
    """Return the only flag of a turn behind the child's own."""
    turns = [Turn("nell", "il hide ur scooter"), Turn(sender, text)]
    (flag,) = list(Conversation(nlp, lambda: turns, "nell", between).read())[-1].flags
    return flag


@pytest.mark.parametrize(
    "text", ["touch it and ur ded", "touch my xbox again and ur dead", "im gonna kill u if u went in my room"]
)
def test_a_brothers_threat_stays_one_with_words_for_a_home(nlp: Language, text: str) -> None:
    flag = threat(nlp, "josh", text, Between.FAMILY)
    assert (flag.category, flag.weight) == ("unkind/threat", Weight.STOP)
    assert "hurting yourself" not in flag.note
    assert "take it down" not in flag.note.casefold()
    assert "outside the home" in flag.note


def test_a_parents_and_a_friends_threat_keep_their_words(nlp: Language) -> None:
    parent = threat(nlp, "Dad", "touch it and ur ded", Between.FAMILY)
    friend = threat(nlp, "josh", "touch it and ur ded", Between.FRIENDS)
    weapon = threat(nlp, "josh", "i will stab you", Between.FAMILY)
    assert "outside the home" not in weapon.note
    assert all("you did right to show me" in flag.note for flag in (parent, friend))
