"""A reply, practised: the draft is checked as any draft, and judged with the turn before it in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from coach.engine import Adviser
from coach.engine import check as check_message
from coach.locale import N_, _
from coach.models import AgeGroup, Audience, Concern, Counsel, Direction, Flag, FlagSource, Message, Report, Weight
from coach.models.thread import Between
from coach.threads.levels import without_levels
from coach.threads.refusal import is_refusal, without_manners
from coach.threads.replies import GivenAway, gives_away
from coach.threads.reply_guess import guessed

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.counsel import CheckWithCounsel

_RULE = "answer"
"""The name of the rule of a flag that only the question before it explains."""
_BUSY, _NEAR = "going-along/tells-alone/grown-ups-busy", "near"
"""The rule of a grown-up who is near and busy, and what fits it: nobody is alone there."""


NO = N_("That is a no. You gave nothing away.")
UNSEEN = N_("Coach sees nothing here. Now you two decide.")
"""Of an answer in which nothing is marked: it may still be a yes that Coach does not see."""


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
        report = without_levels(self._nlp, self._check(message), self._received)
        report = without_manners(report, self._before)
        found = with_given(report, self._given(message.text), self._adviser)
        found = with_guess(self._nlp, found, self._received, self._between, self._adviser)
        return report if found is report else self._worded(found)

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        """Return counsel on a reply; no rewrite still gives the answer away."""
        own = tuple(flag for flag in report.flags if not is_answer(flag))
        counsel = self._check.counsel(report.model_copy(update={"flags": own}), age)
        if not report.flags:
            return counsel.model_copy(update={"comfort": self._said_of(report)})
        if len(own) == len(report.flags):
            return counsel
        kept = tuple(each for each in counsel.rewrites if not self._given(each.text))
        return counsel.model_copy(update={"flags": self._worded(report, age).flags, "rewrites": kept, "first": ""})

    @cached_property
    def _before(self) -> Report:
        """The report on the turn before, as from somebody known only online."""
        message = Message(text=self._received, direction=Direction.RECEIVED, audience=Audience.STRANGER)
        return check_message(self._nlp, message)

    def _said_of(self, report: Report) -> str:
        """Say whether a no is heard; nothing of words that Coach does not read."""
        if report.said_of_language or not report.message.text.strip():
            return ""
        asked, said = (
            [word for word, _start, _end in self._adviser.spelled(text)]
            for text in (self._received, report.message.text)
        )
        asks = {flag.category for flag in self._before.flags}
        return _(NO) if is_refusal(said, asked, asks) else _(UNSEEN)

    def _given(self, reply: str) -> tuple[GivenAway, ...]:
        return gives_away(self._nlp, self._received, reply, self._between)

    def _worded(self, report: Report, age: AgeGroup | None = None) -> Report:
        return report.model_copy(update={"flags": self._adviser.flags(report, age)})


def with_given(report: Report, given: Iterable[GivenAway], adviser: Adviser) -> Report:
    """Add a flag, without words yet, for what a reply gives away and the check did not find itself.

    Words of a child who is not safe, "please delete it", give nothing away. A lighter flag in its place gives way.
    """
    found = [flag for flag in report.flags if flag.concern is not Concern.CARE or flag.weight is Weight.STOP]
    made = [_beside(_flag_of(one, report.message, adviser), found) for one in given]
    further = [
        one
        for one in made
        if not any(flag.meets(one.start, one.end) and flag.weight.rank >= one.weight.rank for flag in found)
        and all(flag.category != one.category for flag in found)
    ]
    return joined(_without(report, further), further) if further else report


def _beside(one: Flag, found: Iterable[Flag]) -> Flag:
    """Return going along without the words of a flag as heavy: of "later when mums out", `later when` is the yes."""
    if one.concern is not Concern.GOING_ALONG:
        return one
    heavy = (flag.start for flag in found if flag.weight.rank >= one.weight.rank)
    behind = min((start for start in heavy if one.start < start < one.end), default=one.end)
    said = one.phrase[: behind - one.start].rstrip()
    if not any(map(str.isalnum, said)):
        return one
    return one.model_copy(update={"end": one.start + len(said), "phrase": said})


def with_guess(nlp: Language, report: Report, received: str, between: Between, adviser: Adviser) -> Report:
    """Add what a reply surely gives away or goes along with by no listed words, where nothing else is flagged."""
    if report.flags or not (one := guessed(nlp, received, report.message.text, between)):
        return report
    return with_given(report, [one], adviser)


def _without(report: Report, heavier: Sequence[Flag]) -> Report:
    """Return a report without flags in the place of these of the same concern."""

    def gives_way(flag: Flag) -> bool:
        return any(flag.concern is one.concern and flag.meets(one.start, one.end) for one in heavier)

    return report.model_copy(update={"flags": tuple(flag for flag in report.flags if not gives_way(flag))})


def joined(report: Report, further: Iterable[Flag]) -> Report:
    """Return a report with further flags, in order."""
    flags = sorted((*report.flags, *further), key=lambda flag: (flag.start, flag.end))
    return report.model_copy(update={"flags": tuple(flags)})


def _flag_of(one: GivenAway, message: Message, adviser: Adviser) -> Flag:
    weight = adviser.weight(one.category, message.audience)
    return Flag(
        start=one.start,
        end=one.end,
        phrase=message.text[one.start : one.end],
        concern=Concern(one.category.partition("/")[0]),
        category=one.category,
        rule="-".join(filter(None, (f"{one.category}/{_RULE}", one.how))),
        source=FlagSource.SECOND_READER if one.is_guess else FlagSource.RULE,
        weight=min(weight, Weight.PAUSE, key=lambda each: each.rank) if one.is_guess else weight,
        why="",
        note="",
        instead=(),
        lesson="",
    )


def is_answer(flag: Flag) -> bool:
    """Return whether only the question before it explains a flag: alone, the words give little away."""
    return _how_of(flag) is not None


def how_answered(flag: Flag) -> str:
    """Return `near`, `promises` or `maybe` for the flag of an answer, or of a grown-up nearby; else empty."""
    return _NEAR if flag.rule == _BUSY else _how_of(flag) or ""


def _how_of(flag: Flag) -> str | None:
    """Return how an answer gives it away; None if a flag is of no answer."""
    name, _, how = flag.rule.removeprefix(f"{flag.category}/").partition("-")
    return how if name == _RULE else None
