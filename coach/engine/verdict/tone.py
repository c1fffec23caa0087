"""What the way a phrase is said does to it, by the table of silencers."""

from __future__ import annotations

from functools import cache

from coach.engine.text.reading import Candidate
from coach.models import Effect, Policy, Setting, Weight, accepted_settings


class Tone:
    """Answers for rules, and for the second reader by its categories, from one table."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self.accepted = cache(self._accepted)
        """The settings in which the rule or category of an id speaks."""

    def softened(self, candidate: Candidate, weight: Weight) -> Weight:
        """The weight after the setting has had its say: a `pause` may become a `notice`, and nothing else changes."""
        softens = weight is Weight.PAUSE and any(self.softens(one, candidate.rule) for one in candidate.settings)
        return Weight.NOTICE if softens else weight

    def softens(self, setting: Setting, name: str) -> bool:
        """Whether a setting softens the rule of this id."""
        silencer = self._policy.get(setting)
        return silencer is not None and silencer.effect is Effect.SOFTENS and silencer.may_touch(name)

    def _accepted(self, name: str) -> frozenset[Setting]:
        return accepted_settings(self._policy, name)

    def __reduce__(self) -> tuple[type[Tone], tuple[Policy]]:
        """A cache does not go to another process."""
        return Tone, (self._policy,)
