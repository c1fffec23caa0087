"""The checker of a draft in a lesson."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from coach.counsel import CheckWithCounsel
from coach.models import AgeGroup, Audience, Counsel, Message, Report, Rewrite, RewriteTask
from coach.models.counsel import RewriteKind
from coach.tui.checking import Answer, Readiness
from coach.tui.lesson_checker import LessonChecker
from tests.course.test_spared import flag

WORDS = "go away, creep"


TASK = RewriteTask(
    start="go away, creep", audience=Audience.STRANGER, never=("creep", "come and see"), hint="", solution="", line=1
)


class _Check:
    def __call__(self, message: Message, /) -> Report:
        found = (
            flag(WORDS, "go away", "unkind/dismissal"),
            flag(WORDS, "creep", "unkind/name-calling"),
        )
        return Report(message=message, flags=found)

    def counsel(self, report: Report, _age: AgeGroup | None = None, /) -> Counsel:
        return Counsel(
            flags=report.flags, rewrites=(Rewrite(text="no", kind=RewriteKind.CUT, edits=()),), nothing="Leave it."
        )


class _Checker:
    readiness = Readiness.READY
    is_ready = True

    async def ask(self, question: Callable[[CheckWithCounsel], Answer]) -> Answer | None:
        return question(_Check())


def test_a_blunt_no_is_not_marked_and_nothing_is_written_for_the_child() -> None:
    def asked(check: CheckWithCounsel) -> tuple[Report, Counsel]:
        report = check(Message(text=WORDS, audience=Audience.STRANGER))
        return report, check.counsel(report)

    found = asyncio.run(LessonChecker(_Checker(), TASK).ask(asked))
    assert found is not None
    report, counsel = found
    assert [one.phrase for one in report.flags] == ["creep"]
    assert (counsel.flags, counsel.rewrites, counsel.nothing) == (report.flags, (), "")
    assert LessonChecker(_Checker(), TASK).is_ready


def test_what_only_the_task_refuses_is_marked_like_the_rest() -> None:
    words = f"{WORDS}, come and see it"

    def asked(check: CheckWithCounsel) -> tuple[Report, Counsel]:
        report = check(Message(text=words, audience=Audience.STRANGER))
        return report, check.counsel(report)

    found = asyncio.run(LessonChecker(_Checker(), TASK).ask(asked))
    assert found is not None
    report, counsel = found
    assert [one.phrase for one in report.flags] == ["creep", "come and see it"], "the verdict asks about both"
    assert counsel.flags == report.flags
