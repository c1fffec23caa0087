"""Finds answers that skip something to do: whoever chooses well must not miss the best part, and nobody else either."""

from __future__ import annotations

from collections.abc import Iterator

from coach.errors import Fault
from coach.models import Lesson, Option, Step, StepKind
from coach.source import Source

_FIX = "lead it there too, or put only text in between"
_WITHOUT_PRACTICE = {StepKind.READ, StepKind.TALK, StepKind.PICTURE}


def skips(source: Source, lesson: Lesson) -> Iterator[Fault]:
    """Report each option that leads past a practice."""
    places = {step.slug: at for at, step in enumerate(lesson.steps)}
    for at, step in enumerate(lesson.steps):
        for option in step.choice.options if step.choice else ():
            end = places.get(option.goes_to or "", 0)
            missed = (between for between in lesson.steps[at + 1 : end] if between.kind not in _WITHOUT_PRACTICE)
            for one in missed:
                yield _fault(source, option, one)


def _fault(source: Source, option: Option, missed: Step) -> Fault:
    line = source.lines[option.line - 1]
    kind = "a right" if option.right else "an"
    problem = f"{kind} answer that skips what there is to do in `{missed.heading}`"
    return Fault(source.path, option.line, line.find("](") + 3, problem, _FIX, line)
