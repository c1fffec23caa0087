"""How far a family is on the path of lessons. Needs no Textual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from coach.course import place_of, position_of, step_called
from coach.locale import _
from coach.models import Agreement, Family, Lesson, Progress, Promise, Track

DONE, BEGUN, NEW = "\u2713", "\u25d0", "\u25cb"
"""The signs of a lesson that is finished, begun, or not yet begun."""


def progress_words(lesson: Lesson, progress: Progress | None) -> tuple[str, str]:
    """The progress in a lesson, as a sign and words; a finished lesson keeps its sign when it is opened again.

    A lesson that was only looked into is not begun.
    """
    if progress is None or not (progress.finished or _is_begun(lesson, progress)):
        return NEW, ""
    try:
        place = place_of(lesson, progress.step)
    except ValueError:
        return (DONE, _("done")) if progress.finished else (NEW, "")
    return (DONE, _("again, {place}").format(place=place)) if progress.finished else (BEGUN, place)


def next_on_path(lessons: Sequence[Lesson], progress: Mapping[str, Progress]) -> Lesson | None:
    """The lesson to go on with: one that is half done, else the first one not done; None at the end of the path.

    A lesson that was looked through with its questions left open waits until nothing else is left.
    """
    unfinished = [one for one in lessons if one.name not in progress or not progress[one.name].finished]
    ahead = [one for one in unfinished if one.name not in progress or not progress[one.name].looked_through]
    begun = (one for one in ahead if one.name in progress and _is_half_done(one, progress[one.name]))
    return next(begun, None) or next(iter(ahead or unfinished), None)


def left_open_last(lessons: Sequence[Lesson], progress: Mapping[str, Progress]) -> Lesson | None:
    """The lesson to offer for its open questions: looked through, and nothing was practised since; None otherwise."""
    last = next(reversed(tuple(progress)), "")
    found = next((lesson for lesson in lessons if lesson.name == last), None)
    return found if found and progress[last].looked_through and not progress[last].finished else None


def _is_begun(lesson: Lesson, progress: Progress) -> bool:
    return progress.answered or progress.looked_through or _is_half_done(lesson, progress)


def _is_half_done(lesson: Lesson, progress: Progress) -> bool:
    if step_called(lesson, progress.step) is None:
        return False
    return 2 * position_of(lesson, progress.step) > len(lesson.steps)


def signs_of(lessons: Iterable[Lesson], progress: Mapping[str, Progress]) -> tuple[str, ...]:
    """One sign per lesson, in order."""
    return tuple(progress_words(lesson, progress.get(lesson.name))[0] for lesson in lessons)


def promised(lessons: Iterable[Lesson], family: Family) -> tuple[Promise, ...]:
    """What was promised, the newest first: as the agreement words it if there is one, otherwise as the lessons do.

    The agreement is the family's, so a child who has promised nothing is not shown what another one did.
    """
    track, agreement = family.track, family.agreement
    if agreement and any(agreement.sides) and (track.promises or len(family.members) <= 1):
        return tuple(_paired(agreement, _made(lessons, track)))
    return tuple(_made(lessons, track))


def _made(lessons: Iterable[Lesson], track: Track) -> Iterator[Promise]:
    """Yield the promises of lessons, the newest first."""
    known = _by_lesson(lessons)
    for name in (name for name in reversed(track.promises) if name in known):
        said, own = known[name], track.own_words(name)
        yield said.model_copy(update={"child": own.child or said.child, "parent": own.parent or said.parent})


def _by_lesson(lessons: Iterable[Lesson]) -> dict[str, Promise]:
    return {lesson.name: step.promise for lesson in lessons for step in lesson.steps if step.promise}


def said_before(lessons: Sequence[Lesson], family: Family, today: date) -> str:
    """Return what the child promised last, before today: nobody needs to hear this evening's words again."""
    known, made = _by_lesson(lessons), family.track.made.items()
    new = {one.own or known[name].child for name, one in made if one.day == today and name in known}
    said = (one.child for one in promised(lessons, family))
    return next((words for words in said if words and words not in new), "")


def _paired(agreement: Agreement, made: Iterable[Promise]) -> Iterator[Promise]:
    """Yield the lines of both sides, the newest first: made together in a lesson, or alone if nobody knows with what.

    Lines that no lesson knows go together where both sides have as many of them.
    """
    child, grown_up = list(agreement.child), list(agreement.grown_up)
    partner = {one.child: one.parent for one in made if one.child in child and one.parent in grown_up}
    alone = [line for line in child if line not in partner]
    left = [line for line in grown_up if line not in partner.values()]
    if len(alone) == len(left):
        partner |= dict(zip(alone, left, strict=True))
        left = []
    yield from (Promise(child=line, parent=partner.get(line, ""), line=1) for line in reversed(child))
    yield from (Promise(child="", parent=line, line=1) for line in reversed(left))


def practised(lessons: Iterable[Lesson], track: Track) -> tuple[Lesson, ...]:
    """The lessons and cases that were finished, the newest first."""
    known = {lesson.name: lesson for lesson in lessons}
    done = (name for name, progress in reversed(track.progress.items()) if progress.finished)
    return tuple(known[name] for name in done if name in known)
