"""A request stays open while somebody presses for it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models.thread import Between
from tests.threads.test_conversation import categories, conversation

PICTURE = "going-along/sends-picture"


def said_last(nlp: Language, *said: str, between: Between = Between.ONLINE) -> set[str]:
    """The categories of the last turn, by the child; turns alternate with those of somebody else."""
    who = ("Mia", "Rex")
    turns = [(who[(len(said) - 1 - at) % 2], text) for at, text in enumerate(said)]
    return categories(conversation(nlp, turns, between=between)[1][-1])


@pytest.mark.parametrize("yes", ["idk ok", "what kind", "ok one sec", "fine", "just my face"])
@pytest.mark.parametrize(
    "pressure", ["if u dont ill be sad", "come on i got u that skin, if u dont ill be sad", "i gave u robux tho", "pls"]
)
def test_half_a_yes_behind_pressure_is_to_the_picture_and_not_to_the_gift(
    nlp: Language, yes: str, pressure: str
) -> None:
    assert said_last(nlp, "send me a pic of u", "idk", pressure, yes) == {PICTURE}


@pytest.mark.parametrize("no", ["no", "i said no", "stop asking", "my mum said no", "nah im good", "lets just play"])
def test_a_no_behind_pressure_stays_a_no(nlp: Language, no: str) -> None:
    assert said_last(nlp, "send me a pic of u", "nah", "if u dont ill be sad", no) == set()


def test_another_question_closes_the_request(nlp: Language) -> None:
    assert said_last(nlp, "send me a pic of u", "no", "gg want another round", "ok one sec") == set()
    assert said_last(nlp, "send me a pic of u", "no", "how was school", "fine") == set()


def test_a_request_that_was_answered_is_closed(nlp: Language) -> None:
    assert PICTURE in said_last(nlp, "send me a pic of u", "ok one sec")
    assert said_last(nlp, "send me a pic of u", "ok one sec", "pls pls", "what") == set()


def test_between_friends_nothing_is_pressed_for(nlp: Language) -> None:
    said = ("send me a pic of u", "idk", "pls", "ok one sec")
    assert said_last(nlp, *said, between=Between.FRIENDS) == set()


def test_only_the_words_of_the_yes_are_marked_where_others_tell_more(nlp: Language) -> None:
    _, read = conversation(nlp, [("Rex", "send me a pic of u"), ("Mia", "later when mums out")], between=Between.ONLINE)
    assert [(flag.category, flag.phrase) for flag in read[-1].flags] == [
        (PICTURE, "later when"),
        ("going-along/tells-alone", "mums out"),
    ]


@pytest.mark.parametrize(
    ("asked", "answer", "only"),
    [
        ("where u from", "near leeds", "oversharing/address"),
        ("where abouts r u", "near leeds", "oversharing/address"),
        ("where r u rn", "at the park by school", "oversharing/location-now"),
        ("what r u called on insta", "same as here but with a 3 at the end", "oversharing/account"),
        ("when r u off to spain", "the 14th for 2 weeks", "oversharing/holiday"),
        ("who looks after u when they're at work", "no one lol", "going-along/tells-alone"),
        ("whats the pin for ur roblox", "4471", "oversharing/password"),
    ],
)
def test_one_matter_has_one_flag(nlp: Language, asked: str, answer: str, only: str) -> None:
    assert said_last(nlp, asked, answer) == {only}
