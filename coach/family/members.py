"""Adds, selects and removes children of a family; nothing here reads or writes files."""

from __future__ import annotations

from enum import Enum

from coach.errors import FamilyError
from coach.models import AgeBand, Family, Member
from coach.models.family import MAX_MEMBERS, MAX_NICKNAME
from coach.visible import visible


class NicknameTrouble(Enum):
    """Why a nickname cannot be used, as a problem and its fix."""

    EMPTY = f"invalid nickname: use 1 to {MAX_NICKNAME} characters", "choose another nickname"
    LONG = f"invalid nickname: use at most {MAX_NICKNAME} characters", "choose another nickname"
    TAKEN = "the nickname {} is taken", "choose another nickname"
    FULL = f"too many children: at most {MAX_MEMBERS} allowed", "remove one first"


def trouble_with(family: Family, nickname: str) -> NicknameTrouble | None:
    """Return why a child with this nickname cannot join; None if it can."""
    nickname = _tidied(nickname)
    if not nickname:
        return NicknameTrouble.EMPTY
    if len(nickname) > MAX_NICKNAME:
        return NicknameTrouble.LONG
    if nickname.casefold() in {member.nickname.casefold() for member in family.members}:
        return NicknameTrouble.TAKEN
    return NicknameTrouble.FULL if len(family.members) >= MAX_MEMBERS else None


def join(family: Family, nickname: str, age: AgeBand) -> Family:
    """Add a child, who is using Coach from now on.

    The first child takes over the progress the family made before anybody had a nickname.

    Raises:
        FamilyError: the nickname is empty, too long or taken, or there are too many children.
    """
    trouble = trouble_with(family, nickname)
    nickname = _tidied(nickname)
    if trouble:
        problem, fix = trouble.value
        raise FamilyError(f"{problem.format(nickname)}\n    fix: {fix}")
    changed: dict[str, object] = {"playing": nickname, "was_asked": True}
    changed["members"] = (*family.members, Member(nickname=nickname, age=age))
    if not family.members:
        changed |= {"tracks": {nickname: family.track}, "progress": {}, "promises": ()}
    return family.model_copy(update=changed)


def sit_down(family: Family, nickname: str) -> Family:
    """Select the child who is using Coach now; an unknown nickname changes nothing."""
    if nickname not in {member.nickname for member in family.members}:
        return family
    return family.model_copy(update={"playing": nickname})


def leave(family: Family, nickname: str) -> Family:
    """Remove a child and its progress."""
    members = tuple(member for member in family.members if member.nickname != nickname)
    tracks = {name: track for name, track in family.tracks.items() if name != nickname}
    playing = family.playing
    if playing == nickname:
        playing = members[0].nickname if members else ""
    return family.model_copy(update={"members": members, "tracks": tracks, "playing": playing})


def _tidied(nickname: str) -> str:
    return visible(" ".join(nickname.split()))
