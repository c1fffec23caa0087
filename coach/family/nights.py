"""The days of family nights, at most one a week; nothing here reads or writes files."""

from __future__ import annotations

from datetime import date

from coach.models import Family
from coach.models.family import MAX_NIGHTS
from coach.models.weeks import same_week


def had_night(family: Family, day: date) -> Family:
    """Record a night, unless this week has one already: more of them count for nothing."""
    if is_night_had(family, day):
        return family
    return family.model_copy(update={"nights": (*family.nights, day)[-MAX_NIGHTS:]})


def is_night_had(family: Family, day: date) -> bool:
    """Return whether the week of `day` has its night."""
    return any(same_week(night, day) for night in family.nights)
