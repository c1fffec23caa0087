"""Silencers: how a phrase is said, and what that may do to a flag."""

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
    """`ur so weird jk`: said to be a joke, which is for whoever reads it to say"""
    PRAISE = "praise"
    """`that trick was sick`"""
    FAMILIAR = "familiar"
    """`tea is ready, love mum x`: received from somebody who says so and asks the ordinary"""


class Scope(StrEnum):
    """How far the words reach that switch a setting on."""

    CLAUSE = "clause"
    """What stands between two marks."""
    SENTENCE = "sentence"
    LINE = "line"
    TURN = "turn"
    """The lines of one speaker; the whole message where only one speaks."""


class Effect(StrEnum):
    """What a setting does to a flag that it may touch."""

    SILENCES = "silences"
    SOFTENS = "softens"
    """A `pause` becomes a `notice`; a `stop` stays one."""


class Silencer(Model):
    """A setting with what it may do."""

    summary: str = Field(min_length=1)
    """What switches it on, with an example."""
    scope: Scope
    effect: Effect
    touches: frozenset[str] = Field(min_length=1)
    """The concerns, categories and rules that it may touch, by id."""
    never: frozenset[str] = frozenset()
    """Those among them that it never touches; the closest name wins."""
    words: tuple[str, ...] = Field(min_length=1)
    """The word sets that switch it on; it sees no others."""

    def may_touch(self, name: str) -> bool:
        """Whether it may touch the rule or category of this id."""
        parts = name.split("/")
        for length in range(len(parts), 0, -1):
            part = "/".join(parts[:length])
            if part in self.never or part in self.touches:
                return part not in self.never
        return False


Policy = Mapping[Setting, Silencer]
"""What each setting may do; `plain` is not in it."""


def accepted_settings(policy: Policy, name: str) -> frozenset[Setting]:
    """The settings that silence neither this rule nor this category, by its id."""
    return frozenset(one for one in Setting if not _silences(policy, one, name))


def _silences(policy: Policy, setting: Setting, name: str) -> bool:
    silencer = policy.get(setting)
    return silencer is not None and silencer.effect is Effect.SILENCES and silencer.may_touch(name)
