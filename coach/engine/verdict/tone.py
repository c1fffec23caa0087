"""How the setting of a phrase affects it, by the table of silencers."""

from __future__ import annotations

from functools import cache, partial

from coach.engine.text.reading import Candidate
from coach.models import Effect, Policy, Setting, Weight, accepted_settings


class Tone:
    """Answers for rules, and for the second reader's categories, from one table."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self.accepted = cache(partial(accepted_settings, policy))
        """Settings in which the rule or category with an id speaks."""

    def softened(self, candidate: Candidate, weight: Weight) -> Weight:
        """Return the weight adjusted for the setting: a `pause` may become a `notice`; nothing else changes."""
        softens = weight is Weight.PAUSE and any(self.softens(one, candidate.rule) for one in candidate.settings)
        return Weight.NOTICE if softens else weight

    def softens(self, setting: Setting, name: str) -> bool:
        """Return whether a setting softens the rule with this id."""
        silencer = self._policy.get(setting)
        return silencer is not None and silencer.effect is Effect.SOFTENS and silencer.may_touch(name)

    def __reduce__(self) -> tuple[type[Tone], tuple[Policy]]:
        """Pickle without the cache."""
        return Tone, (self._policy,)
