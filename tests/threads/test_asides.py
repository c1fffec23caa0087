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
        "whoever talks to zosia is out too",
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


LEFT_OUT = [
    ["cinema sat?", "yh same place as last time?", "yh but not with everyone"],
    ["new gc in 5", "why", "shes not in it thats why"],
    ["dora keeps asking about sat", "say its cancelled"],
    ["what time we meeting sat", "2 but she thinks its at 3"],
    ["are we sat together on the coach", "yh back row is us 5", "and priya?", "she can find someone else"],
    ["everyone move to the other chat", "what about hannah", "leave her in this one"],
    ["who has the spare ticket", "me, anyone can have it", "well not him obviously"],
    ["can we do it at mine so she doesnt turn up"],
    ["shall we wait for noor", "nah go quick before she comes out"],
    ["matching costumes friday girls", "all 5 of us?", "4. u know who i mean"],
    ["ok change of plan meet at the back gate", "why", "so we lose her"],
    ["shes asked if she can come tmrw", "tell her its family only"],
    ["did u reply to poppy about the cinema", "ive left her on read"],
    ["is dora coming tmrw", "god no"],
]
ORDINARY = [
    ["cinema sat?", "yh same place as last time?", "yh everyone welcome"],
    ["new gc in 5, this one is full of spam", "ok add everyone"],
    ["is training on", "no its cancelled, coach is ill", "ok tell the others"],
    ["what time is the surprise", "2 but she thinks its at 3"],
    ["dora has flu", "aw dont wake her then", "and save her a seat for monday"],
    ["pizza at mine fri, dont tell theo", "why", "its for his birthday duh"],
    ["who is on the A team", "coach picked me kai and zed", "what about leo", "hes on the bench this week"],
    ["movie night at mine", "can ur little brother stay up", "no he goes to bed at 7 lol"],
    ["come to mine instead, kims mum said no", "np its closer anyway"],
    ["is wren coming", "she cant, its her nans 80th"],
    ["shall we invite year 3s", "no its only for the school council"],
    ["whos sitting next to miss on the coach", "not it"],
    ["do we have to bring a coat tmrw", "obviously"],
    ["tell poppy its at 4 not 5", "ok will do"],
    ["is dora coming tmrw", "no shes got flu"],
    ["is dora coming tmrw", "no"],
]


def left_out(nlp: Language, texts: list[str]) -> bool:
    """Whether a turn of a group leaves somebody out."""
    turns = [(("Ana", "Bea", "Cat")[at % 3], text) for at, text in enumerate(texts)]
    _, read = conversation(nlp, [("Cat", "hi"), *turns], "Cat")
    return any(flag.category == "unkind/exclusion" for one in read for flag in one.flags)


@pytest.mark.parametrize("texts", LEFT_OUT, ids=lambda texts: texts[-1])
def test_a_hint_beside_a_plan_leaves_out(nlp: Language, texts: list[str]) -> None:
    assert left_out(nlp, texts)


@pytest.mark.parametrize("texts", ORDINARY, ids=lambda texts: texts[-1])
def test_ordinary_plans_surprises_and_reasons_are_no_hint(nlp: Language, texts: list[str]) -> None:
    assert not left_out(nlp, texts)


def test_the_same_words_are_no_hint_without_a_plan_around_them(nlp: Language) -> None:
    assert not left_out(nlp, ["whats the answer to 4", "she thinks its at 3"])
    assert not left_out(nlp, ["who broke it", "not him"])


def test_a_will_that_is_a_verb_is_nobody(nlp: Language) -> None:
    assert not left_out(nlp, ["cinema sat?", "great ill see u there"])


@pytest.mark.parametrize("said", ["lol not me", "you know who is it now", "not sam again"])
def test_a_game_of_tag_leaves_nobody_out(nlp: Language, said: str) -> None:
    turns = [("Cat", "tag at break, someone is always it"), ("Ana", "haha"), ("Cat", said)]
    assert not conversation(nlp, turns, "Cat")[1][-1].flags
