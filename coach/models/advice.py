"""What Coach says about a flag: one advice for each role, with special ones for some audiences and ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from coach.models.base import Model
from coach.models.family import AgeGroup
from coach.models.message import Audience

Line = Annotated[str, StringConstraints(min_length=1)]
Audiences = Annotated[tuple[Audience, ...], Field(min_length=1)]
MIN_WHYS = 3
MAX_STEPS = 3


class Role(StrEnum):
    """Who the child is in a message."""

    WRITER = "writer"
    """The draft is theirs."""
    TARGET = "target"
    """They received the message, and it is about them."""
    WITNESS = "witness"
    """They received the message, and it is about somebody else."""

    @property
    def min_steps(self) -> int:
        """The fewest steps; whoever writes may find enough in the reason."""
        return 0 if self is Role.WRITER else 2


class SpecialAdvice(Model):
    """What is said differently to some audiences, or to one age group; what is left out stays as it is."""

    audience: Audiences = tuple(Audience)
    """By default all."""
    age: AgeGroup | None = None
    """By default both age groups, and children whose age is unknown."""
    why: tuple[Line, ...] | None = Field(default=None, min_length=MIN_WHYS)
    note: Line | None = None
    steps: tuple[Line, ...] | None = Field(default=None, max_length=MAX_STEPS)

    @model_validator(mode="after")
    def _is_special(self) -> SpecialAdvice:
        if not self.rank:
            raise ValueError("it is for every audience and every age: name an `audience` or an `age`")
        if not dict(_texts(self)):
            raise ValueError("it changes nothing: give `why`, `note` or `steps`")
        return self

    @property
    def rank(self) -> int:
        """How special it is: age counts less than audience, and both count most."""
        return 2 * (len(self.audience) < len(Audience)) + (self.age is not None)

    def applies(self, audience: Audience, age: AgeGroup | None) -> bool:
        """Return whether it is for this audience and age group."""
        return audience in self.audience and self.age in {None, age}

    def overlaps(self, other: SpecialAdvice) -> bool:
        """Return whether both are equally special and could apply to the same child."""
        same_age = self.age is other.age
        return self.rank == other.rank and same_age and not set(self.audience).isdisjoint(other.audience)


class Advice(Model):
    """What Coach says to a child in one role, and to the grown-up beside them."""

    why: tuple[Line, ...] = Field(min_length=MIN_WHYS)
    """Reasons for the child (reading grade 4): for the first, second and third flag of this category in a report."""
    note: str = Field(min_length=1)
    """For the grown-up: one question to ask, one thing to say (reading grade 7)."""
    steps: tuple[Line, ...] = Field(default=(), max_length=MAX_STEPS)
    """What to do next, in order."""
    comfort: str = ""
    """Said before anything else to a child who got the message: warm, without blame; empty for the usual words."""
    special: tuple[SpecialAdvice, ...] = ()
    """What is said differently to some audiences and ages."""

    def given(self, audience: Audience, age: AgeGroup | None = None) -> Advice:
        """Return what is said to this audience and age group: the most special that applies, else the general."""
        fitting = sorted((one for one in self.special if one.applies(audience, age)), key=lambda one: one.rank)
        changed = {key: value for one in fitting for key, value in _texts(one)}
        return self.model_copy(update={**changed, "special": ()})


def overlapping(special: Sequence[SpecialAdvice]) -> Iterator[int]:
    """Yield the index of each special advice that overlaps an earlier one."""
    pairs = combinations(range(len(special)), 2)
    yield from {later: None for earlier, later in pairs if special[later].overlaps(special[earlier])}


def _texts(special: SpecialAdvice) -> Iterator[tuple[str, object]]:
    for key in ("why", "note", "steps"):
        value = getattr(special, key)
        if value is not None:
            yield key, value
