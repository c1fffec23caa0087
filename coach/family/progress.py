"""Updates the progress of the child using Coach now; nothing here reads or writes files."""

from __future__ import annotations

from coach.models import Family, Progress


def remember(family: Family, lesson: str, step: str) -> Family:
    """Record the step to continue a lesson with.

    Args:
        family: the family.
        lesson: the name of the lesson.
        step: the slug of the step.
    """
    before = family.track.progress.get(lesson)
    return _with(family, lesson, Progress(step=step, finished=before is not None and before.finished))


def finish(family: Family, lesson: str) -> Family:
    """Record that a lesson was finished; it starts over the next time."""
    return _with(family, lesson, Progress(step="", finished=True))


def promise(family: Family, lesson: str) -> Family:
    """Record the promise of a lesson, unless it was recorded before."""
    track = family.track
    if lesson in track.promises:
        return family
    return family.with_track(track.model_copy(update={"promises": (*track.promises, lesson)}))


def forget() -> Family:
    """Return an empty family."""
    return Family()


def _with(family: Family, lesson: str, progress: Progress) -> Family:
    """Put the lesson last, so that the one practised the longest ago comes first."""
    track = family.track
    others = {name: known for name, known in track.progress.items() if name != lesson}
    return family.with_track(track.model_copy(update={"progress": {**others, lesson: progress}}))
