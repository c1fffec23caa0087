"""Updates the progress of the child using Coach now; nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.models import Family, Progress


def remember(family: Family, lesson: str, step: str) -> Family:
    """Record the step to continue a lesson with.

    Args:
        family: the family.
        lesson: the name of the lesson.
        step: the slug of the step.
    """
    before = family.track.progress.get(lesson)
    known = before or Progress(step=step)
    return _with(family, lesson, known.model_copy(update={"step": step}))


def look_through(family: Family, lesson: str, step: str) -> Family:
    """Record that the end of a lesson was reached with questions left open, the first of them at `step`."""
    before = family.track.progress.get(lesson) or Progress(step=step)
    return _with(family, lesson, before.model_copy(update={"step": step, "looked_through": True}))


def answer(family: Family, lesson: str) -> Family:
    """Record that a question of a lesson that was begun was answered."""
    known = family.track.progress.get(lesson)
    if known is None or known.answered:
        return family
    return _with(family, lesson, known.model_copy(update={"answered": True, "looked_through": False}))


def finish(family: Family, lesson: str, day: date | None = None) -> Family:
    """Record that a lesson was finished; it starts over the next time. Cases record the day too."""
    return _with(family, lesson, Progress(step="", finished=True, day=day))


def promise(family: Family, lesson: str) -> Family:
    """Record the promise of a lesson, unless it was recorded before."""
    track = family.track
    if lesson in track.promises:
        return family
    return family.with_track(track.model_copy(update={"promises": (*track.promises, lesson)}))


def promise_again(family: Family, lesson: str) -> Family:
    """Record the promise of a lesson as the newest one, also if it was made before."""
    track = family.track
    others = tuple(name for name in track.promises if name != lesson)
    return family.with_track(track.model_copy(update={"promises": (*others, lesson)}))


def unpromise(family: Family, lesson: str, before: Sequence[str] = ()) -> Family:
    """Forget the promise of a lesson; if it was among the promises `before`, put it back where it was."""
    track = family.track
    promises = [name for name in track.promises if name != lesson]
    if lesson in before:
        promises.insert(before.index(lesson), lesson)
    return family.with_track(track.model_copy(update={"promises": tuple(promises)}))


def forget() -> Family:
    """Return an empty family."""
    return Family()


def _with(family: Family, lesson: str, progress: Progress) -> Family:
    """Put the lesson last, so that the one practised the longest ago comes first."""
    track = family.track
    others = {name: known for name, known in track.progress.items() if name != lesson}
    return family.with_track(track.model_copy(update={"progress": {**others, lesson: progress}}))
