"""The checker of a draft in a lesson: what an answer may say is not marked, and no rewrite does the child's work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.course import held_against
from coach.models import AgeGroup, Counsel, Message, Report
from coach.tui.checking import Answer, Asked, Readiness

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel


class LessonChecker:
    """Asks another checker."""

    def __init__(self, checker: Asked) -> None:
        self._checker = checker

    @property
    def readiness(self) -> Readiness:
        """How far the other one is."""
        return self._checker.readiness

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""
        return self._checker.is_ready

    async def ask(self, question: Callable[[CheckWithCounsel], Answer]) -> Answer | None:
        """Ask, with what is not held against an answer left out."""
        return await self._checker.ask(lambda check: question(_OfAnswers(check)))


class _OfAnswers:
    def __init__(self, check: CheckWithCounsel) -> None:
        self._check = check

    def __call__(self, message: Message, /) -> Report:
        report = self._check(message)
        return report.model_copy(update={"flags": held_against(report.flags, message.text, message.audience)})

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        return self._check.counsel(report, age).model_copy(update={"rewrites": (), "nothing": ""})
