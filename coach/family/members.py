"""Adds, selects and removes children of a family; nothing here reads or writes files."""

from __future__ import annotations

from coach.errors import FamilyError
from coach.models import AgeBand, Family, Member
from coach.models.family import MAX_MEMBERS, MAX_NICKNAME
from coach.visible import visible


def join(family: Family, nickname: str, age: AgeBand) -> Family:
    """Add a child, who is using Coach from now on.

    The first child takes over the progress the family made before anybody had a nickname.

    Raises:
        FamilyError: the nickname is empty, too long or taken, or there are too many children.
    """
    nickname = visible(" ".join(nickname.split()))
    if not nickname or len(nickname) > MAX_NICKNAME:
        raise FamilyError(f"invalid nickname: use 1 to {MAX_NICKNAME} characters\n    fix: choose another nickname")
    if nickname.casefold() in {member.nickname.casefold() for member in family.members}:
        raise FamilyError(f"the nickname {nickname} is taken\n    fix: choose another nickname")
    if len(family.members) >= MAX_MEMBERS:
        raise FamilyError(f"too many children: at most {MAX_MEMBERS} allowed\n    fix: remove one first")
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
