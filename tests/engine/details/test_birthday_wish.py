"""The age in a birthday wish is that of whoever has the birthday."""

import pytest

from coach.models import Audience
from tests.conftest import Check

AGE = "oversharing/age-birthday"
WISHES = (
    "happy birthday!! 13 today",
    "13 today!! happy birthday bestie",
    "HBD noah! 11 today",
    "Happy belated birthday ella!! 10 today right?",
    "Many happy returns! 9 today, enjoy the cake",
    "happy bday to the best goalie. 12 today",
)
OWN = (
    "13 today woo",
    "im 13 today",
    "happy birthday to me! 13 today",
    "thanks for the happy birthday messages! 13 today",
    "its my birthday! 13 today",
    "happy birthday twin! we r finally 12. i am 12 today",
)


@pytest.mark.parametrize("text", WISHES)
@pytest.mark.parametrize("audience", [Audience.FRIEND, Audience.GROUP])
def test_a_friends_age_in_a_wish_gives_nothing_away(check_text: Check, text: str, audience: Audience) -> None:
    assert AGE not in {flag.category for flag in check_text(text, audience=audience.value).flags}


@pytest.mark.parametrize("text", WISHES)
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.STRANGER])
def test_others_learn_the_age_of_a_child_from_a_wish(check_text: Check, text: str, audience: Audience) -> None:
    assert AGE in {flag.category for flag in check_text(text, audience=audience.value).flags}


@pytest.mark.parametrize("text", OWN)
@pytest.mark.parametrize("audience", Audience)
def test_who_has_the_birthday_gives_the_age_away(check_text: Check, text: str, audience: Audience) -> None:
    assert AGE in {flag.category for flag in check_text(text, audience=audience.value).flags}
