"""Stages add up over turns, for each sender alone, and more is needed between people who know each other."""

from __future__ import annotations

import pytest

from coach.models.stage import Acquaintance, AcquaintanceSign, SignStrength, StageSign
from coach.models.thread import Between
from coach.stages import Staircase, climb, read_stages
from coach.stages.staircase import Sign

STAGES = read_stages().stages
COMMON, PLAIN, GRAVE = SignStrength


def sign(turn: int, stage: str, strength: SignStrength = PLAIN, sender: str = "rex") -> Sign:
    return turn, sender, StageSign(stage, 0, 4, strength)


def climbed(*signs: Sign, between: Between | None = Between.ONLINE, known: tuple[Acquaintance, ...] = ()) -> Staircase:
    met = [(100 + at, "rex", AcquaintanceSign(kind, 0, 4)) for at, kind in enumerate(known)]
    return climb(signs, met, between, STAGES)


SLOW = (sign(0, "kindness"), sign(40, "apart"), sign(900, "secrecy"), sign(2000, "picture-or-meeting"))


def test_stages_add_up_over_days_and_the_alarm_names_its_turn() -> None:
    (alarm,) = climbed(*SLOW).alarms
    assert [(step.stage.id, step.turn) for step in alarm.steps] == [
        ("kindness", 0),
        ("apart", 40),
        ("secrecy", 900),
        ("picture-or-meeting", 2000),
    ]
    assert alarm.alarm == 900


def test_kindness_and_questions_alone_are_none() -> None:
    assert climbed(sign(0, "kindness"), sign(1, "finding-out"), sign(2, "apart"), sign(3, "test")).alarms == ()


def test_a_stage_is_named_where_a_family_sees_it_marked() -> None:
    marked = StageSign("kindness", 2, 9, COMMON, is_marked=True)
    (one,) = climbed((7, "rex", marked), sign(17, "kindness", GRAVE), sign(20, "secrecy", GRAVE)).climbs
    assert [(step.stage.id, step.turn) for step in one.steps] == [("kindness", 7), ("secrecy", 20)]


def marked(turn: int, stage: str) -> Sign:
    return turn, "rex", StageSign(stage, 0, 4, COMMON, is_marked=True)


@pytest.mark.parametrize(
    ("signs", "between", "certain"),
    [
        ((marked(2, "threat"), marked(4, "threat"), sign(3, "test", COMMON)), Between.ONLINE, 4),
        ((marked(2, "threat"), marked(4, "threat"), sign(3, "test", COMMON)), Between.FRIENDS, None),
        ((marked(2, "threat"), marked(4, "threat"), marked(6, "secrecy")), Between.FRIENDS, 6),
        ((marked(2, "threat"), marked(2, "threat"), sign(3, "test", COMMON)), Between.ONLINE, None),
        ((marked(2, "threat"), marked(4, "threat")), Between.ONLINE, None),
    ],
)
def test_threats_that_a_family_sees_again_need_nothing_beside_them(
    signs: tuple[Sign, ...], between: Between, certain: int | None
) -> None:
    (one,) = climbed(*signs, between=between).climbs
    assert one.certain == certain


@pytest.mark.parametrize(
    ("third", "between", "certain"),
    [
        ("picture-or-meeting", Between.ONLINE, 4),
        ("test", Between.ONLINE, None),
        ("picture-or-meeting", Between.FRIENDS, None),
    ],
)
def test_four_stages_with_a_secret_and_a_further_heavy_one_need_nothing_beside_them(
    third: str, between: Between, certain: int | None
) -> None:
    signs = sign(0, "kindness", COMMON), sign(1, "finding-out"), sign(3, third), sign(4, "secrecy", GRAVE)
    (one,) = climbed(*signs, between=between).climbs
    assert one.certain == certain


@pytest.mark.parametrize(
    ("signs", "between", "certain"),
    [
        ((sign(1, "picture-or-meeting", COMMON), marked(3, "threat"), sign(6, "secrecy")), Between.ONLINE, 6),
        ((sign(1, "secrecy"), sign(2, "kindness", COMMON), marked(5, "threat")), Between.ONLINE, 5),
        ((sign(1, "picture-or-meeting"), marked(3, "threat"), sign(6, "secrecy")), Between.FRIENDS, None),
        ((sign(1, "picture-or-meeting"), marked(3, "threat"), sign(6, "secrecy", COMMON)), Between.ONLINE, None),
        ((sign(1, "picture-or-meeting"), sign(3, "threat"), sign(6, "secrecy")), Between.ONLINE, None),
        ((marked(3, "threat"), sign(6, "secrecy")), Between.ONLINE, None),
    ],
)
def test_one_threat_that_a_family_sees_with_a_plain_secret_and_a_third_stage_need_nothing_beside_them(
    signs: tuple[Sign, ...], between: Between, certain: int | None
) -> None:
    (one,) = climbed(*signs, between=between).climbs
    assert one.certain == certain


def test_one_stage_alone_is_none_however_grave() -> None:
    assert climbed(sign(0, "secrecy", GRAVE), sign(1, "secrecy", GRAVE)).alarms == ()


def test_common_words_need_more_stages() -> None:
    three = [sign(at, stage, COMMON) for at, stage in enumerate(("kindness", "finding-out", "picture-or-meeting"))]
    assert climbed(*three).alarms == ()
    assert climbed(*three, sign(3, "apart", COMMON)).alarms
    assert climbed(*three, sign(3, "picture-or-meeting")).alarms


def test_senders_climb_each_for_themselves() -> None:
    both = climbed(sign(0, "kindness"), sign(1, "apart"), sign(2, "secrecy", GRAVE, sender="bea"))
    assert both.alarms == ()
    assert [one.sender for one in both.climbs] == ["rex", "bea"]


@pytest.mark.parametrize("between", [Between.FAMILY, Between.FRIENDS])
def test_more_is_needed_where_the_family_knows_them(between: Between) -> None:
    assert climbed(*SLOW, between=between).alarms == ()
    assert climbed(*SLOW, sign(2001, "threat", GRAVE), between=between).alarms


def test_words_may_show_that_they_know_each_other() -> None:
    assert climbed(*SLOW, between=None).alarms
    assert not climbed(*SLOW, between=None, known=(Acquaintance.IN_PERSON,)).alarms
    assert climbed(*SLOW, between=None, known=(Acquaintance.IN_PERSON, Acquaintance.ONLINE)).alarms
    assert climbed(*SLOW, between=Between.ONLINE, known=(Acquaintance.IN_PERSON,)).alarms


def test_naming_parents_in_a_turn_of_secrecy_shows_no_acquaintance() -> None:
    signs = (sign(0, "kindness"), sign(1, "apart"), sign(100, "secrecy"))
    assert climbed(*signs, between=None, known=(Acquaintance.IN_PERSON,)).alarms


def test_a_surprise_explains_the_secrets_of_a_family() -> None:
    signs = (
        sign(0, "kindness"),
        sign(1, "secrecy", GRAVE),
        sign(2, "test", GRAVE),
        sign(3, "picture-or-meeting", COMMON),
    )
    assert climbed(*signs, between=Between.FAMILY).alarms
    assert not climbed(*signs, between=Between.FAMILY, known=(Acquaintance.SURPRISE,)).alarms


def test_the_order_of_signs_does_not_matter() -> None:
    assert climbed(*reversed(SLOW)) == climbed(*SLOW)


def test_nothing_gives_nothing() -> None:
    assert climbed().climbs == ()
