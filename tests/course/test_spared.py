"""Flags that are not held against an answer."""

from __future__ import annotations

import pytest

from coach.course.spared import held_against, names_a_trick
from coach.models import Audience, Concern, Flag, Message, Report
from coach.models.category import Weight
from coach.models.report import FlagSource


def flag(text: str, phrase: str, category: str) -> Flag:
    start = text.index(phrase)
    return Flag(
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        concern=Concern(category.partition("/")[0]),
        category=category,
        rule="r",
        source=FlagSource.RULE,
        weight=Weight.PAUSE,
        why="W",
        note="",
        instead=(),
        lesson="",
    )


@pytest.mark.parametrize(
    ("text", "phrase", "category", "audience", "is_held"),
    [
        ("leave me alone", "leave me alone", "going-along/moves", Audience.STRANGER, False),
        ("go away!!", "go away", "unkind/dismissal", Audience.STRANGER, False),
        ("go away!!", "go away", "unkind/dismissal", Audience.FRIEND, True),
        ("leave me alone, lets meet", "lets meet", "going-along/meets", Audience.STRANGER, True),
        ("go away creep", "creep", "unkind/name-calling", Audience.STRANGER, False),
        ("no u scamer", "u scamer", "unkind/name-calling", Audience.STRANGER, False),
        ("no u scamer", "u scamer", "unkind/name-calling", Audience.FRIEND, True),
        ("ok u scamer", "u scamer", "unkind/name-calling", Audience.STRANGER, True),
        ("no, kill urself", "kill urself", "unkind/self-harm", Audience.STRANGER, True),
        ("who even are u", "who even are u", "unkind/dismissal", Audience.STRANGER, False),
        ("who even are u", "who even are u", "unkind/dismissal", Audience.FRIEND, True),
        ("sorry thats private", "thats private", "going-along/hides", Audience.STRANGER, False),
        ("ok thats private", "thats private", "going-along/hides", Audience.STRANGER, True),
        ("why do u want a pic", "do u want a pic", "going-along/sends-picture", Audience.STRANGER, False),
        ("why not. do u want a pic", "do u want a pic", "going-along/sends-picture", Audience.STRANGER, True),
        ("im here. are you thinking about suicide?", "thinking about suicide", "care/hurting", Audience.FRIEND, False),
        ("did u ever want to hurt urself", "hurt urself", "care/hurting", Audience.FRIEND, False),
        ("do you want me to die", "die", "care/hurting", Audience.FRIEND, True),
        ("are you ok? i want to die", "i want to die", "care/hurting", Audience.FRIEND, True),
    ],
)
def test_a_blunt_no_and_a_plain_question_are_fine(
    text: str, phrase: str, category: str, audience: Audience, is_held: bool
) -> None:
    found = (flag(text, phrase, category),)
    assert held_against(found, text, audience) == (found if is_held else ())


@pytest.mark.parametrize(
    ("text", "audience", "is_spared"),
    [
        ("nice try scammer", Audience.STRANGER, True),
        ("u are a faker", Audience.STRANGER, True),
        ("nice try u stupid scammer", Audience.STRANGER, False),
        ("nice try scammer", Audience.FRIEND, False),
        ("u are stupid", Audience.STRANGER, False),
    ],
)
def test_a_stranger_who_tries_a_trick_may_be_called_what_they_are(
    text: str, audience: Audience, is_spared: bool
) -> None:
    assert names_a_trick(text, audience, marks_names) is is_spared


def marks_names(message: Message) -> Report:
    """Marks two insults and two names for a trickster."""
    words = [word for word in ("stupid", "scammer", "faker") if word in message.text]
    return Report(message=message, flags=tuple(flag(message.text, word, "unkind/name-calling") for word in words))
