"""Whoever demands and threatens presses the child: such a message is blackmail, not a friend's call for help."""

from __future__ import annotations

import pytest

from tests.conftest import Check

BLACKMAIL, FRIEND = "red-flag/blackmail", "care/friend-hurting"


@pytest.mark.parametrize("audience", ["friend", "group", "stranger", "public"])
@pytest.mark.parametrize(
    "text",
    [
        "give me 50 robux or she sees them all",
        "pay 20 euro or he sees your pics",
        "lol pay me or he gets it",
        "Pay up or she tells your mum.",
        "gimme ur robux or everyone sees ur pics",
        "send me 20 quid or they get the video",
        "money or else he posts it",
    ],
)
def test_a_demand_with_a_threat_is_blackmail_alone(check_text: Check, text: str, audience: str) -> None:
    flags = check_text(text, direction="received", audience=audience).flags
    assert {flag.category for flag in flags} == {BLACKMAIL}


@pytest.mark.parametrize(
    "text",
    [
        "she says pay 20 euro or she shows everyone my pics",
        "he wants 50 robux or he shows everyone my pics",
        "i have to pay 20 or he shows everyone my pics",
        "this girl told me to pay 20 or she posts it",
        "they want me to pay 20 euro or they post it",
        "pay 20 or she shows everyone my pics, thats what he wrote",
        "im scared, its pay 20 or he shows them",
    ],
)
def test_a_friend_who_tells_of_a_demand_is_heard(check_text: Check, text: str) -> None:
    flags = check_text(text, direction="received", audience="friend").flags
    assert FRIEND in {flag.category for flag in flags}
