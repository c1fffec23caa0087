"""The days of family nights, at most one a week, and how far one is; nothing here reads or writes files."""

from __future__ import annotations

from datetime import date

from coach.models import Family, NightSoFar, Progress
from coach.models.family import MAX_NIGHTS
from coach.models.weeks import same_week


def had_night(family: Family, day: date) -> Family:
    """Record that a night came to its end, unless this week has one already: more of them count for nothing."""
    nights = family.nights if is_night_had(family, day) else (*family.nights, day)[-MAX_NIGHTS:]
    return family.model_copy(update={"nights": nights, "night": None})


def reach_night(family: Family, day: date, step: str) -> Family:
    """Record the step, by its slug, to continue this week's night with."""
    before = night_so_far(family, day)
    answered = before is not None and before.answered
    return family.model_copy(update={"night": NightSoFar(day=day, step=step, answered=answered)})


def answer_night(family: Family, day: date) -> Family:
    """Record that a question of the night that was begun was answered."""
    if family.night is None or not same_week(family.night.day, day) or family.night.answered:
        return family
    return family.model_copy(update={"night": family.night.model_copy(update={"answered": True})})


def night_so_far(family: Family, day: date) -> Progress | None:
    """Return how far the night of the week of `day` is; None if it was not begun."""
    so_far = family.night
    if so_far is None or not same_week(so_far.day, day):
        return None
    return Progress(step=so_far.step, answered=so_far.answered)


def is_night_had(family: Family, day: date) -> bool:
    """Return whether the week of `day` has its night."""
    return any(same_week(night, day) for night in family.nights)
