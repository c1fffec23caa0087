"""How the progress of the child that sits here changes; nothing here reads or writes."""

from __future__ import annotations

from coach.models import Family, Progress


def remember(family: Family, lesson: str, step: str) -> Family:
    """Note the step to go on with in a lesson.

    Args:
        family: what was kept so far.
        lesson: the lesson's name.
        step: the step's slug.
    """
    before = family.track.progress.get(lesson)
    return _with(family, lesson, Progress(step=step, finished=before is not None and before.finished))


def finish(family: Family, lesson: str) -> Family:
    """Note that the end of a lesson was reached; the next time it begins again."""
    return _with(family, lesson, Progress(step="", finished=True))


def promise(family: Family, lesson: str) -> Family:
    """Note that the promise of a lesson was made; once is enough."""
    track = family.track
    if lesson in track.promises:
        return family
    return family.with_track(track.model_copy(update={"promises": (*track.promises, lesson)}))


def forget() -> Family:
    """A family of which nothing is kept."""
    return Family()


def _with(family: Family, lesson: str, progress: Progress) -> Family:
    track = family.track
    return family.with_track(track.model_copy(update={"progress": {**track.progress, lesson: progress}}))
