"""What a family keeps, and nothing else."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from coach.models.base import Model
from coach.models.private_word import MAX_PRIVATE_WORDS, PrivateWord

FAMILY_VERSION: Final = 4
"""The form of the file that this Coach writes."""
MAX_MEMBERS = 8
MAX_NICKNAME = 16
MAX_PROMISES = 12
"""On each side of an agreement."""
MAX_PROMISE = 200

PromiseText = Annotated[str, StringConstraints(min_length=1, max_length=MAX_PROMISE, strip_whitespace=True)]


class AgeBand(StrEnum):
    """How old a child is, as far as Coach asks."""

    EIGHT = "8-9"
    TEN = "10-11"
    TWELVE = "12-14"


class Member(Model):
    """A child of the family: a nickname and an age band, and nothing more."""

    nickname: str = Field(min_length=1, max_length=MAX_NICKNAME)
    age: AgeBand


class Progress(Model):
    """How far a family came in one lesson."""

    step: str
    """The slug of the step to go on with; empty when it is time to begin again."""
    finished: bool = False
    """Whether the end was reached at least once."""


class Track(Model):
    """How far one child came, and what it promised together with its grown-up."""

    progress: dict[str, Progress] = Field(default_factory=dict)
    """By the lesson's name."""
    promises: tuple[str, ...] = ()
    """The names of the lessons whose promise was made."""


class Agreement(Model):
    """What the child and the grown-up promise each other, in their own words."""

    child: tuple[PromiseText, ...] = Field(default=(), max_length=MAX_PROMISES)
    grown_up: tuple[PromiseText, ...] = Field(default=(), max_length=MAX_PROMISES)
    look_again: date | None = None
    """The day on which they look at it again."""


class Comfort(Model):
    """How the app looks."""

    theme: str = ""
    """The name of the app's theme; empty for its own choice."""
    moves: bool = True
    """Whether somebody who writes in a talk takes a moment to type."""
    is_roomy: bool = False
    """Whether there is more space between things."""


class Family(Model):
    """The people at the keyboard: what their file holds."""

    version: int = Field(default=FAMILY_VERSION, ge=1, le=FAMILY_VERSION)
    """The form of the file; a Coach that is older than the file leaves it alone."""
    progress: dict[str, Progress] = Field(default_factory=dict)
    """Of a child without a nickname, by the lesson's name."""
    promises: tuple[str, ...] = ()
    """The names of the lessons whose promise a child without a nickname made."""
    private_words: tuple[PrivateWord, ...] = Field(default=(), max_length=MAX_PRIVATE_WORDS, repr=False)
    """What the family keeps to itself; since version 2."""
    rules_only: bool = False
    """Whether the second reader is to keep silent; since version 3."""
    members: tuple[Member, ...] = Field(default=(), max_length=MAX_MEMBERS)
    """The children; since version 4, as all below."""
    playing: str = ""
    """The nickname of the child that sits here now; empty for one without."""
    tracks: dict[str, Track] = Field(default_factory=dict)
    """By nickname."""
    agreement: Agreement | None = None
    comfort: Comfort = Comfort()
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    """Where the family looks for help, as ISO 3166 writes it; empty while nobody chose."""
    was_asked: bool = False
    """Whether Coach asked on its first start who is here."""

    @property
    def track(self) -> Track:
        """How far the child came that sits here now."""
        if self.playing:
            return self.tracks.get(self.playing, Track())
        return Track(progress=self.progress, promises=self.promises)

    def with_track(self, track: Track) -> Family:
        """This family, with another track for the child that sits here now."""
        if self.playing:
            return self.model_copy(update={"tracks": {**self.tracks, self.playing: track}})
        return self.model_copy(update={"progress": track.progress, "promises": track.promises})
