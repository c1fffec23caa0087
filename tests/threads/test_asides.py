"""Hints by which somebody who is spoken of is left out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models import Role, Weight
from coach.models.thread import Between
from tests.threads.test_conversation import conversation

BEFORE = [("Ana", "who is doing the sleepover list"), ("Bea", "me and cat so far"), ("Cat", "is dora coming")]


def hints(nlp: Language, said: tuple[str, str], me: str = "Cat", between: Between | None = None) -> list[Role]:
    """The roles of flags of exclusion in the last turn."""
    _, read = conversation(nlp, [*BEFORE, said], me, between)
    return [flag.role for flag in read[-1].flags if flag.category == "unkind/exclusion"]


@pytest.mark.parametrize("me", ["Cat", "Ana"])
@pytest.mark.parametrize(
    "text",
    [
        "lol theres loads of space just not for her",
        "shh just not for her",
        "new group without dora",
        "shes not in this one right",
        "dont add her",
        "make another one w/o jas",
        "everyone but dora k",
        "dont tell dora about this one",
        "this chat is dora free",
        "lets just go without zosia lol",
        "keep it quiet or she will want to come",
        "we dont need dora there",
    ],
)
def test_a_hint_leaves_out_whoever_does_it(nlp: Language, text: str, me: str) -> None:
    assert hints(nlp, ("Ana", text), me) == [Role.WRITER if me == "Ana" else Role.WITNESS]


@pytest.mark.parametrize(
    "text",
    [
        "shh its a surprise party for dora dont tell her",
        "she cant come shes got piano",
        "not without dora!!",
        "dont forget to add her",
        "make another one with dora in",
        "shes not in this one, add her",
        "why is dora not in this group",
        "shes not in this class shes in 7b",
        "theres loads of space for her",
        "we cant do it without dora",
        "make another one without onions",
        "new group without ads",
        "sorry the car is full",
    ],
)
def test_a_surprise_a_reason_and_letting_her_in_are_no_hint(nlp: Language, text: str) -> None:
    assert hints(nlp, ("Ana", text)) == []


def test_a_hint_about_the_child_is_about_the_child_and_not_between_family_or_strangers(nlp: Language) -> None:
    assert hints(nlp, ("Ana", "new group without cat")) == [Role.TARGET]
    for between in (Between.FAMILY, Between.ONLINE):
        assert hints(nlp, ("Ana", "lets just go without zosia lol"), between=between) == []
    _, read = conversation(nlp, [*BEFORE, ("Ana", "make another one w/o jas")], "Ana")
    assert [flag.weight for flag in read[-1].flags] == [Weight.PAUSE]
