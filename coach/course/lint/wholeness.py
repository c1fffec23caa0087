"""Checks that a lesson is complete: something to practise, something to talk about, a promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.course.step_source import StepSource
from coach.errors import Fault
from coach.models import Reader
from coach.source import Source

MIN_PRACTICES = 2
"""The fewest practices in a lesson, not counting its promise."""


def missing_parts(source: Source, steps: Sequence[StepSource]) -> Iterator[Fault]:
    """Report each missing part as a fault of the whole file."""
    promises = sum("promise" in step.parts for step in steps)
    practices = sum(step.practices for step in steps) - promises
    talks = any(passage.reader is Reader.TALK for step in steps for passage in step.passages)
    if practices < MIN_PRACTICES:
        problem = f"{('nothing', 'only one thing')[practices]} to practise: at least {MIN_PRACTICES} needed"
        yield _fault(source, problem, "add options, a draft, a chat or a checklist")
    if not talks:
        yield _fault(source, "nothing to talk about", "add `> [!TALK]` with a question that has no single right answer")
    if promises != 1:
        fix = "end with one `promise` block, for the child and the parent"
        yield _fault(source, "more than one promise" if promises else "no promise", fix)


def _fault(source: Source, problem: str, fix: str) -> Fault:
    return Fault(source.path, 0, 1, problem, fix)
