"""A friend who hurts uses the words of a child who hurts: rules about a child's own hurt speak in received messages too."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Audience, Direction, Message, Role, Weight
from coach.models.category import from_friend
from tests.shipped import shipped_catalog

FRIEND_HURTING = "care/friend-hurting"


HEARD = ("care/hurting/", "care/unsafe/", "care/bullied/")


def test_only_rules_about_ones_own_hurt_speak_in_both_directions() -> None:
    named = {rule.id: from_friend(rule.id) for rule in shipped_catalog().rules}
    heard = {rule: other for rule, other in named.items() if other}
    assert all(rule.startswith(HEARD) and other.startswith(FRIEND_HURTING) for rule, other in heard.items())
    assert len(set(heard.values())) == len(heard) > 10
    assert named.keys().isdisjoint(heard.values())


@pytest.mark.parametrize(
    "text",
    [
        "please just listen. i dont see any way out any more",
        "like i want to die bad",
        "I can't live like this.",
        "honestly im a burden to everyone",
        "i bang my head til it goes quiet",
        "the world doesnt need me",
        "nobody would even come to my funeral lol",
        "signing off for good",
        "if something happens to me give my comics to sam",
        "sometimes i just want to stop existing",
    ],
)
def test_a_friend_is_heard_in_the_words_of_a_child(nlp: Language, text: str) -> None:
    (flag, *_) = check(nlp, Message(text=text, direction=Direction.RECEIVED)).flags
    assert (flag.category, flag.role, flag.weight) == (FRIEND_HURTING, Role.WITNESS, Weight.STOP)
    (own, *_) = check(nlp, Message(text=text)).flags
    assert own.category == "care/hurting"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("my dad hits me", "care/unsafe"),
        ("he touches me at night and i cant sleep", "care/unsafe"),
        ("they took my bag again and nobody helped", "care/bullied"),
    ],
)
def test_a_friend_who_is_not_safe_is_heard(nlp: Language, text: str, own: str) -> None:
    assert own in {flag.category for flag in check(nlp, Message(text=text)).flags}
    heard = check(nlp, Message(text=text, direction=Direction.RECEIVED)).flags
    assert (FRIEND_HURTING, Role.WITNESS) in {(flag.category, flag.role) for flag in heard}


@pytest.mark.parametrize(
    "text", ["my dad hit the ball over the fence", "grandad went to hospital again", "i feel fat today"]
)
def test_small_things_and_worries_of_a_friend_stay_silent(nlp: Language, text: str) -> None:
    assert not check(nlp, Message(text=text, direction=Direction.RECEIVED)).flags


@pytest.mark.parametrize("text", ["i want to die of embarrassment", "i am dead, that was so funny"])
def test_fun_stays_silent_in_both_directions(nlp: Language, text: str) -> None:
    for direction in Direction:
        assert not check(nlp, Message(text=text, direction=direction)).flags


@pytest.mark.parametrize(
    "text",
    ["u told every1 my seekrit. i hate u. we r not frends eny more", "u told everyone my secret and i hate u"],
)
def test_a_friend_who_is_angry_with_the_reader_is_not_a_friend_who_hurts(nlp: Language, text: str) -> None:
    found = {flag.category for flag in check(nlp, Message(text=text, direction=Direction.RECEIVED)).flags}
    assert "unkind/exclusion" in found
    assert FRIEND_HURTING not in found


def test_a_friend_who_tells_the_reader_what_others_did_is_heard(nlp: Language) -> None:
    message = Message(text="i told you they hid my pe kit again", direction=Direction.RECEIVED)
    assert FRIEND_HURTING in {flag.category for flag in check(nlp, message).flags}


@pytest.mark.parametrize(
    "text",
    [
        "my dad hits me. dont tell anyone",
        "i cut myself last night pls dont tell anyone",
        "dont tell anyone but i hurt myself",
    ],
)
def test_a_friend_who_is_hurt_and_asks_for_a_secret_is_heard_and_not_reported(nlp: Language, text: str) -> None:
    def found(audience: Audience) -> dict[str, Weight]:
        message = Message(text=text, direction=Direction.RECEIVED, audience=audience)
        return {flag.category: flag.weight for flag in check(nlp, message).flags}

    assert found(Audience.FRIEND) == {"care/friend-hurting": Weight.STOP}
    assert found(Audience.STRANGER)["red-flag/secrecy"] is Weight.STOP


def test_a_secret_between_friends_without_a_hurt_stays_one_to_look_at(nlp: Language) -> None:
    message = Message(text="pls dont tell anyone", direction=Direction.RECEIVED, audience=Audience.FRIEND)
    assert {flag.category for flag in check(nlp, message).flags} == {"red-flag/secrecy"}
