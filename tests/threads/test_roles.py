"""Whom unkind words hit: a name decides; else the turns before say who "u" and "she" are."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models import Concern, Role
from coach.threads.thin_turns import is_thin
from coach.threads.whom import last_speaker
from tests.threads.test_conversation import conversation, turns_of

TARGET, WITNESS = Role.TARGET, Role.WITNESS


def role_of_last(nlp: Language, said: list[tuple[str, str]], me: str = "Mia") -> Role:
    _, read = conversation(nlp, said, me)
    (role,) = {flag.role for flag in read[-1].flags if flag.concern is Concern.UNKIND}
    return role


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("ur so dumb", TARGET),
        ("what a loser", TARGET),
        ("mia is such a loser", TARGET),
        ("that @mia is so ugly", TARGET),
        ("zoe is so ugly", WITNESS),
        ("she is so ugly", WITNESS),
    ],
)
def test_between_two_all_but_words_about_somebody_else_hit_the_child(nlp: Language, words: str, role: Role) -> None:
    said = [("Mia", "did u do the maths"), ("Leo", "ya"), ("Leo", "its ez"), ("Leo", words)]
    assert role_of_last(nlp, said) is role


def test_between_two_of_whom_nobody_is_named_as_the_child_each_name_hits_one_of_them(nlp: Language) -> None:
    said = [("Mia", "hi"), ("Leo", "mia is such a loser")]
    assert role_of_last(nlp, said, me="") is TARGET
    assert role_of_last(nlp, [*said[:1], ("Leo", "zoe is such a loser")], me="") is WITNESS


HELLO = [("Ana", "hi"), ("Ben", "hey"), ("Cam", "yo")]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ([("Mia", "look at my drawing"), ("Leo", "lol"), ("Ana", "omg"), ("Leo", "ur so ugly")], TARGET),
        ([("Mia", "i got a haircut"), ("Ana", "ok"), ("Cam", "lol it looks so bad"), ("Ben", "ur so ugly")], TARGET),
        ([("Mia", "can i join the game"), ("Leo", "no"), ("Ana", "its full"), ("Leo", "ur so bad at it")], TARGET),
        ([("Leo", "mia ur trash"), ("Ben", "anyone got the link"), ("Leo", "nobody likes u")], TARGET),
        ([("Leo", "mia ur trash"), ("Ana", "fr"), ("Ben", "ur so ugly")], TARGET),
        ([("Ana", "did u see mia in pe"), ("Ben", "shes so slow")], TARGET),
        ([("Mia", "u are all so dumb"), ("Leo", "lol"), ("Ana", "wow"), ("Leo", "ur so ugly")], TARGET),
        ([("Zoe", "i failed maths again"), ("Mia", "lol"), ("Leo", "ur so dumb")], WITNESS),
        ([("Mia", "look at my drawing"), ("Zoe", "i failed maths again"), ("Leo", "ur so dumb")], WITNESS),
        ([("Zoe", "hi"), ("Ben", "zoe ur ugly"), ("Mia", "lol"), ("Ben", "u look like a pig")], WITNESS),
        ([("Mia", "look at my drawing"), ("Leo", "zoe is so ugly")], WITNESS),
    ],
)
def test_in_a_group_the_turns_before_say_whom_unkind_words_hit(
    nlp: Language, said: list[tuple[str, str]], role: Role
) -> None:
    assert role_of_last(nlp, [*HELLO, ("Mia", "hi"), *said]) is role


def test_who_is_hit_is_said_the_same_of_the_turn_and_of_the_group(nlp: Language) -> None:
    said = [*HELLO, ("Mia", "look at my drawing"), ("Ana", "lol"), ("Ben", "omg"), ("Ana", "ur so ugly")]
    chat, read = conversation(nlp, said)
    assert [flag.role for flag in read[-1].flags] == [TARGET]
    assert [story.hit_by for story in chat.watch.groups(chat.facts.values())] == [{"Mia": {"Ana": (6,)}}]


def test_goading_hits_whoever_wrote_that_they_hurt_and_not_the_child_who_comforts(nlp: Language) -> None:
    said = [*HELLO, ("Ana", "i want to die"), ("Mia", "ana pls dont say that"), ("Ben", "kys then")]
    chat, read = conversation(nlp, said)
    assert [flag.role for flag in read[-1].flags] == [WITNESS]
    assert [story.hit_by for story in chat.watch.groups(chat.facts.values())] == [{"Ana": {"Ben": (5,)}}]
    assert role_of_last(nlp, [*said[:-1], ("Mia", "ben leave her alone"), ("Ben", "kys then")]) is TARGET


def test_whoever_is_named_and_answers_is_still_pushed_though_the_child_asks_in_between(nlp: Language) -> None:
    said = [*HELLO, ("Ben", "@Cam ring her bell and run"), ("Cam", "i dont want to"), ("Mia", "what r u doing")]
    chat, read = conversation(nlp, [*said, ("Ben", "bet u wont")])
    assert [flag.role for flag in read[-1].flags] == [WITNESS]
    assert [story.hit_by for story in chat.watch.groups(chat.facts.values())] == [{"Cam": {"Ben": (6,)}}]
    assert role_of_last(nlp, [*said[:-1], ("Mia", "ben dont"), ("Ben", "bet u wont")]) is TARGET


def test_who_only_answers_is_passed_over_and_a_picture_is_not() -> None:
    turns = turns_of([("Mia", ""), ("Ana", "lol"), ("Ben", "cute dog")])
    assert last_speaker(turns, "Cam") == "Mia"
    assert last_speaker(turns[1:], "Cam") == "Ben"
    assert last_speaker([], "Cam") is None
    assert is_thin("lol it looks so bad")
    assert not any(map(is_thin, ["my dog", "why tho?", "anyone got the link", "lol i failed", ""]))
