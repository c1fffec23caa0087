"""Compares what the two marked with what Coach marks, and looks for harm in what they wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.course.judge import Check
from coach.course.rewrite_judge import HARM, harm_task, judge_rewrite
from coach.locale import N_, _
from coach.models import (
    AgeGroup,
    AnswerJudgement,
    AnswerVerdict,
    Duel,
    Flag,
    Message,
    Received,
    ReceivedLine,
    Weight,
)
from coach.models.base import Model

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

NO_HARM = N_("Coach sees no harm here.")
NAME = "unkind/name-calling"
"""The category of a tease; being dismissed or shut out is never one."""
NOBODY_WINS = N_("Nobody wins or loses here: you look for good words together.")
"""Above every duel."""


class Compared(Model):
    """One line of a thread, and what Coach marks in it."""

    said: ReceivedLine
    flags: tuple[Flag, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether Coach marks nothing in a line in which somebody may stop."""
        return bool(self.said.reason) and not self.flags

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why to stop here: what the lesson says, else what Coach says."""
        return (self.said.reason,) if self.said.reason else reasons_of(self.flags)


def compare(received: Received, check: CheckWithCounsel, age: AgeGroup | None = None) -> tuple[Compared, ...]:
    """Check every line of a thread by itself; in a language without rules, none is checked."""
    if not received.is_judged:
        return tuple(Compared(said=line) for line in received.lines)
    return tuple(Compared(said=line, flags=flags_in(received.message_of(line), check, age)) for line in received.lines)


def flags_in(message: Message, check: CheckWithCounsel, age: AgeGroup | None = None) -> tuple[Flag, ...]:
    """Return what Coach marks in a message, with its reasons in the words for an age group."""
    report = check(message)
    return check.counsel(report, age).flags or report.flags


def reasons_of(flags: Iterable[Flag]) -> tuple[str, ...]:
    """Return the reasons of flags, each once."""
    return tuple(dict.fromkeys(flag.why for flag in flags))


def pieces_of(text: str, flags: Iterable[Flag]) -> Iterator[tuple[str, bool]]:
    """Split a text into pieces, each with whether Coach marks it; a quiet flag is never shown."""
    at = 0
    for flag in (flag for flag in flags if not flag.is_quiet and flag.end > 0):
        start, end = max(flag.start, at), max(flag.end, at)
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def judge_harm(duel: Duel, text: str, check: Check) -> AnswerJudgement:
    """Judge an answer of a duel: only whether it does harm, or lacks what it must bring.

    Of a light tease between two who play nothing is said.
    """
    task = harm_task(
        audience=duel.audience, never=duel.never, is_judged=duel.is_judged, line=duel.line, start=duel.start
    ).model_copy(update={"wants": duel.wants})
    judged = judge_rewrite(task, text, check)
    misses = bool(duel.wants) and judged.verdict is AnswerVerdict.LOST_THE_POINT
    if judged.is_yours or misses or (judged.verdict in HARM and not _is_light(duel, text, judged, check)):
        return judged
    return AnswerJudgement(verdict=AnswerVerdict.YOU_DECIDE, words=_(NO_HARM))


def _is_light(duel: Duel, text: str, judged: AnswerJudgement, check: Check) -> bool:
    """Return whether all that Coach would stop at is a name that only deserves a notice, as those who play use."""
    flags = check(Message(text=text, audience=duel.audience)).flags
    are_names = {flag.category for flag in judged.flags} | {flag.category for flag in flags} == {NAME}
    return bool(flags and judged.flags) and are_names and all(flag.weight is Weight.NOTICE for flag in flags)


def said_of_unread(duel: Duel, judged: AnswerJudgement) -> str:
    """Return what to say of an answer that Coach could not read; empty in a duel of which it reads none."""
    return judged.words if duel.is_judged and judged.verdict is None else ""
