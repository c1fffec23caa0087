"""Silencers: how a phrase is said, and how that may change a flag."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from coach.models.base import Model


class Setting(StrEnum):
    """How a phrase is said."""

    PLAIN = "plain"
    IDIOM = "idiom"
    """`drop dead gorgeous`"""
    NEGATED = "negated"
    """`you're not stupid`"""
    QUOTED = "quoted"
    """`he wrote "u stink"`"""
    ANSWERED = "answered"
    """`"ur ugly" ok anon, i like my face`"""
    REPORTED = "reported"
    """`she called me a freak`"""
    OBJECTED = "objected"
    """`don't call her ugly`"""
    PLAY = "play"
    """`im gonna destroy u at uno`"""
    JOKE = "joke"
    """`ur so weird jk`: claims to be a joke, which only the reader can judge"""
    PRAISE = "praise"
    """`that trick was sick`"""
    FAMILIAR = "familiar"
    """`tea is ready, love mum x`: received from family or a friend, about everyday things"""
    STORY = "story"
    """`that song "nobody loves me"`, `my hamster wants to run away`: not from the writer's life"""


class Scope(StrEnum):
    """How far a trigger word of a setting reaches."""

    CLAUSE = "clause"
    """The words between two punctuation marks."""
    SENTENCE = "sentence"
    LINE = "line"
    TURN = "turn"
    """The lines of one speaker; the whole message if there is only one."""


class Effect(StrEnum):
    """What a setting does to the flags it applies to."""

    SILENCES = "silences"
    SOFTENS = "softens"
    """A `pause` becomes a `notice`; a `stop` stays a `stop`."""


class Silencer(Model):
    """The effect of one setting."""

    summary: str = Field(min_length=1)
    """What triggers it, with an example."""
    scope: Scope
    effect: Effect
    touches: frozenset[str] = Field(min_length=1)
    """The ids of the concerns, categories and rules that it applies to."""
    never: frozenset[str] = frozenset()
    """Exceptions from `touches`; the most specific id wins."""
    words: tuple[str, ...] = Field(min_length=1)
    """The word sets that trigger it."""

    def may_touch(self, name: str) -> bool:
        """Return whether it applies to the rule or category with this id."""
        parts = name.split("/")
        for length in range(len(parts), 0, -1):
            part = "/".join(parts[:length])
            if part in self.never or part in self.touches:
                return part not in self.never
        return False


Policy = Mapping[Setting, Silencer]
"""The silencer of each setting; `plain` has none."""


def accepted_settings(policy: Policy, name: str) -> frozenset[Setting]:
    """Return the settings that do not silence the rule or category with this id."""
    return frozenset(one for one in Setting if not _silences(policy, one, name))


def _silences(policy: Policy, setting: Setting, name: str) -> bool:
    silencer = policy.get(setting)
    return silencer is not None and silencer.effect is Effect.SILENCES and silencer.may_touch(name)
