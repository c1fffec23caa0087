"""Who is in the family, and how far each child came."""

from __future__ import annotations

import pytest

from coach.errors import FamilyError
from coach.family import finish, join, leave, promise, remember, sit_down
from coach.models import AgeBand, Family, Track
from coach.models.family import MAX_MEMBERS


def two() -> Family:
    return join(join(Family(), "Bean", AgeBand.EIGHT), "Moss", AgeBand.TWELVE)


def test_each_child_has_a_track_of_its_own() -> None:
    family = remember(two(), "strangers", "here")
    assert family.playing == "Moss"
    family = promise(finish(sit_down(family, "Bean"), "strangers"), "strangers")
    assert family.track.progress["strangers"].finished
    assert family.track.promises == ("strangers",)
    assert sit_down(family, "Moss").track.progress["strangers"].step == "here"
    assert sit_down(family, "Moss").track.promises == ()


def test_the_first_child_takes_over_what_was_done_before() -> None:
    family = join(promise(remember(Family(), "strangers", "here"), "strangers"), "Bean", AgeBand.TEN)
    assert family.track.progress["strangers"].step == "here"
    assert (family.progress, family.promises) == ({}, ())
    assert join(family, "Moss", AgeBand.TEN).track == Track()


def test_a_child_that_leaves_is_forgotten() -> None:
    family = leave(two(), "Moss")
    assert (family.playing, family.members[0].nickname, list(family.tracks)) == ("Bean", "Bean", ["Bean"])
    assert leave(family, "Bean").playing == ""


def test_nobody_sits_down_who_is_not_there() -> None:
    assert sit_down(two(), "Fern") == two()


@pytest.mark.parametrize("nickname", ["", "   ", "x" * 17, "bean"])
def test_a_nickname_that_cannot_be_used(nickname: str) -> None:
    with pytest.raises(FamilyError, match="fix: "):
        join(two(), nickname, AgeBand.TEN)


def test_there_is_an_end_of_children() -> None:
    family = Family()
    for number in range(MAX_MEMBERS):
        family = join(family, f"child {number}", AgeBand.TEN)
    with pytest.raises(FamilyError, match="remove one first"):
        join(family, "one more", AgeBand.TEN)


def test_control_characters_do_not_stay_in_a_nickname() -> None:
    assert join(Family(), "Be\x1ban", AgeBand.TEN).playing == "Be\ufffdan"
