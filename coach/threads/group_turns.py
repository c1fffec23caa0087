"""The turns of a group as they are read for who is hit, and what the reading says."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from coach.models import Concern, Flag, Role


@dataclass(frozen=True, slots=True)
class GroupTurn:
    """A turn and what its report found."""

    sender: str
    text: str
    flags: tuple[Flag, ...] = ()
    is_to_you: bool = False
    """Whether something unkind in it is said to somebody, whoever that is; where flags have roles, these say it too."""

    @property
    def is_about_others(self) -> bool:
        """Whether all that is unkind in it is about somebody else than whom it is said to."""
        return bool(self.unkind) and not self.is_to_you and all(flag.role is Role.WITNESS for flag in self.unkind)

    def has_any(self, categories: Set[str]) -> bool:
        """Return whether a flag is of one of these categories."""
        return any(flag.category in categories for flag in self.flags)

    @property
    def shown(self) -> str:
        """What it says, where its words may be shown; empty otherwise."""
        return "" if any(flag.is_quiet for flag in self.flags) else self.text

    @property
    def unkind(self) -> tuple[Flag, ...]:
        """Its unkind flags."""
        return tuple(flag for flag in self.flags if flag.concern is Concern.UNKIND)


@dataclass(frozen=True, slots=True)
class Kindness:
    """A turn that speaks up for somebody who was hit, or is kind to them: `stop it`, `u can sit with us`."""

    turn: int
    by: str
    to: str
    is_against: bool
    """Whether it speaks against what was said, rather than only to the one who was hit."""


@dataclass(frozen=True, slots=True)
class GroupStory:
    """What happened in a group; each list in the order in which it happened."""

    hit_by: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    """By the one who is hit, by the one who hits: the turns."""
    joined: Mapping[str, int] = field(default_factory=dict)
    """Who joined in without unkind words of their own, by laughing or agreeing, with the turn."""
    stood_up: Mapping[str, int] = field(default_factory=dict)
    """Who stood up for somebody, with the turn."""
    kindness: tuple[Kindness, ...] = ()
    """What was done for somebody who was hit, in order."""
    unnamed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By who wrote them, the unkind turns about somebody of whom nothing shows who it is."""
    fun: frozenset[int] = frozenset()
    """The turns with plain teasing that its target takes for fun."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a turn does that hits somebody in a group, or joins in."""

    whom: str = ""
    """Who is hit; empty if nobody is named, or where it joins in against several."""
    joins: bool = False
    """Whether it only laughs along or agrees."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An unkind turn, with who wrote it and whom it hits."""

    turn: int
    by: str
    whom: str
