"""Looks for facts of one kind by one expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.signs import Groups

Judge = Callable[[re.Match[str], str], Detail | None]
"""Says which fact a match in a text is, or None where it only looks like one."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """Looks for facts of one kind by one expression."""

    expression: Expression
    judge: Judge
    beside: Expression | None = None
    """What the message has to hold too."""
    unless: tuple[Callable[[str], bool], ...] = ()
    """Questions about a message; where the answer to one is yes, nothing in it is such a fact."""

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """All that a message needs to hold."""
        return (self.expression, self.beside) if self.beside else (self.expression,)

    def needs(self, signs: Mapping[str, Groups]) -> Groups:
        """The groups of signs of its expressions, out of those of all."""
        return [group for one in self.expressions for group in signs.get(one.key, ())]

    def find(self, text: str) -> list[Detail]:
        """Every such fact in a text."""
        if self.beside and not self.beside.search(text):
            return []
        details = [detail for found in self.expression.finditer(text) if (detail := self.judge(found, text))]
        return [] if details and any(asks(text) for asks in self.unless) else details


def always(category: str, name: str, group: str | int = 0) -> Judge:
    """A judge who takes every match for a fact, or that `group` of it."""
    return lambda found, _: detail_at(found, category, name, group)


def where(holds: Callable[[re.Match[str], str], bool], judge: Judge) -> Judge:
    """A judge who asks first whether a match fits."""
    return lambda found, text: judge(found, text) if holds(found, text) else None
