"""Concerns, their categories, and how much each weighs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from coach.models.base import Model
from coach.models.message import Audience, Direction


class Concern(StrEnum):
    """What a flag is about."""

    UNKIND = "unkind"
    OVERSHARING = "oversharing"
    GOING_ALONG = "going-along"
    """A yes to what somebody known only online should not get."""
    RED_FLAG = "red-flag"
    CARE = "care"

    @property
    def directions(self) -> frozenset[Direction]:
        """The directions in which some category of this concern is looked for.

        Unkind words count both ways: they hurt whoever reads them.
        """
        return _DIRECTIONS[self]


_DIRECTIONS: Mapping[Concern, frozenset[Direction]] = {
    Concern.UNKIND: frozenset(Direction),
    Concern.OVERSHARING: frozenset({Direction.DRAFT}),
    Concern.GOING_ALONG: frozenset({Direction.DRAFT}),
    Concern.RED_FLAG: frozenset({Direction.RECEIVED}),
    Concern.CARE: frozenset(Direction),
}
_FRIEND_HURTING = "friend-hurting"

CATEGORY_NAMES: Mapping[Concern, tuple[str, ...]] = {
    Concern.UNKIND: (
        "name-calling", "looks", "ability", "exclusion", "threat", "self-harm",
        "mockery", "rumour", "family-money", "identity", "pressure", "dismissal",
    ),
    Concern.OVERSHARING: (
        "full-name", "address", "school", "contact", "age-birthday", "password", "location-now",
        "home-alone", "holiday", "routine", "money", "account", "someone-elses", "photo",
    ),
    Concern.GOING_ALONG: ("meets", "hides", "sends-picture", "moves", "tells-alone", "takes-gift", "obeys"),
    Concern.RED_FLAG: (
        "asks-personal", "asks-alone", "asks-photo", "secrecy", "move-app",
        "gift", "meet", "flattery", "blackmail", "scam",
    ),
    Concern.CARE: ("hurting", "bullied", "unsafe", "eating", "worried", _FRIEND_HURTING),
}  # fmt: skip
"""The categories of each concern, as `corpus/GUIDE.md` explains them."""


@cache
def directions_of(category: str) -> frozenset[Direction]:
    """The directions in which a category is looked for, by its id.

    Care is about whoever writes: a friend in a received message, the child in a draft.
    """
    concern, _, name = category.partition("/")
    if concern != Concern.CARE:
        return Concern(concern).directions
    return frozenset({Direction.RECEIVED if name == _FRIEND_HURTING else Direction.DRAFT})


class Weight(StrEnum):
    """How much a flag weighs: `notice` < `pause` < `stop`."""

    NOTICE = "notice"
    PAUSE = "pause"
    STOP = "stop"

    @property
    def rank(self) -> int:
        """0, 1 or 2; a heavier weight has a higher rank."""
        return list(Weight).index(self)


Line = Annotated[str, StringConstraints(min_length=1)]


class AudienceWeight(Model):
    """The weight of a category before one audience, and why."""

    weight: Weight
    reason: str = Field(min_length=1)
    """What a parent would accept as the reason."""


class Advice(Model):
    """What Coach says to whoever received such a message."""

    why: tuple[Line, ...] = Field(min_length=3)
    """Reasons for the child (reading grade 4), for the first, second and third flag of this kind in one report."""
    note: str = Field(min_length=1)
    """For the parent: one thing to ask, one thing to say (reading grade 7)."""
    steps: tuple[Line, ...] = Field(min_length=2, max_length=3)
    """What to do next, the first thing first."""


class Category(Model):
    """One kind within a concern, and what Coach says about it."""

    id: str
    """`<concern>/<name>`, such as `unkind/looks`."""
    title: str = Field(min_length=1)
    """A few words, as a heading."""
    why: tuple[Line, ...] = Field(min_length=3)
    """Reasons for the child (reading grade 4), for the first, second and third flag of this kind in one report."""
    note: str = Field(min_length=1)
    """For the parent: one thing to ask, one thing to say (reading grade 7)."""
    instead: tuple[str, ...] = Field(min_length=2, max_length=3)
    """Better words."""
    lesson: str
    """The name of the lesson that practises this; empty where a lesson would not help now."""
    source: str = Field(min_length=1)
    """Where the advice comes from."""
    audience: dict[Audience, AudienceWeight]
    """The weight before every audience."""
    target: Advice | None = None
    """In a received message that is about whoever got it."""
    witness: Advice | None = None
    """In a received message that is about somebody else."""

    @field_validator("audience")
    @classmethod
    def _has_all(cls, audience: dict[Audience, AudienceWeight]) -> dict[Audience, AudienceWeight]:
        missing = [one.value for one in Audience if one not in audience]
        if missing:
            raise ValueError(f"the table for {' and '.join(missing)} is missing")
        return audience

    @property
    def concern(self) -> Concern:
        """The concern that this category belongs to."""
        return Concern(self.id.partition("/")[0])

    @property
    def name(self) -> str:
        """The part after the slash, as the corpus writes it."""
        return self.id.partition("/")[2]

    def weight_before(self, audience: Audience) -> Weight:
        """The weight when `audience` will read it."""
        return self.audience[audience].weight
