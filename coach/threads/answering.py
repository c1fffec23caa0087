"""A reply, practised: the draft is checked as any draft, and judged with the turn before it in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.engine import Adviser
from coach.models import AgeGroup, Audience, Concern, Counsel, Flag, FlagSource, Message, Report
from coach.models.thread import Between
from coach.threads.replies import GivenAway, gives_away

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.counsel import CheckWithCounsel

_RULE = "answer"
"""The name of the rule of a flag that only the question before it explains."""


class ReplyCheck:
    """Checks drafts of a reply, and gives counsel on them."""

    def __init__(self, check: CheckWithCounsel, nlp: Language, received: str, between: Between) -> None:
        """Check with `check`, and look for what answers `received`."""
        self._check = check
        self._nlp = nlp
        self._received = received
        self._between = between
        self._adviser = Adviser(nlp)

    def __call__(self, message: Message, /) -> Report:
        """Return the report on a reply."""
        report = self._check(message)
        given = tuple(self._flags(report))
        if not given:
            return report
        flags = tuple(sorted((*report.flags, *given), key=lambda flag: (flag.start, flag.end)))
        return self._worded(report.model_copy(update={"flags": flags}))

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        """Return counsel on a reply; no rewrite still gives the answer away."""
        own = tuple(flag for flag in report.flags if not _is_answer(flag))
        counsel = self._check.counsel(report.model_copy(update={"flags": own}), age)
        if len(own) == len(report.flags):
            return counsel
        kept = tuple(each for each in counsel.rewrites if not self._given(each.text))
        return counsel.model_copy(update={"flags": self._worded(report, age).flags, "rewrites": kept, "first": ""})

    def _given(self, reply: str) -> tuple[GivenAway, ...]:
        return gives_away(self._nlp, self._received, reply, self._between)

    def _flags(self, report: Report) -> Iterator[Flag]:
        """Yield a flag for what the reply gives away, where the check did not find that itself."""
        found = [flag for flag in report.flags if flag.concern is not Concern.CARE]
        for one in self._given(report.message.text):
            is_found = any(flag.start < one.end and one.start < flag.end for flag in found)
            if not is_found and all(flag.category != one.category for flag in found):
                yield flag_of(one, report.message, self._adviser)

    def _worded(self, report: Report, age: AgeGroup | None = None) -> Report:
        return report.model_copy(update={"flags": self._adviser.flags(report, age)})


def flag_of(one: GivenAway, message: Message, adviser: Adviser) -> Flag:
    """Return the flag for what a reply gives away, without words yet."""
    return Flag(
        start=one.start,
        end=one.end,
        phrase=message.text[one.start : one.end],
        concern=Concern(one.category.partition("/")[0]),
        category=one.category,
        rule=f"{one.category}/{_RULE}",
        source=FlagSource.RULE,
        weight=adviser.weight(one.category, message.audience),
        why="",
        note="",
        instead=(),
        lesson="",
    )


def _is_answer(flag: Flag) -> bool:
    return flag.rule == f"{flag.category}/{_RULE}"


def audience_of(between: Between) -> Audience:
    """Return who reads a reply in a chat between people who know each other so."""
    return Audience.FRIEND if between in {Between.FAMILY, Between.FRIENDS} else Audience.STRANGER
