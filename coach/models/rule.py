"""A rule: what to look for, what to say, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from coach.models.advice import Audiences, Line
from coach.models.base import Model
from coach.models.category import Category, Concern, directions_of
from coach.models.marks import MarkedText
from coach.models.message import Audience, Direction
from coach.models.phrase import Phrase
from coach.models.silencer import Policy, Setting
from coach.models.subject import SubjectSlot


class Aim(StrEnum):
    """Who or what a phrase is about."""

    YOU = "you"
    SOMEBODY = "somebody"
    ME = "me"
    THING = "thing"
    NOBODY = "nobody"


DEFAULT_AIMS: Mapping[Concern, frozenset[Aim]] = {
    **dict.fromkeys(Concern, frozenset(Aim)),
    Concern.UNKIND: frozenset({Aim.YOU, Aim.SOMEBODY}),
}
"""The aims that the second reader accepts, and rules that do not specify any."""
DEFAULT_AUDIENCES: Mapping[Concern, frozenset[Audience]] = {
    **dict.fromkeys(Concern, frozenset(Audience)),
    Concern.GOING_ALONG: frozenset({Audience.STRANGER}),
}
"""The audiences that the second reader accepts, and rules that do not specify any."""


class Examples(Model):
    """The examples of a rule for one audience."""

    flags: tuple[MarkedText, ...] = ()
    """Messages that must be flagged where they are marked."""
    silent: tuple[str, ...] = ()
    """Near misses that must not be flagged."""
    audience: Audience = Audience.GROUP
    """Who reads these messages, or who wrote them."""


class RuleEdit(Model):
    """How a clause that matches can be reworded."""

    match: Line
    becomes: str
    audience: Audiences = Field(default=tuple(Audience), alias="for")


class Rule(Model):
    """One rule file: what to look for, what to say, and the examples that prove it."""

    id: str
    """`<concern>/<category>/<file name>`."""
    summary: str = Field(min_length=1)
    patterns: tuple[Phrase, ...] = Field(min_length=1)
    aims: frozenset[Aim]
    """The accepted aims; phrases about anybody else are not flagged."""
    settings: frozenset[Setting]
    """The accepted settings; phrases said in any other way are not flagged."""
    edits: tuple[RuleEdit, ...] = ()
    """How a clause with this phrase can be reworded; if empty, the rewrites of the category are used."""
    audiences: frozenset[Audience] = frozenset(Audience)
    """For any other audience a phrase counts only if the message shows that it is for somebody known only online."""
    danger: bool = False
    """Whether somebody may be in danger now, so that its flags are a `stop` for every audience."""
    subject: SubjectSlot | None = None
    """The subject that its phrases need beside them; None if they name it themselves, or need none."""
    file: str = ""
    """The file it comes from, if that is not named after it: a frame makes a rule for each category."""
    examples: Examples
    elsewhere: tuple[Examples, ...] = ()
    """Examples for other audiences."""

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
        """The direction in which its examples are read: draft if the category is looked for in both."""
        return Direction.DRAFT if Direction.DRAFT in directions_of(self.category) else Direction.RECEIVED


class Catalog(Model):
    """All rules, their categories, and the spellings they rely on."""

    categories: dict[str, Category]
    """By id, such as `unkind/looks`."""
    rules: tuple[Rule, ...]
    spelling: dict[str, str]
    """Maps each variant of a word to its plain spelling (`2moro` to `tomorrow`)."""
    words: dict[str, frozenset[str]] = Field(default_factory=dict)
    """Word sets by name, plain words and phrases only, used to find aim and setting (`people`, `negations`)."""
    policy: Policy = Field(default_factory=dict)
    """The silencer of each setting; a setting without one has no effect."""
