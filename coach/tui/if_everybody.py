"""What changes in what Coach says of a draft if everybody saw it."""

from __future__ import annotations

from coach.locale import N_
from coach.models import Counsel, Report, Weight

IF_EVERYBODY = N_("What if everybody saw it? Look what changes. Nothing is sent.")
ONLY_WEIGHT = N_("If everybody saw it: it weighs more, nothing else changes. Nothing is sent.")
SAME = N_("If everybody saw it: Coach says the same. Nothing is sent.")


def difference(own: tuple[Report, Counsel], everybody: tuple[Report, Counsel]) -> str:
    """Return the message that says how what Coach says for everybody differs from what it says for own readers."""
    if own[1] == everybody[1] and own[0].flags == everybody[0].flags:
        return SAME
    return ONLY_WEIGHT if _weightless(*own) == _weightless(*everybody) else IF_EVERYBODY


def _weightless(report: Report, counsel: Counsel) -> Counsel:
    """Return all that is said of a report but for the weights."""
    flags = tuple(flag.model_copy(update={"weight": Weight.NOTICE}) for flag in counsel.flags or report.flags)
    return counsel.model_copy(update={"flags": flags})
