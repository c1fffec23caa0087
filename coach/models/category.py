"""Concerns, their categories and their weights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from pydantic import Field, field_validator

from coach.models.advice import Advice, Audiences, Line, Role
from coach.models.base import Model
from coach.models.family import AgeGroup
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
FRIEND_HURTING = f"{Concern.CARE}/{_FRIEND_HURTING}"
"""The category of a friend who hurts or is not safe."""
FRIEND_IN_DANGER = f"{Concern.CARE}/worried/friend-in-danger"
"""The rule of a draft about somebody else in danger: their words insult nobody, and they need help at once."""

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
"""The categories of each concern that Coach has; `corpus/GUIDE.md` explains them. Own rules may add others."""
CATEGORY_IDS = tuple(f"{concern}/{name}" for concern, names in CATEGORY_NAMES.items() for name in names)
"""Their ids, in the order of the concerns."""
_OWN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_NAME = 24
"""The longest name of an own category, in characters; it is shown beside weights."""


def is_category_name(name: str) -> bool:
    """Return whether a category of somebody's own may have this name."""
    return len(name) <= MAX_NAME and _OWN_NAME.fullmatch(name) is not None


SELF_HARM, THREAT = f"{Concern.UNKIND}/self-harm", f"{Concern.UNKIND}/threat"
GRAVE = frozenset({SELF_HARM, THREAT})
"""Unkind words that may be somebody in danger: death wishes and threats."""
_MAY_BE_OFF = frozenset({Concern.UNKIND, Concern.OVERSHARING})


def may_be_off(category: str) -> bool:
    """Return whether a family may switch off a category, given by its id; never what may be somebody in danger."""
    concern = category.partition("/")[0]
    return concern in _MAY_BE_OFF and category not in GRAVE


@cache
def directions_of(category: str) -> frozenset[Direction]:
    """Return the directions in which a category, given by its id, is looked for.

    Care is about the writer: a friend in a received message, the child in a draft.
    """
    concern, _, name = category.partition("/")
    if concern != Concern.CARE:
        return Concern(concern).directions
    return frozenset({Direction.RECEIVED if name == _FRIEND_HURTING else Direction.DRAFT})


_HEARD_FROM_FRIENDS = frozenset(f"{Concern.CARE}/{name}" for name in ("hurting", "bullied", "unsafe"))


def from_friend(rule: str) -> str | None:
    """Return the id under which a rule, given by its id, speaks in a received message; None if it does not.

    A friend who hurts, or who is not safe, uses the words of a child to whom it happens: rules about a child's own
    hurt speak in both directions. `eating` has
    milder words for friends (`fights-food`), and a friend's small worries need no grown-up.
    """
    category, _, name = rule.rpartition("/")
    return f"{FRIEND_HURTING}/own-{name}" if category in _HEARD_FROM_FRIENDS else None


def said_as(rule: str, direction: Direction) -> str | None:
    """Return the id under which a rule, given by its id, speaks in messages of a direction; None if it does not."""
    if direction in directions_of(rule.rpartition("/")[0]):
        return rule
    return from_friend(rule) if direction is Direction.RECEIVED else None


_ROLES: Mapping[Concern, tuple[Role, ...]] = {
    Concern.UNKIND: (Role.WRITER, Role.TARGET, Role.WITNESS),
    Concern.OVERSHARING: (Role.WRITER,),
    Concern.GOING_ALONG: (Role.WRITER,),
    Concern.RED_FLAG: (Role.TARGET,),
    Concern.CARE: (Role.WRITER,),
}


def roles_of(category: str) -> tuple[Role, ...]:
    """Return the roles in which a category, given by its id, can occur; each needs advice."""
    concern, _, name = category.partition("/")
    if concern == Concern.CARE and name == _FRIEND_HURTING:
        return (Role.WITNESS,)
    return _ROLES[Concern(concern)]


class Weight(StrEnum):
    """How much a flag weighs: `notice` < `pause` < `stop`."""

    NOTICE = "notice"
    PAUSE = "pause"
    STOP = "stop"

    @property
    def rank(self) -> int:
        """0, 1 or 2; a heavier weight has a higher rank."""
        return list(Weight).index(self)

    @property
    def sign(self) -> str:
        """`!`, `!!` or `!!!`."""
        return "!" * (self.rank + 1)


class AudienceWeight(Model):
    """The weight of a category for one audience, with the reason."""

    weight: Weight
    reason: str = Field(min_length=1)
    """The reason, in words that convince a parent."""


class LighterRules(Model):
    """Rules of a category that speak of something smaller than the rest of it: a friend who was not invited."""

    rules: tuple[Line, ...] = Field(min_length=1)
    """Their names, such as `own-left-out`."""
    audience: dict[Audience, AudienceWeight]
    """Their weight for each audience."""

    @field_validator("audience")
    @classmethod
    def _has_all(cls, audience: dict[Audience, AudienceWeight]) -> dict[Audience, AudienceWeight]:
        return _for_all(audience)


class ClauseRewrite(Model):
    """A sentence that can replace a hurtful clause."""

    say: Line
    """`___` is a gap for the child to fill."""
    audience: Audiences = Field(default=tuple(Audience), alias="for")


class Category(Model):
    """One category of a concern, and what Coach says about it."""

    id: str
    """`<concern>/<name>`, such as `unkind/looks`."""
    title: str = Field(min_length=1)
    """A few words, as a heading."""
    lesson: str
    """The name of the lesson that practises this; empty if a lesson would not help now."""
    lesson_if_received: str = ""
    """The lesson for a child who received it, about themselves or somebody else; empty if `lesson` fits them too."""
    source: str = Field(min_length=1)
    """The source of the advice."""
    audience: dict[Audience, AudienceWeight]
    """The weight for each audience."""
    lighter: LighterRules | None = None
    """Rules that weigh less than the rest."""
    rewrite: tuple[ClauseRewrite, ...] = ()
    """Sentences that can replace a hurtful clause, best first."""
    writer: Advice | None = None
    """Advice to a child who wrote it."""
    target: Advice | None = None
    """Advice to a child who received it, about themselves."""
    witness: Advice | None = None
    """Advice to a child who received it, about somebody else."""

    @field_validator("audience")
    @classmethod
    def _has_all(cls, audience: dict[Audience, AudienceWeight]) -> dict[Audience, AudienceWeight]:
        return _for_all(audience)

    @property
    def concern(self) -> Concern:
        """The concern that this category belongs to."""
        return Concern(self.id.partition("/")[0])

    @property
    def name(self) -> str:
        """The part of the id after the slash, as used in corpus marks."""
        return self.id.partition("/")[2]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles in which it can occur."""
        return roles_of(self.id)

    def lesson_for(self, role: Role) -> str:
        """Return the name of the lesson that helps a child in this role; empty if none would help now."""
        return (self.lesson_if_received if role is not Role.WRITER else "") or self.lesson

    def needs_no_answer(self, role: Role) -> bool:
        """Return whether it is best that a child in this role writes no answer."""
        advice: Advice | None = getattr(self, role)
        return advice is not None and advice.no_answer

    @property
    def ruled(self) -> frozenset[str]:
        """The names of the rules about which something special is said."""
        given: Iterator[Advice | None] = (getattr(self, role) for role in self.roles)
        return frozenset(name for advice in given if advice for one in advice.special for name in one.rules)

    def advice(self, role: Role, audience: Audience, age: AgeGroup | None = None, rule: str = "") -> Advice:
        """Return what is said to a child in this role, with this audience, of this age group, about a rule's phrase.

        Args:
            role: who the child is in the message.
            audience: who reads it or wrote it.
            age: the age group of the child; None if unknown.
            rule: the id of the rule; empty for a phrase that none found.

        Raises:
            LookupError: the category never occurs in this role.
        """
        general: Advice | None = getattr(self, role)
        if general is None:
            raise LookupError(f"{self.id} has no advice for the {role}")
        return general.given(audience, age, rule.rpartition("/")[2])

    def tells_apart(self, rule: str, role: Role) -> bool:
        """Return whether a rule, given by its id, has advice of its own for a child in this role."""
        general: Advice | None = getattr(self, role)
        return general is not None and any(rule.rpartition("/")[2] in one.rules for one in general.special)

    def at_least(self, other: Category) -> Category:
        """Return this category, no lighter than another one for any audience; which rules weigh less is the other's."""
        lighter = (name for name, one in self.audience.items() if one.weight.rank < other.audience[name].weight.rank)
        heaviest = {**self.audience, **{one: other.audience[one] for one in lighter}}
        return self.model_copy(update={"audience": heaviest, "lighter": other.lighter})

    def weight_before(self, audience: Audience, rule: str = "") -> Weight:
        """Return the weight for `audience` of what a rule found, given by its id; without one, of the category."""
        is_lighter = self.lighter is not None and rule.rpartition("/")[2] in self.lighter.rules
        weights = self.lighter.audience if self.lighter and is_lighter else self.audience
        return weights[audience].weight


def _for_all(audience: dict[Audience, AudienceWeight]) -> dict[Audience, AudienceWeight]:
    missing = [one.value for one in Audience if one not in audience]
    if missing:
        raise ValueError(f"the table for {' and '.join(missing)} is missing")
    return audience
