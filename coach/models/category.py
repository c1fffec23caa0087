"""Concerns, their categories and their weights."""

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
    """Agreeing to give somebody known only online what they should not get."""
    RED_FLAG = "red-flag"
    CARE = "care"

    @property
    def directions(self) -> frozenset[Direction]:
        """The directions in which at least one category of this concern is looked for.

        Unkind words count in both directions: they hurt whoever reads them.
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
"""The categories of each concern; `corpus/GUIDE.md` explains them."""


@cache
def directions_of(category: str) -> frozenset[Direction]:
    """Return the directions in which a category, given by its id, is looked for.

    Care is about the writer: a friend in a received message, the child in a draft.
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
    """The weight of a category for one audience, with the reason."""

    weight: Weight
    reason: str = Field(min_length=1)
    """The reason, in words that convince a parent."""


class Advice(Model):
    """What Coach says to a child who received such a message."""

    why: tuple[Line, ...] = Field(min_length=3)
    """Reasons for the child (reading grade 4): for the first, second and third flag of this category in a report."""
    note: str = Field(min_length=1)
    """For the parent: one question to ask, one thing to say (reading grade 7)."""
    steps: tuple[Line, ...] = Field(min_length=2, max_length=3)
    """What to do next, in order."""


class Category(Model):
    """One category of a concern, and what Coach says about it."""

    id: str
    """`<concern>/<name>`, such as `unkind/looks`."""
    title: str = Field(min_length=1)
    """A few words, as a heading."""
    why: tuple[Line, ...] = Field(min_length=3)
    """Reasons for the child (reading grade 4): the second and third for repeated flags of this category in a report."""
    note: str = Field(min_length=1)
    """For the parent: one question to ask, one thing to say (reading grade 7)."""
    instead: tuple[str, ...] = Field(min_length=2, max_length=3)
    """Suggestions of what to say instead."""
    lesson: str
    """The name of the lesson that practises this; empty if a lesson would not help now."""
    source: str = Field(min_length=1)
    """The source of the advice."""
    audience: dict[Audience, AudienceWeight]
    """The weight for each audience."""
    target: Advice | None = None
    """Advice on a received message about the child who got it."""
    witness: Advice | None = None
    """Advice on a received message about somebody else."""

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
        """The part of the id after the slash, as used in corpus marks."""
        return self.id.partition("/")[2]

    def weight_before(self, audience: Audience) -> Weight:
        """Return the weight for `audience`."""
        return self.audience[audience].weight
