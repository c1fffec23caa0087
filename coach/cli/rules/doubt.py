"""List flags of rules in calm messages that the second reader finds calm: a rule author may look at these first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.cli.rules.score_text import bracketed
from coach.errors import InputError
from coach.runtime import MISSING, can_read

if TYPE_CHECKING:
    from coach.models import Catalog, Concern, Message, Report

DOUBTED = 0.1
"""A flag is doubted if the second reader's probability for its concern is below this."""


class Doubter:
    """Asks the second reader about flags; it changes no report."""

    def __init__(self, catalog: Catalog) -> None:
        """Load rules and second reader.

        Raises:
            InputError: the second reader cannot run here.
        """
        if not can_read():
            raise InputError(f"--doubted: {MISSING}\n    fix: leave it out")
        from coach.engine import Explainer, build
        from coach.engine.reader import weights_at_hand

        self._explainer = Explainer(catalog, build(catalog, weights=weights_at_hand()))

    def lines(self, reports: Iterable[Report]) -> Iterator[str]:
        """Return one line for each doubted flag: how sure the second reader is, the rule, and the message."""
        listed = set[tuple[str, int, int]]()
        for report in reports:
            beliefs = self._beliefs(report.message) if report.flags else {}
            for flag in report.flags:
                place = flag.rule, flag.start, flag.end
                if beliefs.get(flag.concern, 1.0) < DOUBTED and place not in listed:
                    listed.add(place)
                    phrase = bracketed(report.message.text, flag.start, flag.end)
                    yield f"{beliefs[flag.concern]:4.0%} {flag.rule}: {phrase}"

    def _beliefs(self, message: Message) -> dict[Concern, float]:
        return {one.concern: one.probability for one in self._explainer.explain(message).opinions}
