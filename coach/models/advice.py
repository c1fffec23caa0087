"""What Coach says about a flag: one advice for each role, with special ones for some rules, audiences and ages."""

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
    """What is said differently about some rules, to some audiences or to one age group; what is left out stays."""

    rules: tuple[Line, ...] = ()
    """The names of rules of this category, such as `left-out`; by default all."""
    audience: Audiences = tuple(Audience)
    """By default all."""
    age: AgeGroup | None = None
    """By default both age groups, and children whose age is unknown."""
    why: tuple[Line, ...] | None = Field(default=None, min_length=MIN_WHYS)
    note: Line | None = None
    comfort: Line | None = None
    joked: Line | None = None
    steps: tuple[Line, ...] | None = Field(default=None, max_length=MAX_STEPS)

    @model_validator(mode="after")
    def _is_special(self) -> SpecialAdvice:
        if not self.rank:
            raise ValueError("it is for every rule, audience and age: name `rules`, an `audience` or an `age`")
        if not dict(_texts(self)):
            raise ValueError("it changes nothing: give `why`, `note`, `comfort`, `joked` or `steps`")
        return self

    @property
    def rank(self) -> int:
        """How special it is: age counts less than audience, and audience less than rules."""
        return 4 * bool(self.rules) + 2 * (len(self.audience) < len(Audience)) + (self.age is not None)

    def applies(self, audience: Audience, age: AgeGroup | None, rule: str) -> bool:
        """Return whether it is for this audience, age group and rule."""
        return audience in self.audience and self.age in {None, age} and (not self.rules or rule in self.rules)

    def overlaps(self, other: SpecialAdvice) -> bool:
        """Return whether both are equally special and could apply to the same child."""
        is_alike = self.rank == other.rank and self.age is other.age
        meet = not (self.rules and set(self.rules).isdisjoint(other.rules))
        return is_alike and meet and not set(self.audience).isdisjoint(other.audience)


class Advice(Model):
    """What Coach says to a child in one role, and to the grown-up beside them."""

    why: tuple[Line, ...] = Field(min_length=MIN_WHYS)
    """Reasons for the child (reading grade 4): for the first, second and third flag of this category in a report."""
    note: str = Field(min_length=1)
    """For the grown-up: one question to ask, one thing to say (reading grade 7)."""
    steps: tuple[Line, ...] = Field(default=(), max_length=MAX_STEPS)
    """What to do next, in order."""
    no_answer: bool = False
    """Whether it is best to write no answer, which one of the steps says too."""
    comfort: str = ""
    """Said before anything else to a child who got the message: warm, without blame; empty for the usual words."""
    joked: str = ""
    """The second reason where the message laughs or claims to joke; empty if a joke changes nothing."""
    special: tuple[SpecialAdvice, ...] = ()
    """What is said differently about some rules, to some audiences and ages."""

    def given(self, audience: Audience, age: AgeGroup | None = None, rule: str = "") -> Advice:
        """Return what is said to this audience and age group: the most special that applies, else the general.

        Args:
            audience: who reads it or wrote it.
            age: the age group of the child; None if unknown.
            rule: the name of the rule that found the phrase; empty for advice on any other phrase.
        """
        applying = (one for one in self.special if one.applies(audience, age, rule))
        fitting = sorted(applying, key=lambda one: one.rank)
        changed = {key: value for one in fitting for key, value in _texts(one)}
        return self.model_copy(update={**changed, "special": ()})


def overlapping(special: Sequence[SpecialAdvice]) -> Iterator[int]:
    """Yield the index of each special advice that overlaps an earlier one."""
    pairs = combinations(range(len(special)), 2)
    yield from {later: None for earlier, later in pairs if special[later].overlaps(special[earlier])}


def _texts(special: SpecialAdvice) -> Iterator[tuple[str, object]]:
    for key in ("why", "note", "comfort", "joked", "steps"):
        value = getattr(special, key)
        if value is not None:
            yield key, value
