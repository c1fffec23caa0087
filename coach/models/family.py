"""Everything that Coach saves about a family."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from coach.models.base import Model
from coach.models.private_word import MAX_PRIVATE_WORDS, PrivateWord
from coach.models.weeks import same_week

FAMILY_VERSION: Final = 9
"""The format version that this Coach writes."""
MAX_MEMBERS = 8
MAX_NICKNAME = 16
MAX_PROMISES = 12
"""The most promises on each side of an agreement."""
MAX_PROMISE = 200
MAX_NIGHTS = 520
"""The most family nights that are kept, the newest ones: ten years of weeks."""
MAX_OFF = 100
"""The most categories, rules and words that a family may switch off."""
MAX_OFF_NAME = 120

PromiseText = Annotated[str, StringConstraints(min_length=1, max_length=MAX_PROMISE, strip_whitespace=True)]


class AgeGroup(StrEnum):
    """The ages for which advice is worded differently."""

    YOUNGER = "8-10"
    OLDER = "11-14"


class AgeBand(StrEnum):
    """A child's age, as precisely as Coach asks for it."""

    EIGHT = "8-9"
    TEN = "10-11"
    TWELVE = "12-14"

    @property
    def group(self) -> AgeGroup:
        """The age group whose words fit; children of 10 and 11 get those for younger ones."""
        return AgeGroup.OLDER if self is AgeBand.TWELVE else AgeGroup.YOUNGER


class Member(Model):
    """A child of the family: only a nickname and an age band."""

    nickname: str = Field(min_length=1, max_length=MAX_NICKNAME)
    age: AgeBand


class Progress(Model):
    """How far a family got in one lesson."""

    step: str
    """The slug of the step to continue with; empty to start over."""
    finished: bool = False
    """Whether the lesson was finished at least once."""
    day: date | None = None
    """The day on which a case was last finished, so that a week has one case; since version 5."""
    answered: bool = False
    """Whether a question was answered since the lesson was last begun; since version 6."""
    looked_through: bool = False
    """Whether the family came to its end with questions left open; since version 7."""

    @property
    def has_ended(self) -> bool:
        """Whether the family came to its end, whatever was left open."""
        return self.finished or self.looked_through


class NightSoFar(Model):
    """How far a family got in the night of a week."""

    day: date
    """A day of that week."""
    step: str
    """The slug of the step to continue with."""
    answered: bool = False
    """Whether a question was answered."""
    promised: str = ""
    """The name of the lesson whose promise was made in it; empty if none was; since version 8."""
    case: str = ""
    """The name of its case, which stays until the night is over; empty if it has none; since version 9."""


class WeeksCase(Model):
    """The case that was chosen for a week."""

    name: str
    day: date
    """A day of that week."""


class PromiseWords(Model):
    """A promise as the family words it."""

    child: str = ""
    """What the child promises; empty if that is as the lesson words it, and so is the next."""
    parent: str = ""
    """What the grown-up promises."""

    def __bool__(self) -> bool:
        """Whether either side has words of its own."""
        return bool(self.child or self.parent)


AS_WORDED: Final = PromiseWords()
"""No words of the family's own: those of the lesson."""


class MadePromise(Model):
    """When the promise of a lesson was made, and in which words."""

    day: date | None = None
    """The day on which it was made last; None if that is unknown."""
    own: str = Field(default="", max_length=MAX_PROMISE)
    """The child's own words; empty if they took those of the lesson."""
    own_parent: str = Field(default="", max_length=MAX_PROMISE)
    """The grown-up's own words; empty if they took those of the lesson; since version 9."""


class Track(Model):
    """One child's progress and promises."""

    progress: dict[str, Progress] = Field(default_factory=dict)
    """By the name of a lesson or case, the one practised the longest ago first."""
    promises: tuple[str, ...] = ()
    """The names of the lessons whose promise was made."""
    case: WeeksCase | None = None
    """The case chosen last, which stays for its week; since version 6."""
    made: dict[str, MadePromise] = Field(default_factory=dict)
    """How promises were made, by the name of the lesson; this and the field below since version 8."""
    last_night: date | None = None
    """The day of the child's last family night."""

    def has_answered(self, name: str) -> bool:
        """Return whether a question of the lesson or case of this name was answered."""
        return name in self.progress and self.progress[name].answered

    def own_words(self, lesson: str) -> PromiseWords:
        """Return the own words in which the promise of a lesson was made, as far as it was."""
        made = self.made.get(lesson, MadePromise())
        return PromiseWords(child=made.own, parent=made.own_parent)


class Agreement(Model):
    """What the child and the grown-up promise each other, in their own words."""

    child: tuple[PromiseText, ...] = Field(default=(), max_length=MAX_PROMISES)
    grown_up: tuple[PromiseText, ...] = Field(default=(), max_length=MAX_PROMISES)
    look_again: date | None = None
    """The day on which they plan to look at it again."""

    @property
    def sides(self) -> tuple[tuple[PromiseText, ...], tuple[PromiseText, ...]]:
        """The promises of the child and of the grown-up."""
        return self.child, self.grown_up


class Comfort(Model):
    """How the app looks."""

    theme: str = ""
    """The name of the theme; empty for the app's default."""
    companion: str = ""
    """The name of the figure that keeps the family company; empty for the first one; since version 5."""
    moves: bool = True
    """Whether chat partners take a moment to type, pauses breathe and companions blink."""
    is_roomy: bool = False
    """Whether the layout is more spacious."""
    language: str = Field(default="", max_length=35)
    """The tag of the language of Coach's own words; empty for the one of the computer; since version 5."""
    copies: bool = True
    """Whether Coach may put words on the clipboard; since version 5."""


class OffKind(StrEnum):
    """What a family can switch off."""

    CATEGORY = "category"
    RULE = "rule"
    WORDS = "words"


class Off(Model):
    """Something that Coach no longer points out to this family."""

    kind: OffKind
    name: str = Field(min_length=1, max_length=MAX_OFF_NAME)
    """The id of a category or rule, or a word or phrase as the family wrote it."""

    def __str__(self) -> str:
        """Name it for a report: words in quotes."""
        return f'"{self.name}"' if self.kind is OffKind.WORDS else self.name


class Family(Model):
    """The contents of a family's file."""

    version: int = Field(default=FAMILY_VERSION, ge=1, le=FAMILY_VERSION)
    """The format version of the file; an older Coach leaves a newer file alone."""
    progress: dict[str, Progress] = Field(default_factory=dict)
    """Progress of a child without a nickname, by lesson name."""
    promises: tuple[str, ...] = ()
    """The names of the lessons whose promise was made by a child without a nickname."""
    case: WeeksCase | None = None
    """The case chosen last for a child without a nickname; since version 6."""
    made: dict[str, MadePromise] = Field(default_factory=dict)
    """How a child without a nickname made promises; this and the field below since version 8."""
    last_night: date | None = None
    """The day of the last family night with a child without a nickname."""
    private_words: tuple[PrivateWord, ...] = Field(default=(), max_length=MAX_PRIVATE_WORDS, repr=False)
    """What the family does not want to give away; since version 2."""
    rules_only: bool = False
    """Whether the second reader is switched off; since version 3."""
    members: tuple[Member, ...] = Field(default=(), max_length=MAX_MEMBERS)
    """The children; this and the fields below, unless they say otherwise, since version 4."""
    playing: str = ""
    """The nickname of the child using Coach now; empty for a child without one."""
    tracks: dict[str, Track] = Field(default_factory=dict)
    """By nickname."""
    agreement: Agreement | None = None
    comfort: Comfort = Comfort()
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    """The country to look for help lines in, as an ISO 3166 code; empty if none was chosen."""
    was_asked: bool = False
    """Whether Coach has asked, on its first start, who is using it."""
    nights: tuple[date, ...] = Field(default=(), max_length=MAX_NIGHTS)
    """The days of family nights, at most one a week, the oldest first; since version 5."""
    night: NightSoFar | None = None
    """The night that was begun and not ended; since version 7."""
    off: tuple[Off, ...] = Field(default=(), max_length=MAX_OFF)
    """What Coach does not point out to this family; this and all fields below since version 5."""
    own_rules: bool = True
    """Whether the rules named by `COACH_RULES` and installed packs are used."""

    @property
    def age(self) -> AgeGroup | None:
        """The age group of the child using Coach now; None if unknown."""
        return next((one.age.group for one in self.members if one.nickname == self.playing), None)

    def begun_night(self, day: date) -> NightSoFar | None:
        """Return the night of the week of `day`, if it was begun and did not come to its end."""
        return self.night if self.night and same_week(self.night.day, day) else None

    @property
    def track(self) -> Track:
        """The track of the child using Coach now."""
        if self.playing:
            return self.tracks.get(self.playing, Track())
        return Track.model_validate({name: getattr(self, name) for name in Track.model_fields})

    def with_track(self, track: Track) -> Family:
        """Return this family with a new track for the child using Coach now."""
        if self.playing:
            return self.model_copy(update={"tracks": {**self.tracks, self.playing: track}})
        return self.model_copy(update={name: getattr(track, name) for name in Track.model_fields})
