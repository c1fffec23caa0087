"""The words and signs on the screen: never a colour alone, and nothing that a nine-year-old cannot read."""

from __future__ import annotations

from collections.abc import Mapping

from coach.course import place_of
from coach.models import Audience, Direction, Lesson, Progress, Reader, Weight

READERS: Mapping[Reader, str] = {
    Reader.BOTH: "\u25cf\u25a0 Read together",
    Reader.CHILD: "\u25cf Child reads",
    Reader.PARENT: "\u25a0 Grown-up reads",
    Reader.TALK: "\u25c6 Talk together",
}
"""Who reads a passage."""

WEIGHTS: Mapping[Weight, str] = {
    Weight.NOTICE: "! look",
    Weight.PAUSE: "!! pause",
    Weight.STOP: "!!! stop",
}
"""How much a flag weighs."""

CARE = "\u25c6 talk together"
"""Stands in place of a weight where somebody may be hurting: that is no fault."""

AUDIENCES: Mapping[Audience, str] = {
    Audience.PUBLIC: "Anybody",
    Audience.GROUP: "My group",
    Audience.FRIEND: "A friend",
    Audience.STRANGER: "Only met online",
}
"""Who will read a message, to choose from."""

GOES_TO: Mapping[Audience, str] = {
    Audience.PUBLIC: "Anybody can read this.",
    Audience.GROUP: "This goes to your group.",
    Audience.FRIEND: "This goes to a friend.",
    Audience.STRANGER: "This goes to somebody you only met online.",
}
"""Who will read a message, as a sentence."""

DIRECTIONS: Mapping[Direction, str] = {
    Direction.DRAFT: "I want to send it",
    Direction.RECEIVED: "It came to me",
}
"""Which way a message goes, to choose from."""

FITS = "\u2713"
"""Before what Coach says to an answer that fits."""
NOT_YET = "~"
"""Before what Coach says to any other answer."""


def progress_of(lesson: Lesson, progress: Progress | None) -> str:
    """How far the family came, such as `► step 3 of 8`."""
    if progress is None:
        return "\u25cb not started"
    if any(step.slug == progress.step for step in lesson.steps):
        return f"\u25ba {place_of(lesson, progress.step)}"
    return f"{FITS} done" if progress.finished else "\u25cb not started"


def is_begun(progress: Progress | None) -> bool:
    """Whether a lesson was begun and waits to be gone on with."""
    return progress is not None and bool(progress.step)


def is_done(progress: Progress | None) -> bool:
    """Whether the end was reached and nothing was begun again."""
    return progress is not None and progress.finished and not progress.step


def next_lesson(lessons: tuple[Lesson, ...], progress: Mapping[str, Progress]) -> Lesson | None:
    """The lesson to go on with: one that was begun, else the first that was not done."""
    begun = (lesson for lesson in lessons if is_begun(progress.get(lesson.name)))
    new = (lesson for lesson in lessons if not is_done(progress.get(lesson.name)))
    return next(begun, None) or next(new, None)
