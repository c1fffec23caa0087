"""A number that answers a question for a level in a game: "14 nearly 15" is an age only where none was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.models import Report
from coach.threads.replies import is_level

if TYPE_CHECKING:
    from spacy.language import Language

_AGE = "oversharing/age-birthday"


def without_levels(nlp: Language, report: Report, received: str) -> Report:
    """Leave an age out of the report on a reply that is nothing but the level which `received` asks for.

    Args:
        nlp: Coach's pipeline.
        report: on the reply.
        received: the turn before, by somebody else.
    """
    kept = tuple(flag for flag in report.flags if flag.category != _AGE)
    if len(kept) == len(report.flags) or not is_level(nlp, received, report.message.text):
        return report
    return report.model_copy(update={"flags": kept})
