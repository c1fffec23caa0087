"""The checker of a draft in a lesson: what an answer may say is not marked, and no rewrite does the child's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.course import held_against
from coach.models import AgeGroup, Counsel, Message, Report
from coach.tui.checking import Asked, CheckerThrough

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel


class LessonChecker(CheckerThrough):
    """Asks another checker, with what is not held against an answer left out."""

    def __init__(self, checker: Asked) -> None:
        super().__init__(checker, _OfAnswers)


class _OfAnswers:
    def __init__(self, check: CheckWithCounsel) -> None:
        self._check = check

    def __call__(self, message: Message, /) -> Report:
        report = self._check(message)
        return report.model_copy(update={"flags": held_against(report.flags, message.text, message.audience)})

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        return self._check.counsel(report, age).model_copy(update={"rewrites": (), "nothing": ""})
