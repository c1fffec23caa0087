"""Who is in the family; nothing here reads or writes."""

from __future__ import annotations

from coach.errors import FamilyError
from coach.models import AgeBand, Family, Member
from coach.models.family import MAX_MEMBERS, MAX_NICKNAME
from coach.visible import visible


def join(family: Family, nickname: str, age: AgeBand) -> Family:
    """A family with one more child, who sits here now.

    The first child takes over how far the family came before anybody had a nickname.

    Raises:
        FamilyError: the nickname is empty, too long or taken, or there are too many children.
    """
    nickname = visible(" ".join(nickname.split()))
    if not nickname or len(nickname) > MAX_NICKNAME:
        raise FamilyError(f"this is no nickname\n    fix: use 1 to {MAX_NICKNAME} characters")
    if nickname.casefold() in {member.nickname.casefold() for member in family.members}:
        raise FamilyError(f"there is a {nickname} already\n    fix: use another nickname")
    if len(family.members) >= MAX_MEMBERS:
        raise FamilyError(f"there are {MAX_MEMBERS} children already\n    fix: remove one first")
    changed: dict[str, object] = {"playing": nickname, "was_asked": True}
    changed["members"] = (*family.members, Member(nickname=nickname, age=age))
    if not family.members:
        changed |= {"tracks": {nickname: family.track}, "progress": {}, "promises": ()}
    return family.model_copy(update=changed)


def sit_down(family: Family, nickname: str) -> Family:
    """A family whose child `nickname` sits here now; one that is not there changes nothing."""
    if nickname not in {member.nickname for member in family.members}:
        return family
    return family.model_copy(update={"playing": nickname})


def leave(family: Family, nickname: str) -> Family:
    """A family without the child `nickname` and how far it came."""
    members = tuple(member for member in family.members if member.nickname != nickname)
    tracks = {name: track for name, track in family.tracks.items() if name != nickname}
    playing = family.playing
    if playing == nickname:
        playing = members[0].nickname if members else ""
    return family.model_copy(update={"members": members, "tracks": tracks, "playing": playing})
