"""Checks that a case has its parts: something apart, something to compare, something to do, a closing question."""

from __future__ import annotations

from collections.abc import Iterator

from coach.course.folders import lesson_called
from coach.course.judge import Check
from coach.course.lint.marks import marked_in
from coach.errors import Fault
from coach.models import Case, Reader, Step
from coach.source import Source

MIN_STEPS, MAX_STEPS = 3, 5
_APART = "add a `decide` block, or `marking: apart` to a `received` block"
_DO = "add a `duel`, a `draft`, or options for what to do now"
_ASK = "end with `> [!TALK]` and a question that has no single right answer"


def case_faults(source: Source, case: Case, check: Check) -> Iterator[Fault]:
    """Report each missing part, and a lesson or category that does not fit."""
    for problem, fix in _missing(case):
        yield Fault(source.path, 0, 1, problem, fix)
    if lesson_called(case.practises, source.path.absolute().parent.parent) is None:
        fix = "use a name that `coach lessons list` shows, or one from the folder above"
        yield _at(source, "lesson:", f"unknown lesson `{case.practises}`", fix)
    marked = marked_in(case, check)
    if case.category and case.category not in marked:
        fix = f"use one of: {', '.join(sorted(marked))}" if marked else "leave it out, or add words that Coach marks"
        yield _at(source, "category:", f"nothing in the case is marked {case.category}", fix)
    elif marked and not case.category:
        yield _at(source, "lesson:", "`category` is missing", f"add one of: {', '.join(sorted(marked))}")


def _missing(case: Case) -> Iterator[tuple[str, str]]:
    if not MIN_STEPS <= len(case.steps) <= MAX_STEPS:
        yield f"number of steps is {len(case.steps)}: {MIN_STEPS} to {MAX_STEPS} allowed", "add, join or remove steps"
    if not any(step.decide or (step.received and step.received.is_apart) for step in case.steps):
        yield "nothing to decide apart", _APART
    if not any(step.received or step.duel or step.rewrite for step in case.steps):
        yield "nothing to compare with Coach", "add a `received` block, or a `duel` with a `start`"
    if not any(map(_does, case.steps)):
        yield "nothing to do about it", _DO
    asks = [step for step in case.steps if any(one.reader is Reader.TALK for one in step.passages)]
    if asks != list(case.steps[-1:]):
        yield "no closing question" if not asks else "a question before the end", _ASK
    elif _does(asks[0]) or asks[0].decide or asks[0].received:
        yield "the closing question shares its step", "write a heading above it, so that nobody misses it"


def _does(step: Step) -> bool:
    return bool(step.duel or step.rewrite or step.choice or step.chat or step.tell)


def _at(source: Source, key: str, problem: str, fix: str) -> Fault:
    line = source.line_of(key)
    return Fault(source.path, line, 1, problem, fix, source.lines[line - 1])
