"""Refuses advice that is unsafe, blames, lies or states figures without a source; never-say.toml lists the phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from pydantic import Field, TypeAdapter

from coach.errors import Fault
from coach.models import AgeGroup, Audience, Catalog, Category, Concern, Role
from coach.models.advice import Line
from coach.models.base import Model
from coach.rules.places import CATEGORY_FILE, rules_path
from coach.rules.toml_source import read_toml

NEVER_SAY = "never-say.toml"
_PARTS = ("why", "note", "steps", "comfort", "rewrite")
_QUESTION = re.compile(r'"[^"]*\?\s*"|\?$')
_FIGURE = re.compile(r"\b\d{1,3}(?:\.\d{1,2})?\s?%|\b\d{1,9} (?:in|out of|of) (?:every )?\d{1,9}\b")
_AGES = (None, *AgeGroup)


class Ban(Model):
    """Phrases that advice may not have."""

    problem: str
    fix: str
    said: tuple[Line, ...] = Field(min_length=1)
    """`*` is any end of a word."""
    allowed: tuple[Line, ...] = ()
    """Longer phrases that are fine."""
    unless: tuple[Line, ...] = ()
    """A text with one of these is fine."""
    asks: bool = False
    """Whether a question in quotes counts too, or a rewrite that asks."""
    figures: bool = False
    """Whether percentages and `1 in 3` count too."""
    roles: tuple[Role, ...] = tuple(Role)
    audiences: tuple[Audience, ...] = tuple(Audience)
    concerns: tuple[Concern, ...] = tuple(Concern)
    parts: tuple[str, ...] = _PARTS

    def refuses(self, text: str, part: str) -> bool:
        """Return whether it refuses this text of this part."""
        plain = text.lower().replace("\u2019", "'")
        if self.unless and _phrases(self.unless).search(plain):
            return False
        if self.allowed:
            plain = _phrases(self.allowed).sub("", plain)
        if self.figures and _FIGURE.search(plain):
            return True
        if self.asks and (part == "rewrite" or '"' in plain) and _QUESTION.search(plain):
            return True
        return _phrases(self.said).search(plain) is not None


class Wording(NamedTuple):
    """One text of a category."""

    part: str
    table: str
    """The table it is in."""
    text: str


@cache
def bans() -> tuple[Ban, ...]:
    """Read what advice may not say."""
    return TypeAdapter(tuple[Ban, ...]).validate_python(read_toml(rules_path() / NEVER_SAY).values["ban"])


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    written = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")


def unsafe_advice(catalog: Catalog, folder: Path | None = None) -> Iterator[Fault]:
    """Yield a fault for each text of the categories in `folder` (by default Coach's own) that a ban refuses."""
    folder = folder or rules_path()
    for category in catalog.categories.values():
        path = folder / category.id / CATEGORY_FILE
        if path.exists():
            yield from _faults_in(category, path)


def _faults_in(category: Category, path: Path) -> Iterator[Fault]:
    source = read_toml(path)
    for ban in bans():
        if category.concern in ban.concerns:
            for said in dict.fromkeys(_texts(category, ban)):
                if said.part in ban.parts and ban.refuses(said.text, said.part):
                    source.fault_at(said.table, ban.problem, ban.fix, said.text)
    yield from source.faults


def _texts(category: Category, ban: Ban) -> Iterator[Wording]:
    """Yield every text that the roles and audiences of a ban would get."""
    if Role.WRITER in ban.roles:
        lines = (one for one in category.rewrite if not set(one.audience).isdisjoint(ban.audiences))
        yield from (Wording("rewrite", "rewrite", one.say) for one in lines)
    for role in category.roles:
        yield from _given(category, role, ban.audiences) if role in ban.roles else ()


def _given(category: Category, role: Role, audiences: Iterable[Audience]) -> Iterator[Wording]:
    rules = ("", *sorted(category.ruled))
    for advice in (category.advice(role, *to, rule) for to in product(audiences, _AGES) for rule in rules):
        yield from (Wording("why", role, text) for text in advice.why)
        yield from (Wording("steps", role, text) for text in advice.steps)
        yield Wording("note", role, advice.note)
        if advice.comfort:
            yield Wording("comfort", role, advice.comfort)
