"""What friends ask every day is calm from a friend only, and beside nothing that asks for more."""

from __future__ import annotations

import pytest

from coach.models import Concern, Direction
from tests.conftest import Check

EVERYDAY = (
    "is ur mum in??",
    "is your nan home i need my ball back",
    "can u ft me",
    "send a pic of ur costume",
    "whos ur teacher",
    "what class r u in for maths",
    "where r u im at the door",
    "turn ur cam on we wanna see the braces",
    "u can have my old bike",
    "mums pasta is better than ur nans haha",
)
MORE = (
    "is ur mum in? dont tell her im online",
    "is ur mum in or are u alone",
    "is ur mum in bed",
    "can u ft me when ur mum is asleep",
    "send a pic of ur costume with ur top off",
    "send a pic of ur legs",
    "turn ur cam on i wanna see ur body",
    "turn ur cam on in bed we wanna see the braces",
    "whos ur teacher and what time do u finish",
)


@pytest.mark.parametrize("text", EVERYDAY)
def test_a_friend_may_ask_it(text: str, check_text: Check) -> None:
    assert not check_text(text, direction=Direction.RECEIVED, audience="friend").flags


@pytest.mark.parametrize("audience", ["stranger", "public"])
@pytest.mark.parametrize("text", EVERYDAY[:-1])
def test_from_anybody_else_it_is_a_red_flag(text: str, audience: str, check_text: Check) -> None:
    assert check_text(text, direction=Direction.RECEIVED, audience=audience).of(Concern.RED_FLAG)


@pytest.mark.parametrize("text", MORE)
def test_beside_more_than_that_it_is_one_from_a_friend_too(text: str, check_text: Check) -> None:
    assert check_text(text, direction=Direction.RECEIVED, audience="friend").of(Concern.RED_FLAG)
