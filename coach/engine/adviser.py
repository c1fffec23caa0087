"""What a pipeline's rules say about a report, besides its flags."""

from __future__ import annotations

from spacy.language import Language

from coach.engine.pipeline import spelled
from coach.engine.spacy_parts import flags_in
from coach.models import Advice, AgeGroup, Audience, Flag, Report, Role, RuleEdit, Weight


class Adviser:
    """Knows the advice, edits and words of one pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._flags = flags_in(nlp)

    def unknown(self, report: Report) -> str:
        """Return the first category of a report that this pipeline has no words for; empty if it has all."""
        return next((flag.category for flag in report.flags if flag.category not in self._flags.categories), "")

    def flags(self, report: Report, age: AgeGroup | None = None) -> tuple[Flag, ...]:
        """Return the flags of a report with the words for an age group."""
        return self._flags.worded_for(report, age)

    def weight(self, category: str, audience: Audience) -> Weight:
        """Return the weight of a category for an audience."""
        return self._flags.weight_of(category, audience)

    def knows(self, rule: str) -> bool:
        """Return whether there is a rule of this id."""
        return self._flags.wording.knows(rule)

    def edits(self, rule: str) -> tuple[RuleEdit, ...]:
        """Return how a rule, given by its id, rewords a clause."""
        return self._flags.wording.edits(rule)

    def advice(self, rule: str, role: Role, audience: Audience, age: AgeGroup | None = None) -> Advice:
        """Return what is said about a phrase found by a rule, given by its id.

        Raises:
            LookupError: its category is unknown, or never occurs in this role.
        """
        return self._flags.wording.advice(rule, role, audience, age)

    def starters(self, category: str, audience: Audience) -> tuple[str, ...]:
        """Return sentences that may begin another message in place of one flagged in this category."""
        return self._flags.wording.starters(category, audience)

    def spelled(self, text: str) -> list[tuple[str | None, int, int]]:
        """Return the words of a text in plain spelling, each with its characters; None is a break."""
        return spelled(self._nlp, text)
