"""A report in, counsel out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coach.counsel.frames import sentences
from coach.counsel.rewrites import rewrites_of
from coach.engine import check, spelled
from coach.models import Concern, Direction, Report
from coach.models.counsel import Counsel

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 2_000
"""Longest draft that is rewritten, in characters; longer ones are not what a child writes at once."""
_NO_REWRITE = frozenset({Concern.CARE, Concern.GOING_ALONG})
"""A draft with any of these is not corrected."""


class Counsellor:
    """Gives counsel on reports of one pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def on(self, report: Report) -> Counsel:
        """Return counsel on a report; empty if nothing is flagged or the message was received."""
        message = report.message
        concerns = {flag.concern for flag in report.flags}
        is_rewritten = message.direction is Direction.DRAFT and concerns and concerns.isdisjoint(_NO_REWRITE)
        if not is_rewritten or len(message.text) > LONGEST:
            return Counsel()
        rewrites = rewrites_of(report, spelled(self._nlp, message.text), partial(check, self._nlp))
        concern = Concern.UNKIND if Concern.UNKIND in concerns else Concern.OVERSHARING
        return Counsel(rewrites=rewrites, nothing="" if rewrites else sentences("nothing")[concern])
