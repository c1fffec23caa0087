"""A child who demands and threatens does not go along with anybody."""

from __future__ import annotations

import pytest

from coach.engine import check
from coach.models import Audience, Message, Weight
from tests.shipped import both_readers


def _found(text: str) -> dict[str, Weight]:
    flags = check(both_readers(), Message(text=text, audience=Audience.STRANGER)).flags
    return {flag.category: flag.weight for flag in flags}


@pytest.mark.parametrize(
    "text",
    [
        "send me the pic or i show everyone",
        "send me ur pic or i tell everyone",
        "send the video or ill post the other one",
    ],
)
def test_a_demand_with_a_threat_is_the_threat_alone(text: str) -> None:
    assert _found(text) == {"unkind/threat": Weight.STOP}


def test_a_yes_beside_a_threat_is_still_a_yes() -> None:
    found = _found("ok ill send u the pic. tell any1 n ill break ur legs")
    assert found.keys() == {"going-along/sends-picture", "unkind/threat"}
