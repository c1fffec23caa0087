"""Chooses this week's case, by what the child practised; what was flagged in drafts is not known here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from coach.models import AgeGroup, Case, Concern, Family, Track
from coach.models.family import WeeksCase
from coach.models.weeks import same_week


def this_weeks_case(
    cases: Iterable[Case], track: Track, age: AgeGroup | None, today: date | None = None
) -> Case | None:
    """Return this week's case: the one chosen before, else one begun, one done this week, a new one, an old one.

    New cases of practised lessons come first, the lesson practised the longest ago before the others, and each lesson
    gets its first case before any gets its second. Without `today`, what this week had is not looked for.
    """
    fitting = {case.name: case for case in cases if case.fits(age)}
    chosen = track.case
    if chosen and today and same_week(chosen.day, today) and chosen.name in fitting:
        return fitting[chosen.name]
    begun = [name for name, progress in track.progress.items() if progress.step and name in fitting]
    if begun:
        return fitting[begun[-1]]
    done = [name for name in track.progress if name in fitting and today and is_done(track, name, today)]
    if done:
        return fitting[done[-1]]
    new = [case for case in fitting.values() if case.name not in track.progress]
    if new:
        return _oldest(new, fitting.values(), track)
    return next((fitting[name] for name in track.progress if name in fitting), None)


def with_case(family: Family, cases: Iterable[Case], today: date) -> Family:
    """Record this week's case unless that was done before: what is practised from now on changes only the next one."""
    chosen = family.track.case
    case = this_weeks_case(cases, family.track, family.age, today)
    if case is None or (chosen and chosen.name == case.name and same_week(chosen.day, today)):
        return family
    track = family.track.model_copy(update={"case": WeeksCase(name=case.name, day=today)})
    return family.with_track(track)


def another_case(cases: Iterable[Case], track: Track, age: AgeGroup | None, today: date) -> Case | None:
    """Return a case for a family that wants more once this week's is done: one begun, else the next new one."""
    fitting = {case.name: case for case in cases if case.fits(age)}
    weeks = this_weeks_case(fitting.values(), track, age, today)
    if weeks is None or not is_done(track, weeks.name, today):
        return None
    unfinished = [name for name in fitting if name not in track.progress or not track.progress[name].finished]
    begun = [name for name in unfinished if name in track.progress]
    new = [fitting[name] for name in unfinished if name not in begun]
    return fitting[begun[-1]] if begun else _oldest(new, fitting.values(), track) if new else None


def is_done(track: Track, case: str, today: date) -> bool:
    """Return whether a case was finished in the week of `today`, which begins on Monday, even if it was begun again."""
    progress = track.progress.get(case)
    return progress is not None and progress.day is not None and same_week(progress.day, today)


def today() -> date:
    """Return the day it is for the family."""
    return date.today()  # noqa: DTZ011 - the family's own day, not that of Greenwich


def _oldest(new: Iterable[Case], cases: Iterable[Case], track: Track) -> Case:
    """Return the first new case of the lesson that had the fewest cases, then of the one practised longest ago.

    Among equals, a friend who hurts comes last, and cases for older children alone before those for all, which are
    written so that the youngest understand them.
    """
    played = Counter(case.practises for case in cases if case.name in track.progress)
    order = {name: at for at, name in enumerate(track.progress)}
    never = len(order)
    return min(
        new,
        key=lambda case: (
            case.practises not in order,
            played[case.practises],
            order.get(case.practises, never),
            case.concern is Concern.CARE,
            case.age is not AgeGroup.OLDER,
        ),
    )
