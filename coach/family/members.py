"""Adds, selects, changes and removes children of a family; nothing here reads or writes files."""

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


def trouble_with(family: Family, nickname: str, *, before: str = "") -> NicknameTrouble | None:
    """Return why a nickname cannot be used; None if it can.

    Args:
        family: the family.
        nickname: the nickname that was typed.
        before: the nickname of the child that shall be called so; empty for a new child.
    """
    nickname = _tidied(nickname)
    if not nickname:
        return NicknameTrouble.EMPTY
    if len(nickname) > MAX_NICKNAME:
        return NicknameTrouble.LONG
    others = {member.nickname for member in family.members} - {before}
    if nickname.casefold() in map(str.casefold, others):
        return NicknameTrouble.TAKEN
    return NicknameTrouble.FULL if not before and len(family.members) >= MAX_MEMBERS else None


def join(family: Family, nickname: str, age: AgeBand) -> Family:
    """Add a child, who is using Coach from now on.

    The first child takes over the progress the family made before anybody had a nickname.

    Raises:
        FamilyError: the nickname is empty, too long or taken, or there are too many children.
    """
    nickname = _usable(family, nickname)
    changed: dict[str, object] = {"playing": nickname, "was_asked": True}
    changed["members"] = (*family.members, Member(nickname=nickname, age=age))
    if not family.members:
        changed |= {"tracks": {nickname: family.track}, "progress": {}, "promises": ()}
        changed |= {"made": {}, "last_night": None}
    return family.model_copy(update=changed)


def sit_down(family: Family, nickname: str) -> Family:
    """Select the child who is using Coach now; an unknown nickname changes nothing."""
    if nickname not in {member.nickname for member in family.members}:
        return family
    return family.model_copy(update={"playing": nickname})


def change(family: Family, before: str, nickname: str, age: AgeBand) -> Family:
    """Give a child another nickname or age; its progress and promises stay. An unknown child changes nothing.

    Raises:
        FamilyError: the nickname is empty, too long or taken.
    """
    nickname = _usable(family, nickname, before)
    members = tuple(
        Member(nickname=nickname, age=age) if member.nickname == before else member for member in family.members
    )
    tracks = {nickname if name == before else name: track for name, track in family.tracks.items()}
    playing = nickname if family.playing == before else family.playing
    return family.model_copy(update={"members": members, "tracks": tracks, "playing": playing})


def leave(family: Family, nickname: str) -> Family:
    """Remove a child and its progress."""
    members = tuple(member for member in family.members if member.nickname != nickname)
    tracks = {name: track for name, track in family.tracks.items() if name != nickname}
    playing = family.playing
    if playing == nickname:
        playing = members[0].nickname if members else ""
    return family.model_copy(update={"members": members, "tracks": tracks, "playing": playing})


def _usable(family: Family, nickname: str, before: str = "") -> str:
    """Return a nickname as it is kept, or raise if it cannot be used."""
    trouble = trouble_with(family, nickname, before=before)
    nickname = _tidied(nickname)
    if trouble:
        problem, fix = trouble.value
        raise FamilyError(f"{problem.format(nickname)}\n    fix: {fix}")
    return nickname


def _tidied(nickname: str) -> str:
    return visible(" ".join(nickname.split()))
