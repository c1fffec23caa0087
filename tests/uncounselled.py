"""A check for tests that are not about counsel."""

from __future__ import annotations

from dataclasses import dataclass

from coach.course import Check
from coach.models import AgeGroup, Counsel, Message, Report


@dataclass(frozen=True)
class Uncounselled:
    """Checks with a function, and gives no counsel."""

    check: Check

    def __call__(self, message: Message, /) -> Report:
        return self.check(message)

    def counsel(self, _: Report, _age: AgeGroup | None = None, /) -> Counsel:
        return Counsel()
