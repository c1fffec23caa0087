"""The days of family nights, at most one a week, and how far one is; nothing here reads or writes files."""

from __future__ import annotations

from datetime import date

from coach.models import Family, NightSoFar, Progress
from coach.models.family import MAX_NIGHTS
from coach.models.weeks import same_week


def had_night(family: Family, day: date) -> Family:
    """Record that a night came to its end, unless this week has one already: more of them count for nothing."""
    nights = family.nights if is_night_had(family, day) else (*family.nights, day)[-MAX_NIGHTS:]
    family = family.with_track(family.track.model_copy(update={"last_night": day}))
    return family.model_copy(update={"nights": nights, "night": None})


def is_night_over(family: Family, day: date) -> bool:
    """Return whether the child using Coach now had a family night on `day`."""
    return family.track.last_night == day


def reach_night(family: Family, day: date, step: str, case: str = "") -> Family:
    """Record the step, by its slug, to continue this week's night with, unless it came to its end this day.

    Args:
        family: the family.
        day: today.
        step: the slug of the step.
        case: the name of the night's case, if it has one.
    """
    if is_night_over(family, day):
        return family
    so_far = family.begun_night(day) or NightSoFar(day=day, step=step)
    return family.model_copy(update={"night": so_far.model_copy(update={"day": day, "step": step, "case": case})})


def answer_night(family: Family, day: date) -> Family:
    """Record that a question of the night that was begun was answered."""
    so_far = family.begun_night(day)
    if so_far is None or so_far.answered:
        return family
    return family.model_copy(update={"night": so_far.model_copy(update={"answered": True})})


def night_so_far(family: Family, day: date) -> Progress | None:
    """Return how far the night of the week of `day` is; None if it was not begun."""
    so_far = family.begun_night(day)
    return Progress(step=so_far.step, answered=so_far.answered) if so_far else None


def is_night_had(family: Family, day: date) -> bool:
    """Return whether the week of `day` has its night."""
    return any(same_week(night, day) for night in family.nights)
