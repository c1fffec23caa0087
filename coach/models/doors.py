"""Who may message whom in one app, at one time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from coach.models.base import Model


class Relation(StrEnum):
    """What somebody who wants to write is to you."""

    STRANGER = "stranger"
    FOLLOWER = "follower"
    """Follows you; you do not follow back."""
    FOLLOWED = "followed"
    """You follow; they do not follow back."""
    FRIEND = "friend"
    """Each follows the other, or both said yes."""
    FRIEND_OF_FRIEND = "friend-of-friend"
    CONNECTION = "connection"
    """Someone you know from work or school and said yes to."""
    BUSINESS = "business"
    ANONYMOUS = "anonymous"
    BLOCKED = "blocked"


class Whose(StrEnum):
    """Who can switch a setting."""

    YOURS = "yours"
    THEIRS = "theirs"


class DoorSetting(Model):
    """A switch that opens or closes doors."""

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    label: str = Field(min_length=1, max_length=50)
    whose: Whose = Whose.YOURS
    on: bool
    """How it stands at first."""


class Visitor(Model):
    """Somebody who wants to write to you, and what happens while the settings stand in a certain way."""

    who: Relation
    label: str = Field(min_length=1, max_length=40)
    when: Mapping[str, bool] = {}
    """How settings must stand for this to hold; empty: however they stand."""
    starts: bool
    """Whether they may start a talk with you."""
    answers: bool
    """Whether they may answer when you wrote first."""
    sent: str = Field(min_length=1, max_length=70)
    """What happens to what is sent."""
    why: str = Field(min_length=1, max_length=90)

    def holds(self, settings: Mapping[str, bool]) -> bool:
        """Whether this is what happens under `settings`."""
        return all(settings.get(name) is on for name, on in self.when.items())


class Doors(Model):
    """The doors of one app, as a source told of them at a time."""

    app: str = Field(min_length=1, max_length=16)
    era: str = Field(min_length=1, max_length=40)
    """The time this tells of, in words."""
    since: date | None = None
    until: date | None = None
    told: date
    """The day of the source; where only the month or the year is known, about."""
    source: str = Field(min_length=1, max_length=90)
    """What tells it, so that it can be said as "From: ..."."""
    today: str = Field(min_length=1, max_length=160)
    """That it may have changed since, and where to look."""
    where: str = Field(min_length=1, max_length=100)
    """Where a family finds the same settings in its own app."""
    settings: tuple[DoorSetting, ...] = Field(default=(), max_length=4)
    visitors: tuple[Visitor, ...] = Field(min_length=1)

    def at_door(self, settings: Mapping[str, bool]) -> tuple[Visitor, ...]:
        """For each kind of visitor what happens under `settings`, in the order of the file."""
        found: dict[Relation, Visitor] = {}
        for visitor in self.visitors:
            if visitor.who not in found and visitor.holds(settings):
                found[visitor.who] = visitor
        return tuple(found.values())

    @property
    def first_settings(self) -> dict[str, bool]:
        """How the settings stand at first."""
        return {setting.name: setting.on for setting in self.settings}
