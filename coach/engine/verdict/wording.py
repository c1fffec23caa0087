"""What is said about phrases: reasons, notes and steps by role, audience and age, and how a rule rewords a clause."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from coach.engine.details.private_words import why_of
from coach.engine.patterns.compiled import Terms
from coach.engine.verdict.turns import Pool
from coach.models import Advice, AgeGroup, Audience, Category, FlagSource, Role, RuleEdit


class PhraseInRole(NamedTuple):
    """A phrase to say something about."""

    rule: str
    """The id of the rule that found it."""
    source: FlagSource
    role: Role
    """Who the child is in the message."""


class CategoryWords:
    """Knows the words of all categories."""

    def __init__(self, categories: Mapping[str, Category], rules: Mapping[str, Terms]) -> None:
        self._categories = categories
        self._rules = rules

    def knows(self, rule: str) -> bool:
        """Return whether there is a rule of this id."""
        return rule in self._rules

    def edits(self, rule: str) -> tuple[RuleEdit, ...]:
        """Return how a rule, given by its id, rewords clauses; none if it is a detail or unknown."""
        terms = self._rules.get(rule)
        return terms.edits if terms else ()

    def advice(self, rule: str, role: Role, audience: Audience, age: AgeGroup | None) -> Advice:
        """Return what is said about a phrase found by a rule, given by its id."""
        return self._category(rule).advice(role, audience, age, rule)

    def starters(self, category: str, audience: Audience) -> tuple[str, ...]:
        """Return sentences that may begin another message in place of one flagged in this category."""
        return tuple(one.say for one in self._categories[category].rewrite if audience in one.audience)

    def pools(
        self,
        asked: Iterable[PhraseInRole],
        audience: Audience,
        age: AgeGroup | None = None,
        *,
        is_joked: Callable[[], bool] = lambda: False,
    ) -> list[Pool]:
        """Return what could be said about each phrase of a report, in order.

        `is_joked` says whether the message laughs or claims to joke; it is called only where that changes the words.
        Advice of a rule's own gives way where the report has another phrase of the same category: words for a bad day
        are not said to somebody who wants to die as well.
        """
        phrases = list(asked)
        general = {self._category(one.rule).id for one in phrases if not self._has_own_advice(one)}
        is_joked = cache(is_joked)

        @cache  # a long message asks for the same ones again and again
        def pool(rule: str, one: PhraseInRole) -> Pool:
            return self._pool(rule, one, self.advice(rule, one.role, audience, age), is_joked)

        return [pool(self._spoken_for(one, general), one) for one in phrases]

    def _spoken_for(self, one: PhraseInRole, general: Collection[str]) -> str:
        """Return the id of the rule whose advice a phrase gets; that of its category ends with a slash."""
        category = self._category(one.rule).id
        return f"{category}/" if category in general and self._has_own_advice(one) else one.rule

    def _has_own_advice(self, one: PhraseInRole) -> bool:
        return self._category(one.rule).tells_apart(one.rule, one.role)

    def _pool(self, rule: str, one: PhraseInRole, advice: Advice, is_joked: Callable[[], bool]) -> Pool:
        whys = (why_of(one.rule),) if one.source is FlagSource.PRIVATE_WORD else advice.why
        if advice.joked and is_joked():
            whys = (whys[0], advice.joked, *whys[1:])
        return Pool(self._category(rule), whys, advice.note, advice.steps)

    def _category(self, rule: str) -> Category:
        return self._categories[rule.rpartition("/")[0]]
