"""Counts flags in messages that need none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from coach.models import Concern, Flag, Report


class CalmTally:
    """Counts flags on ordinary messages; memory grows with the number of rules, not of messages."""

    def __init__(self) -> None:
        self.messages = 0
        self.concerns: Counter[Concern] = Counter()
        """Messages flagged, by concern."""
        self.rules: Counter[str] = Counter()
        """Messages flagged, by rule."""
        self.phrases: dict[str, str] = {}
        """The first phrase that each rule flagged."""

    def add(self, reports: Iterable[Report]) -> tuple[Flag, ...]:
        """Count one message, given its report for each direction; return its flags without duplicates."""
        flags = {(flag.rule, flag.start, flag.end): flag for report in reports for flag in report.flags}
        self.messages += 1
        self.concerns.update({flag.concern for flag in flags.values()})
        self.rules.update({flag.rule for flag in flags.values()})
        for flag in flags.values():
            self.phrases.setdefault(flag.rule, flag.phrase)
        return tuple(flags.values())

    def rate(self, flagged: int) -> float:
        """Convert a number of flagged messages to a rate per 1,000."""
        return 1000 * flagged / self.messages if self.messages else 0.0
