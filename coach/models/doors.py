"""Who can message whom in one app, at one point in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from coach.locale import N_, _
from coach.models.base import Model
from coach.models.dated import TERM

GROWN_OLD = N_("These facts are more than a year old, so check them first.")

SOME_GROWN_OLD = N_("Some of this is more than a year old, so check it first: {facts}.")


class Relation(StrEnum):
    """How somebody who wants to message you is related to you."""

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
    GROUP = "group"
    """A group that somebody adds you to."""
    ANONYMOUS = "anonymous"
    BLOCKED = "blocked"


class Whose(StrEnum):
    """Whose account a setting belongs to."""

    YOURS = "yours"
    THEIRS = "theirs"


class DoorSetting(Model):
    """A setting of an app that lets people in or keeps them out."""

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    label: str = Field(min_length=1, max_length=50)
    whose: Whose = Whose.YOURS
    on: bool
    """Its default."""


class Visitor(Model):
    """Somebody who wants to message you, and what happens under certain settings."""

    who: Relation
    label: str = Field(min_length=1, max_length=40)
    when: Mapping[str, bool] = {}
    """The settings under which this applies; empty if it always does."""
    starts: bool
    """Whether they can start a conversation with you."""
    answers: bool
    """Whether they can reply when you wrote first."""
    sees: bool = False
    """Whether they see what you post without asking, though they can neither start a conversation nor reply."""
    sent: str = Field(min_length=1, max_length=70)
    """What happens to the messages they send."""
    why: str = Field(min_length=1, max_length=90)

    def holds(self, settings: Mapping[str, bool]) -> bool:
        """Return whether this applies under `settings`."""
        return all(settings.get(name) is on for name, on in self.when.items())


class DoorFact(Model):
    """Something else that lets people hear, see or find a child: voice, live video, location."""

    what: str = Field(min_length=1, max_length=20)
    """What it is about: `Voice`."""
    says: str = Field(min_length=1, max_length=150)
    told: date | None = None
    """The date of its source, if that is not the source of the file."""
    source: str = Field(default="", max_length=90)
    """Its source, if that is not the source of the file."""


class Doors(Model):
    """Who gets through in one app, as a source described it at the time."""

    app: str = Field(min_length=1, max_length=16)
    era: str = Field(min_length=1, max_length=40)
    """The period this describes, in words."""
    since: date | None = None
    until: date | None = None
    told: date
    """The date of the source; approximate if only its month or year is known."""
    source: str = Field(min_length=1, max_length=90)
    """The source, in words that can follow "From: "."""
    today: str = Field(min_length=1, max_length=160)
    """A reminder that this may have changed, and where to look."""
    where: str = Field(min_length=1, max_length=100)
    """Where families find these settings in their own app."""
    settings: tuple[DoorSetting, ...] = Field(default=(), max_length=4)
    visitors: tuple[Visitor, ...] = Field(min_length=1)
    also: tuple[DoorFact, ...] = Field(default=(), max_length=5)

    def reminder(self, day: date) -> str:
        """Say where to check these facts, and on that day, whether they have grown old."""
        old = f"{grown} " if (grown := self._grown_old(day)) else ""
        where = _("In your app: {where}.").format(where=self.where)
        return f"{old}{self.today} {where}"

    def _grown_old(self, day: date) -> str:
        """Say once what has grown old: all of it, or the facts whose own source has."""
        if day - self.told > TERM:
            return _(GROWN_OLD)
        old = ", ".join(fact.what for fact in self.also if fact.told and day - fact.told > TERM)
        return _(SOME_GROWN_OLD).format(facts=old) if old else ""

    @property
    def facts(self) -> tuple[str, ...]:
        """What else lets people in, each with its source if it has its own."""
        return tuple(map(_fact, self.also))

    def at_door(self, settings: Mapping[str, bool]) -> tuple[Visitor, ...]:
        """Return the row that applies under `settings` for each kind of visitor, in file order."""
        found: dict[Relation, Visitor] = {}
        for visitor in self.visitors:
            if visitor.who not in found and visitor.holds(settings):
                found[visitor.who] = visitor
        return tuple(found.values())

    @property
    def first_settings(self) -> dict[str, bool]:
        """The default of each setting, by name."""
        return {setting.name: setting.on for setting in self.settings}


def _fact(fact: DoorFact) -> str:
    source = _(" From: {source}.").format(source=fact.source) if fact.source else ""
    return f"{fact.what}: {fact.says}{source}"
