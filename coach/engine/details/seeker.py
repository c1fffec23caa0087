"""Find facts of one kind with one expression."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.signs import Groups
from coach.models.category import CATEGORY_NAMES, Concern

NEAR = 240
"""Farthest that a fact may be from what must be said beside it, in characters."""
_GAP = re.compile(r"(?<![.!?…])[.!?…]+[\"”')]*\s+|[\r\n]\s*")
"""What is between two sentences; `St. Mary` is cut too, which only makes a sentence shorter."""

Judge = Callable[[re.Match[str], str], Detail | None]
"""Returns the fact in a match, or None if it only looks like one."""
Silencer = Callable[[str, str], bool]
"""Tests the sentence of a fact, and the whole text: other sentences never silence what somebody says of oneself."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """Finds facts of one kind with one expression."""

    expression: Expression
    judge: Judge
    beside: Expression | None = None
    """What must be said within `NEAR` characters of it; far away in a long message it belongs to something else."""
    unless: tuple[Silencer, ...] = ()
    """If any is true, what looks like a fact is none."""

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """Expressions that a message must contain."""
        return (self.expression, self.beside) if self.beside else (self.expression,)

    def needs(self, signs: Mapping[str, Groups]) -> Groups:
        """Return the sign groups of its expressions, from those of all."""
        return [group for one in self.expressions for group in signs.get(one.key, ())]

    def find(self, text: str) -> list[Detail]:
        """Return every such fact in a text."""
        if self.beside and not self.beside.search(text):
            return []
        founds = (found for found in self.expression.finditer(text) if is_near(self.beside, found, text))
        details = [detail for found in founds if (detail := self.judge(found, text))]
        return unsilenced(details, text, self.unless)


def is_near(beside: Expression | None, found: re.Match[str], text: str) -> bool:
    """Return whether `beside` occurs within `NEAR` characters of a match; True where nothing is asked for."""
    return beside is None or bool(beside.search(text, max(found.start() - NEAR, 0), found.end() + NEAR))


def unsilenced(details: list[Detail], text: str, unless: Sequence[Silencer]) -> list[Detail]:
    """Return the details whose sentence no silencer is true of."""
    if not details or not unless:
        return details
    silenced = cache(lambda start, end: any(asks(text[start:end], text) for asks in unless))
    ends = [0, *(gap.end() for gap in _GAP.finditer(text)), len(text)]
    return [detail for detail in details if not silenced(*_around(ends, detail))]


def _around(ends: list[int], detail: Detail) -> tuple[int, int]:
    """Return where the sentences that contain a fact begin and end."""
    return ends[bisect_right(ends, detail.start, hi=len(ends) - 1) - 1], ends[bisect_left(ends, detail.end)]


def always(category: str, name: str, group: str | int = 0) -> Judge:
    """Make a judge that accepts every match, or a `group` of it, as a fact.

    Raises:
        ValueError: oversharing has no such category, so that what is found would never be said.
    """
    if category not in CATEGORY_NAMES[Concern.OVERSHARING]:
        raise ValueError(
            f"unknown category {category!r}: choose one of {', '.join(CATEGORY_NAMES[Concern.OVERSHARING])}"
        )
    return lambda found, _: detail_at(found, category, name, group)


def where(holds: Callable[[re.Match[str], str], bool], judge: Judge) -> Judge:
    """Make a judge that first checks whether a match fits."""
    return lambda found, text: judge(found, text) if holds(found, text) else None
