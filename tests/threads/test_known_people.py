"""Between people who know each other: fond words are calm, teasing taken for fun is, and nobody is to be blocked."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from coach.models import AgeGroup, Audience, Role, Weight
from coach.models.thread import Between, Turn
from coach.rules import read_catalog
from coach.threads import Conversation
from coach.threads.words import said_of_group

STRANGERS = re.compile(r"report and block|don't know them|only know online", re.IGNORECASE)
FUN = ("Kat: zoe ur a disaster ily", "Zoe: ik", "Mia: my dog ate it", "Kat: mia no one believes u", "Mia: i have a pic")
PUSHED = ("Leo: i dont want to play now", "Zac: lol", "Ravi: leo ur a cry baby", "Leo: k", "Zac: nobody wants u here")


def chat(nlp: Language, lines: tuple[str, ...], me: str, between: Between | None = Between.FRIENDS) -> Conversation:
    turns = [Turn(sender, text) for sender, text in (line.split(": ", 1) for line in lines)]
    return Conversation(nlp, lambda: turns, me, between)


def test_no_advice_on_what_a_friend_wrote_speaks_of_a_stranger() -> None:
    for category in read_catalog().categories.values():
        for role in {Role.TARGET, Role.WITNESS}.intersection(category.roles):
            for rule in ("", *category.ruled):
                for age in (None, *AgeGroup):
                    said = category.advice(role, Audience.FRIEND, age, f"{category.id}/{rule}")
                    assert not STRANGERS.search(" ".join((*said.why, said.note, *said.steps))), (category.id, rule)


def test_teasing_that_its_target_takes_for_fun_is_calm_between_friends_alone(nlp: Language) -> None:
    friends = chat(nlp, FUN, "Zoe")
    assert not [flag for one in friends.looked_at() for flag in one.flags]
    assert not friends.is_flagged
    assert any(one.flags for one in chat(nlp, FUN, "Zoe", Between.ONLINE).looked_at())
    minded = chat(nlp, (*FUN, "Mia: stop it thats not funny"), "Zoe")
    assert any(one.flags for one in minded.looked_at())


def test_who_joined_in_is_not_comforted_as_the_target(nlp: Language) -> None:
    flags = [(one.turn.sender, flag) for one in chat(nlp, PUSHED, "Ravi").looked_at() for flag in one.flags]
    assert {flag.role for sender, flag in flags if sender == "Zac"} == {Role.WITNESS}


@pytest.mark.parametrize(("last", "is_forgiven"), [("Ravi: soz leo", True), ("Ravi: sorry not sorry", False)])
def test_a_sorry_in_the_chat_is_not_advised_again(nlp: Language, last: str, *, is_forgiven: bool) -> None:
    read = chat(nlp, (*PUSHED, last), "Ravi").looked_at()
    (own,) = [flag for one in read for flag in one.flags if one.is_mine]
    assert own.why.startswith("You said sorry") is is_forgiven


def test_what_the_child_went_along_with_is_said_gently(nlp: Language) -> None:
    read = chat(nlp, ("Ann: hi", "Kit: dot ur so ugly", "Bo: 😂😂", "Dot: k"), "Bo")
    list(read.read())
    said = list(said_of_group(read.watch, read.facts.values()))
    assert any(line.startswith("You went along with it (message 3)") for line in said)
    assert not any(line.startswith("Joined in") for line in said)


def test_somebody_is_named_only_where_the_words_or_the_turns_before_show_who(nlp: Language) -> None:
    read = chat(nlp, ("Ola: trials tmrw", "Mina: ok", "Jude: she runs like a duck", "Ola: lol"), "Ola")
    list(read.read())
    said = list(said_of_group(read.watch, read.facts.values()))
    assert said == ["Somebody who is not named got unkind words from 1 person: Jude (message 3)."]


def test_a_friend_left_out_is_lighter_and_a_crisis_stays_a_stop() -> None:
    hurting = read_catalog().categories["care/friend-hurting"]
    assert hurting.weight_before(Audience.FRIEND, "care/friend-hurting/own-left-out") is Weight.NOTICE
    assert hurting.weight_before(Audience.FRIEND, "care/friend-hurting/own-wishing-to-be-gone") is Weight.STOP
    assert hurting.model_copy(update={"lighter": None}).at_least(hurting).lighter == hurting.lighter


@pytest.mark.parametrize("text", ["wanna vc", "can u ft me too", "send a pic of ur costume", "is ur mum in??"])
def test_a_call_a_costume_and_a_mum_at_home_are_ordinary_between_friends_alone(nlp: Language, text: str) -> None:
    lines = ("Mia: hw done", f"Zoe: {text}", "Ivy: lol")
    assert not any(one.flags for one in chat(nlp, lines, "Mia").looked_at())
    (flag,) = (flag for one in chat(nlp, lines, "Mia", Between.ONLINE).looked_at() for flag in one.flags)
    assert flag.weight is Weight.STOP


@pytest.mark.parametrize("text", ["wanna vc alone", "are ur parents asleep", "send a pic of u in ur bikini"])
def test_what_more_is_asked_for_is_not_ordinary_between_friends(nlp: Language, text: str) -> None:
    assert any(one.flags for one in chat(nlp, ("Mia: hw done", f"Zoe: {text}", "Ivy: lol"), "Mia").looked_at())
