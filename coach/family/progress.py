"""How a family's progress changes; nothing here reads or writes."""

from __future__ import annotations

from coach.models import Family, Progress


def remember(family: Family, lesson: str, step: str) -> Family:
    """Note the step to go on with in a lesson.

    Args:
        family: what was kept so far.
        lesson: the lesson's name.
        step: the step's slug.
    """
    before = family.progress.get(lesson)
    return _with(family, lesson, Progress(step=step, finished=before is not None and before.finished))


def finish(family: Family, lesson: str) -> Family:
    """Note that the end of a lesson was reached; the next time it begins again."""
    return _with(family, lesson, Progress(step="", finished=True))


def promise(family: Family, lesson: str) -> Family:
    """Note that the promise of a lesson was made; once is enough."""
    if lesson in family.promises:
        return family
    return family.model_copy(update={"promises": (*family.promises, lesson)})


def forget() -> Family:
    """A family of which nothing is kept."""
    return Family()


def _with(family: Family, lesson: str, progress: Progress) -> Family:
    return family.model_copy(update={"progress": {**family.progress, lesson: progress}})
