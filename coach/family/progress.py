"""Updates the progress of the child using Coach now; nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.models import AS_WORDED, Family, MadePromise, Progress, PromiseWords, Track
from coach.models.family import MAX_PROMISE
from coach.visible import visible


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


def promise(family: Family, lesson: str, day: date | None = None, own: PromiseWords = AS_WORDED) -> Family:
    """Record on which day, and in which own words if any, the promise of a lesson was made; it keeps its place."""
    promises = family.track.promises
    return _promised(family, promises if lesson in promises else (*promises, lesson), lesson, day, own)


def promise_again(family: Family, lesson: str, day: date | None = None, own: PromiseWords = AS_WORDED) -> Family:
    """Record the promise of a lesson as the newest one, also if it was made before, and that the night has it."""
    others = tuple(name for name in family.track.promises if name != lesson)
    family = _promised(family, (*others, lesson), lesson, day, own)
    night = family.night.model_copy(update={"promised": lesson}) if family.night else None
    return family.model_copy(update={"night": night})


def _promised(family: Family, promises: Sequence[str], lesson: str, day: date | None, own: PromiseWords) -> Family:
    track, made = family.track, MadePromise(day=day, own=_kept(own.child), own_parent=_kept(own.parent))
    changed = {"promises": tuple(promises), "made": {**track.made, lesson: made}}
    return family.with_track(track.model_copy(update=changed))


def _kept(words: str) -> str:
    return visible(words).strip()[:MAX_PROMISE]


def unpromise(family: Family, lesson: str, before: Track | None = None) -> Family:
    """Forget the promise of a lesson; if the child had made it `before`, it is as it was then."""
    track, before = family.track, before or Track()
    promises = [name for name in track.promises if name != lesson]
    made = {name: how for name, how in track.made.items() if name != lesson}
    if lesson in before.promises:
        promises.insert(before.promises.index(lesson), lesson)
        made |= {name: how for name, how in before.made.items() if name == lesson}
    night = family.night
    if night and night.promised == lesson:
        family = family.model_copy(update={"night": night.model_copy(update={"promised": ""})})
    return family.with_track(track.model_copy(update={"promises": tuple(promises), "made": made}))


def forget() -> Family:
    """Return an empty family."""
    return Family()


def _with(family: Family, lesson: str, progress: Progress) -> Family:
    """Put the lesson last, so that the one practised the longest ago comes first."""
    track = family.track
    others = {name: known for name, known in track.progress.items() if name != lesson}
    return family.with_track(track.model_copy(update={"progress": {**others, lesson: progress}}))
