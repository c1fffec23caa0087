"""Estimates how long two people take for a lesson, so that the `minutes` on top of it are honest.

What is read aloud is counted in words, what is done in seconds. Both are rough, and on the generous side: nobody is
counted as waiting, laughing, or looking for the phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coach.course.lint.snippets import practice_of
from coach.course.wording import word_count
from coach.errors import Fault
from coach.models import AgeGroup, Case, Lesson, Reader, Step, StepKind
from coach.source import Source

ALOUD: Mapping[AgeGroup, int] = {AgeGroup.YOUNGER: 90, AgeGroup.OLDER: 120}
"""Words a minute that a child reads aloud."""
SILENTLY = 180
"""Words a minute that the grown-up reads in a note."""
SECONDS: Mapping[StepKind, int] = {
    StepKind.READ: 45,
    StepKind.PICTURE: 30,
    StepKind.TALK: 0,
    StepKind.CHOOSE: 20,
    StepKind.SORT: 20,
    StepKind.CHAT: 30,
    StepKind.REWRITE: 75,
    StepKind.DUEL: 90,
    StepKind.RECEIVED: 30,
    StepKind.DECIDE: 45,
    StepKind.TELL: 90,
    StepKind.SHOW: 0,
    StepKind.DOORS: 60,
    StepKind.REPORT: 45,
    StepKind.PAUSE: 10,
    StepKind.PROMISE: 20,
}
"""What the two do in a step besides reading: acting it out, thinking, typing."""
TO_TALK, TO_TICK = 60, 20
"""Seconds for a question to talk about, and for each thing to do on a phone."""
READ_OF_CHAT = 0.6
"""The share of a chat that is read on two ways through it."""
LEEWAY = 1.0
"""How many minutes more than stated a lesson may take."""
_NOT_READ = {"a hint"}
"""Snippets with a reader that are only shown when somebody asks; those without a reader are not read aloud."""


def minutes_of(lesson: Lesson, age: AgeGroup) -> float:
    """Return about how many minutes a child of this age and a grown-up take for a lesson."""
    return sum(_seconds(step, age) for step in lesson.for_age(age).steps) / 60


def longer_than_stated(source: Source, lesson: Lesson, ages: Iterable[AgeGroup] = AgeGroup) -> Iterator[Fault]:
    """Report a lesson that takes longer than its `minutes` at an age that reads it, as a fault of the whole file."""
    longest = max(minutes_of(lesson, age) for age in ages)
    if lesson.minutes and longest > lesson.minutes + LEEWAY:
        problem = f"takes about {longest:.0f} minutes, but is stated as {lesson.minutes}"
        fix = "shorten it" if isinstance(lesson, Case) else f"shorten it, or write `minutes: {longest:.0f}`"
        yield Fault(source.path, 0, 1, problem, fix)


def _seconds(step: Step, age: AgeGroup) -> float:
    passages = sum(_minutes_for(one.text, one.reader, age) for one in step.passages)
    practice = sum(_minutes_for(one.text, one.reader, age) for one in practice_of(step) if one.what not in _NOT_READ)
    return 60 * (passages + practice * (READ_OF_CHAT if step.chat else 1.0)) + _doing(step)


def _minutes_for(text: str, reader: Reader | None, age: AgeGroup) -> float:
    if reader is None:
        return 0.0
    return word_count(text) / (SILENTLY if reader is Reader.PARENT else ALOUD[age])


def _doing(step: Step) -> float:
    talks = any(passage.reader is Reader.TALK for passage in step.passages)
    ticks = len(step.show.items) if step.show else 0
    return SECONDS[step.kind] + TO_TALK * talks + TO_TICK * ticks
