"""Asks Coach what it makes of an answer in a family's own words, and who can help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.helplines import help_with
from coach.models import AnswerJudgement, Message
from coach.tui.checking import Asked

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

Judge = Callable[["CheckWithCounsel"], AnswerJudgement]


async def judged(checker: Asked, judge: Judge, text: str, country: str) -> tuple[AnswerJudgement, str] | None:
    """Return the judgement of `text` and what to say of it, with help lines; None if the checker is not ready."""
    found = await checker.ask(lambda check: (judge(check), help_with(check(Message(text=text)), country)))
    if found is None:
        return None
    judgement, lines = found
    sign = "" if judgement.is_yours else "\u21bb "
    return judgement, "\n".join([f"{sign}{judgement.words}", *map(str, lines)])
