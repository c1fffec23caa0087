"""The checker of a draft in a lesson: it marks what the verdict asks about, and no rewrite does the child's work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from coach.course import held_against, names_a_trick, refused
from coach.models import AgeGroup, AnswerFlag, Concern, Counsel, Flag, FlagSource, Message, Report, RewriteTask, Weight
from coach.tui.checking import Asked, CheckerThrough

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel


class LessonChecker(CheckerThrough):
    """Asks another checker: what is not held against an answer is left out, and what the task refuses is added."""

    def __init__(self, checker: Asked, task: RewriteTask) -> None:
        super().__init__(checker, partial(_OfAnswers, task))


class _OfAnswers:
    def __init__(self, task: RewriteTask, check: CheckWithCounsel) -> None:
        self._task = task
        self._check = check

    def __call__(self, message: Message, /) -> Report:
        report = self._held(self._check(message))
        flags = sorted((*report.flags, *self._refused(report)), key=lambda flag: flag.start)
        return report.model_copy(update={"flags": tuple(flags)})

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        added = tuple(flag for flag in report.flags if flag.rule == REFUSED)
        known = report.model_copy(update={"flags": tuple(flag for flag in report.flags if flag.rule != REFUSED)})
        counsel = self._check.counsel(known, age)
        flags = (*(counsel.flags or known.flags), *added)
        return counsel.model_copy(update={"flags": flags, "rewrites": (), "nothing": ""})

    def _held(self, report: Report) -> Report:
        text, audience = report.message.text, report.message.audience
        held = () if names_a_trick(text, audience, self._check) else held_against(report.flags, text, audience)
        return report.model_copy(update={"flags": held})

    def _refused(self, report: Report) -> Iterator[Flag]:
        """Yield what only the task refuses, the longer phrase first, unless something is marked there already."""
        taken = [(flag.start, flag.end) for flag in report.flags]
        for found in sorted(refused(self._task, report.message.text), key=lambda one: (one.start, -one.end)):
            if all(found.end <= start or end <= found.start for start, end in taken):
                taken.append((found.start, found.end))
                yield _flag(found)


REFUSED = "refused-by-the-task"
"""Stands for the rule where a task refuses words that no rule marks."""


def _flag(found: AnswerFlag) -> Flag:
    return Flag(
        start=found.start,
        end=found.end,
        phrase=found.phrase,
        concern=Concern.UNKIND,
        category=found.category,
        rule=REFUSED,
        source=FlagSource.RULE,
        weight=Weight.PAUSE,
        why=found.why,
        note="",
        instead=(),
        lesson="",
    )
