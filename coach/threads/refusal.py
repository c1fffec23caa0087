"""Rough words to somebody who has just asked for a picture or a meeting: a no need not be polite."""

from __future__ import annotations

from coach.engine.verdict.fending_off import ALWAYS_A_TALK
from coach.models import Audience, Concern, Report


def without_manners(report: Report, before: Report) -> Report:
    """Leave rough words out of the report on an answer to a red flag of somebody known only online.

    Args:
        report: on what the child answers.
        before: on the turn that is answered, as received.
    """
    if report.message.audience is not Audience.STRANGER:
        return report
    if not any(flag.concern is Concern.RED_FLAG for flag in before.flags):
        return report
    kept = tuple(flag for flag in report.flags if flag.concern is not Concern.UNKIND or flag.category in ALWAYS_A_TALK)
    return report if len(kept) == len(report.flags) else report.model_copy(update={"flags": kept})
