"""A rule: what to look for, what to say, and the proof."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.models.base import Model
from coach.models.category import Category, Concern
from coach.models.marks import MarkedText
from coach.models.phrase import Phrase


class Aim(StrEnum):
    """Whom a phrase is about."""

    YOU = "you"
    SOMEBODY = "somebody"
    ME = "me"
    THING = "thing"
    NOBODY = "nobody"


class Setting(StrEnum):
    """How a phrase is said."""

    PLAIN = "plain"
    NEGATED = "negated"
    """`you're not stupid`"""
    QUOTED = "quoted"
    """`he wrote "u stink"`"""
    REPORTED = "reported"
    """`she called me a freak`"""
    OBJECTED = "objected"
    """`don't call her ugly`"""
    PLAY = "play"
    """`im gonna destroy u at uno hehe`"""
    PRAISE = "praise"
    """`that trick was sick`"""
    FAMILIAR = "familiar"
    """`tea is ready, love mum x`: received from somebody who says so and asks the ordinary"""


class Examples(Model):
    """The proof of a rule."""

    flags: tuple[MarkedText, ...]
    """Messages that must be flagged, marked where."""
    silent: tuple[str, ...]
    """Near misses that must stay silent."""


class Rule(Model):
    """What to look for, what to say, and the proof, in one data file."""

    id: str
    """`<concern>/<category>/<file name>`."""
    summary: str = Field(min_length=1)
    patterns: tuple[Phrase, ...] = Field(min_length=1)
    aims: frozenset[Aim]
    """A phrase about anybody else stays silent."""
    settings: frozenset[Setting]
    """A phrase said in any other way stays silent."""
    instead: tuple[str, ...] = ()
    """Better words that fit this phrase; the category's where there are none."""
    examples: Examples

    @property
    def category(self) -> str:
        """`<concern>/<name>`."""
        return self.id.rpartition("/")[0]

    @property
    def concern(self) -> Concern:
        """The concern that this rule belongs to."""
        return Concern(self.id.partition("/")[0])


class Catalog(Model):
    """All rules, their categories, and the spellings they rely on."""

    categories: dict[str, Category]
    """By id, such as `unkind/looks`."""
    rules: tuple[Rule, ...]
    spelling: dict[str, str]
    """How a word is also written, to its plain spelling (`2moro` to `tomorrow`)."""
    words: dict[str, frozenset[str]] = Field(default_factory=dict)
    """Word sets by name, plain words and phrases only: what aim and setting ask about (`people`, `negations`)."""
