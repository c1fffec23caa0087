"""Proves what a lesson says of Coach's marks: in threads that came, and in answers of a duel."""

from __future__ import annotations

from collections.abc import Iterator

from coach.course.judge import Check
from coach.course.together import judge_harm
from coach.errors import Fault
from coach.models import Duel, Lesson, Message, Received
from coach.source import Source
from coach.visible import visible

MIN_ANSWERS = 2
"""The fewest answers of each kind in a duel."""
_Problem = tuple[int, str, str]


def wrong_marks(source: Source, lesson: Lesson, check: Check) -> Iterator[Fault]:
    """Report each line and answer that Coach reads otherwise than the author says; only English is checked."""
    for step in (*lesson.steps, *lesson.older) if lesson.is_english else ():
        problems = [*(_received(step.received, check) if step.received else ())]
        problems += [*(_duel(step.duel, check) if step.duel else ())]
        for line, problem, fix in problems:
            yield Fault(source.path, line, 1, problem, fix, visible(source.lines[line - 1]))


def marked_in(lesson: Lesson, check: Check) -> set[str]:
    """Return the categories that Coach marks in a lesson: those its author says, and those in drafts."""
    drafts = (step.rewrite for step in lesson.steps if step.rewrite)
    flags = (flag for task in drafts for flag in check(Message(text=task.start, audience=task.audience)).flags)
    lines = (line for step in lesson.steps if step.received for line in step.received.lines)
    duels = (step.duel.category for step in lesson.steps if step.duel and step.duel.category)
    return {*(category for line in lines for category in line.categories), *duels, *(flag.category for flag in flags)}


def _received(received: Received, check: Check) -> Iterator[_Problem]:
    for line in received.lines:
        found = {flag.category for flag in check(received.message_of(line)).flags}
        if found == set(line.categories):
            continue
        marks = ", ".join(sorted(found))
        fix = (
            f"write `! {marks}` below it, or change the words" if found else "remove the `!` line, or change the words"
        )
        problem = (
            f"Coach marks {marks or 'nothing'} here, but the lesson says {', '.join(line.categories) or 'nothing'}"
        )
        yield line.line, problem, fix


def _duel(duel: Duel, check: Check) -> Iterator[_Problem]:
    if duel.start:
        flags = check(Message(text=duel.start, audience=duel.audience)).flags
        found = sorted({flag.category for flag in flags})
        if duel.category not in found:
            problem = f"Coach marks {', '.join(found) or 'nothing'} in `start`, but the lesson says {duel.category}"
            yield duel.line, problem, "change `start` or `marks`"
    for key, answers in (("passes", duel.passes), ("fails", duel.fails)):
        if len(answers) < MIN_ANSWERS:
            problem = f"number of answers in `{key}` is {len(answers)}: at least {MIN_ANSWERS} needed"
            yield duel.line, problem, f"list them below a line `{key}:`, each as `- answer`"
    for answer in duel.passes:
        judged = judge_harm(duel, answer.text, check)
        if not judged.is_yours:
            yield answer.line, f"this answer must pass, but: {judged.words}", "change the answer"
    for answer in duel.fails:
        if judge_harm(duel, answer.text, check).is_yours:
            yield answer.line, "this answer must fail, but Coach sees no harm in it", "change or remove the answer"
