"""Who may be in danger now is spoken of first, and as gravely before a friend as before anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.models import Audience, Direction, Message, Weight, gravest_first
from tests.shipped import few_compiled


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("text", ["i took a load of pills", "i wont be around much longer"])
def test_danger_is_a_stop_for_everybody(nlp: Language, text: str, audience: Audience) -> None:
    report = check(nlp, Message(text=text, audience=audience))
    assert {(flag.category, flag.weight) for flag in report.flags} == {("care/hurting", Weight.STOP)}


def test_a_low_mood_before_a_friend_is_not(nlp: Language) -> None:
    report = check(nlp, Message(text="i feel so hollow", audience=Audience.FRIEND))
    assert report.weight is Weight.PAUSE


def test_danger_is_still_known_after_saving() -> None:
    rules = few_compiled()
    name, terms = next(iter(rules.terms.items()))
    grave = replace(rules, terms={**rules.terms, name: replace(terms, danger=True)})
    read = parse_compiled(dump_compiled(grave)).terms
    assert [one for one in read if read[one].danger] == [name]


def test_a_wish_to_die_comes_before_other_unkind_words(nlp: Language) -> None:
    report = check(nlp, Message(text="i hate you so much go and die"))
    assert [flag.category for flag in report.flags] == ["unkind/exclusion", "unkind/self-harm"]
    assert [flag.category for flag in gravest_first(report.flags)] == ["unkind/self-harm", "unkind/exclusion"]


def test_what_somebody_asks_comes_gravest_first_within_a_weight(nlp: Language) -> None:
    text = "ill send u free gems. how old are u? dont tell ur mum about us"
    report = check(nlp, Message(text=text, direction=Direction.RECEIVED, audience=Audience.STRANGER))
    flags = gravest_first(report.flags)
    assert report.flags[0].category == "red-flag/gift"
    assert flags[0].category == "red-flag/secrecy"
    assert [flag.weight.rank for flag in flags] == sorted((flag.weight.rank for flag in flags), reverse=True)
