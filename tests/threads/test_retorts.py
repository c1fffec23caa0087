"""Answers that are unkind only because of the turn before: goading somebody who wants to die, shutting out who asks."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models import Role, Weight
from coach.models.thread import Between
from tests.threads.test_conversation import conversation

GOADING, EXCLUSION = "unkind/self-harm/answer", "unkind/exclusion/answer"


def answers(nlp: Language, said: list[tuple[str, str]], between: Between | None = None) -> list[str]:
    """The rules of flags of the last turn that only the turns before explain."""
    _, read = conversation(nlp, said, between=between)
    return [flag.rule for flag in read[-1].flags if flag.rule in (GOADING, EXCLUSION)]


@pytest.mark.parametrize("wish", ["im gonna end it", "i want to die", "i cut myself again", "i want to kill myself"])
@pytest.mark.parametrize(
    "answer",
    ["do it", "lol do it then", "go on then", "bye then 👋", "finally", "jump", "u wont", "hurry up and do it"],
)
def test_goading_somebody_who_wants_to_die_is_a_stop_whoever_does_it(nlp: Language, wish: str, answer: str) -> None:
    for child_hurts in (True, False):
        who, other = ("Mia", "Ana") if child_hurts else ("Ana", "Mia")
        _, read = conversation(nlp, [(who, wish), (other, answer)])
        (flag,) = (flag for flag in read[-1].flags if flag.rule == GOADING)
        assert flag.weight is Weight.STOP
        assert flag.role is (Role.TARGET if child_hurts else Role.WRITER)
        assert flag.why


@pytest.mark.parametrize(
    "said",
    [
        ["im going to bed", "do it"],
        ["my gran is ill", "finally"],
        ["my dad hit me", "bye"],
        ["i want to die", "dont do it"],
        ["i want to die", "go on then, tell me what happened"],
        ["i want to die, can i tell u why", "go on then"],
        ["i want to die", "bye for now, im getting my mum"],
        ["i want to die", "finally u told me"],
        ["i cried today", "good"],
    ],
    ids=" | ".join,
)
def test_the_same_words_are_silent_without_a_wish_to_die_or_with_more_to_them(nlp: Language, said: list[str]) -> None:
    assert answers(nlp, [("Ana", said[0]), ("Mia", said[1])]) == []


def test_only_the_latest_turn_of_somebody_is_answered_and_laughter_may_come_between(nlp: Language) -> None:
    wish = ("Ana", "i want to die")
    assert answers(nlp, [wish, ("Ana", "jk did u do maths"), ("Mia", "do it")]) == []
    assert answers(nlp, [wish, ("Mia", "no please call me"), ("Mia", "bye")]) == []
    assert answers(nlp, [wish, ("Leo", "omg"), ("Mia", "lol"), ("Mia", "do it")]) == [GOADING]


def test_in_a_group_goading_the_child_is_about_the_child_and_goading_others_is_not(nlp: Language) -> None:
    for hurt, role in (("Mia", Role.TARGET), ("Ana", Role.WITNESS)):
        said = [("Mia", "hi"), ("Ana", "hi"), (hurt, "i want to kill myself"), ("Ben", "omg"), ("Leo", "do it")]
        _, read = conversation(nlp, said)
        assert [(flag.rule, flag.role) for flag in read[-1].flags] == [(GOADING, role)]


@pytest.mark.parametrize("asked", ["can i come", "can i join too", "what about me", "am i invited"])
@pytest.mark.parametrize(
    "answer", ["no u cant", "no not u lol", "nah ur not coming", "friends only 😂", "nope, u wish"]
)
def test_a_no_without_a_reason_to_who_asks_along_shuts_out(nlp: Language, asked: str, answer: str) -> None:
    _, read = conversation(nlp, [("Mia", asked), ("Ana", answer)])
    assert [flag.category for flag in read[-1].flags] == ["unkind/exclusion"]
    assert {flag.role for flag in read[-1].flags} == {Role.TARGET}


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("can i come", "sorry no, mums car is full"),
        ("can i come", "no u cant its only for year 6"),
        ("can i come", "no sorry u cant"),
        ("can i come", "no"),
        ("can i come over", "no u cant"),
        ("can i have ur pencil", "no u cant"),
        ("can i come", "yes u can"),
    ],
)
def test_a_no_with_a_reason_or_a_sorry_or_to_something_else_is_silent(nlp: Language, asked: str, answer: str) -> None:
    assert answers(nlp, [("Mia", asked), ("Ana", answer)]) == []


def test_a_parent_may_say_no_and_the_child_may_to_somebody_known_only_online(nlp: Language) -> None:
    assert answers(nlp, [("Mia", "can i come"), ("Mum", "no u cant")]) == []
    assert answers(nlp, [("Rexo", "can i come"), ("Mia", "no u cant")], Between.ONLINE) == []
    assert answers(nlp, [("Rexo", "can i come"), ("Mia", "no u cant")], Between.FRIENDS) == [EXCLUSION]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("can i come", "priya can"),
        ("can me and jo join", "jo can"),
        ("can i come with u guys sat", "ask ur other friends"),
        ("can i be in ur group", "we already have enough"),
        ("can i sit here", "its kinda full"),
        ("can i sit here", "nope saved"),
        ("r u going cinema? can i come", "its just a small thing"),
        ("is there space for me in the car", "not for u"),
        ("is there a spare seat on ur table", "theres one by the bins"),
        ("is there room for one more", "depends who"),
        ("hey is friday happening? didnt see anything in the chat", "yeh it is. for us"),
        ("am i in the team", "we picked already"),
    ],
)
def test_half_an_answer_to_who_asks_along_shuts_out(nlp: Language, asked: str, answer: str) -> None:
    for me, role in (("Mia", Role.TARGET), ("Ana", Role.WRITER)):
        _, read = conversation(nlp, [("Mia", asked), ("Ana", answer)], me)
        assert [(flag.rule, flag.role) for flag in read[-1].flags] == [(EXCLUSION, role)]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("can i come", "yes!! priya can too"),
        ("can i come", "everyone can"),
        ("can i come", "sorry its kinda full"),
        ("can i sit here", "its kinda full but squeeze in"),
        ("can i come to urs", "ask ur mum"),
        ("can i play", "next round yeah"),
        ("can priya come", "priya can"),
        ("can i sit w u", "theres a seat here"),
        ("is the sale on", "its kinda full"),
        ("can i come", "its at 4, bring ur bike"),
    ],
)
def test_letting_in_a_sorry_and_other_questions_are_silent(nlp: Language, asked: str, answer: str) -> None:
    assert answers(nlp, [("Mia", asked), ("Ana", answer)]) == []


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("i dont even want to wake up tmrw", "so dont"),
        ("i dont want to be alive", "then dont be"),
        ("sometimes i think if i wasnt here no one would notice", "try it n see"),
        ("no one would miss me if i died", "facts"),
        ("i want to hurt myself so bad", "well go on"),
        ("i want to kill myself", "ok and whos stopping u"),
        ("i want to die", "let me know how it goes"),
        ("i cut myself last night", "not deep enough clearly"),
    ],
)
def test_goading_in_other_words(nlp: Language, wish: str, answer: str) -> None:
    assert answers(nlp, [("Ana", wish), ("Mia", answer)]) == [GOADING]


@pytest.mark.parametrize(
    "said",
    [
        ["i dont even want to wake up tmrw for school", "so dont lol its sat"],
        ["i want to die", "so dont"],
        ["i want to die", "true"],
        ["i dont want to go tmrw", "so dont"],
        ["i cant do this level", "try it n see"],
        ["no one would miss me if i died", "i would"],
    ],
    ids=" | ".join,
)
def test_kind_words_and_those_behind_another_wish_goad_nobody(nlp: Language, said: list[str]) -> None:
    assert answers(nlp, [("Ana", said[0]), ("Mia", said[1])]) == []


def test_goading_goes_on_though_the_one_who_hurts_only_sends_a_face(nlp: Language) -> None:
    said = [
        ("Ana", "i want to die"),
        ("Mia", "just do it"),
        ("Ana", "\U0001f622"),
        ("Mia", "kys then"),
        ("Mia", "jump"),
    ]
    assert answers(nlp, said) == [GOADING]


DARED = [("Ana", "do the shop thing tmrw"), ("Mia", "i dont want to"), ("Ana", "do it or ur out of the group")]


def test_a_dare_with_the_group_as_its_price_is_pressure_and_no_blackmail(nlp: Language) -> None:
    _, read = conversation(nlp, DARED)
    assert [flag.category for flag in read[-1].flags] == ["unkind/pressure"]


@pytest.mark.parametrize(
    "yes", ["ok fine ill do it tmrw", "alright alright ill do it at lunch", "if i have to", "fine"]
)
def test_a_yes_to_a_dare_goes_along_with_advice_for_friends(nlp: Language, yes: str) -> None:
    _, read = conversation(nlp, [*DARED, ("Mia", yes)])
    (flag,) = read[-1].flags
    assert flag.rule == "going-along/obeys/answer"
    assert flag.steps
    assert not any("report" in step or "block" in step for step in flag.steps)


@pytest.mark.parametrize(
    "said",
    [
        ["can u do the poster", "ok fine ill do it tmrw"],
        ["do it or ur out of the group", "no way"],
        ["do it or ur out of the group", "fine, im telling miss"],
    ],
    ids=" | ".join,
)
def test_without_a_dare_or_with_a_no_nobody_goes_along(nlp: Language, said: list[str]) -> None:
    _, read = conversation(nlp, [("Ana", said[0]), ("Mia", said[1])])
    assert not any(flag.category == "going-along/obeys" for flag in read[-1].flags)


def test_whoever_was_unkind_threatens_that_somebody_else_is_next(nlp: Language) -> None:
    said = [("Rex", "zoe smells like bins"), ("Mia", "leave zoe alone"), ("Rex", "then ur next mia")]
    _, read = conversation(nlp, said)
    assert [(flag.rule, flag.weight) for flag in read[-1].flags] == [("unkind/threat/answer", Weight.STOP)]
    _, read = conversation(nlp, [("Rex", "im on the slide now"), ("Mia", "me after"), ("Rex", "then ur next mia")])
    assert read[-1].flags == ()
