"""A rule: what to look for, what to say, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from coach.models.base import Model
from coach.models.category import Category, Concern, directions_of
from coach.models.marks import MarkedText
from coach.models.message import Audience, Direction
from coach.models.phrase import Phrase
from coach.models.silencer import Policy, Setting


class Aim(StrEnum):
    """Whom a phrase is about."""

    YOU = "you"
    SOMEBODY = "somebody"
    ME = "me"
    THING = "thing"
    NOBODY = "nobody"


DEFAULT_AUDIENCES: Mapping[Concern, frozenset[Audience]] = {Concern.GOING_ALONG: frozenset({Audience.STRANGER})}
"""Before whom a phrase counts by itself where its rule does not say; all other concerns take every audience."""


class Examples(Model):
    """The proof of a rule before one audience."""

    flags: tuple[MarkedText, ...] = ()
    """Messages that must be flagged, marked where."""
    silent: tuple[str, ...] = ()
    """Near misses that must stay silent."""
    audience: Audience = Audience.GROUP
    """Who reads these messages, or who wrote them."""


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
    audiences: frozenset[Audience] = frozenset(Audience)
    """Before any other audience a phrase counts only where the message shows somebody known only online."""
    examples: Examples
    elsewhere: tuple[Examples, ...] = ()
    """More proof, before other audiences."""

    @property
    def category(self) -> str:
        """`<concern>/<name>`."""
        return self.id.rpartition("/")[0]

    @property
    def concern(self) -> Concern:
        """The concern that this rule belongs to."""
        return Concern(self.id.partition("/")[0])

    @property
    def direction(self) -> Direction:
        """The direction in which its examples are read: drafts, where it is looked for in both."""
        return Direction.DRAFT if Direction.DRAFT in directions_of(self.category) else Direction.RECEIVED


class Catalog(Model):
    """All rules, their categories, and the spellings they rely on."""

    categories: dict[str, Category]
    """By id, such as `unkind/looks`."""
    rules: tuple[Rule, ...]
    spelling: dict[str, str]
    """How a word is also written, to its plain spelling (`2moro` to `tomorrow`)."""
    words: dict[str, frozenset[str]] = Field(default_factory=dict)
    """Word sets by name, plain words and phrases only: what aim and setting ask about (`people`, `negations`)."""
    policy: Policy = Field(default_factory=dict)
    """What each setting may do, by setting; none touches anything where nothing is said of it."""
