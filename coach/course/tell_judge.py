"""Judges the first words of a grown-up to whom a child has just told something: could it go on telling?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.course.judge import Check
from coach.course.kinds import kinds, named_phrases
from coach.course.rewrite_judge import NO_RULES, WRITE_FIRST, without_verdict
from coach.course.wording import says_something
from coach.locale import N_, _
from coach.models import AnswerFlag, AnswerJudgement, AnswerVerdict, Audience, Concern, Message, Report, Tell

if TYPE_CHECKING:
    from coach.engine.named_phrases import NamedPhrase

_WANTS = (("welcomes-telling", "thanks"), ("lifts-blame", "sides-with"))
"""What first words may bring: of each pair one is best, and one of all is needed."""
_NEVER = frozenset({"asks-why", "takes-away", "plays-down", "takes-over"})
NOTHING_STOPS = N_("Coach hears nothing that would stop a child.")
ASK_CHILD = N_("Now ask the child: would you go on telling?")
ADD = N_("Something to add:")
LOOK = N_('Look at "{phrase}" again. {why}')
HURTS = N_("A child hears: I am the problem.")


def judge_first_words(tell: Tell, text: str, check: Check) -> AnswerJudgement:
    """Judge `text`: what ends a talk, then harm, then whether it brings anything; the child has the last word."""
    if not says_something(text):
        return _lost([_(WRITE_FIRST)])
    if not tell.is_judged:
        return AnswerJudgement(verdict=None, words=_(NO_RULES))
    found = [
        one for one in named_phrases().read(text).found if not (one.is_negated and kinds()[one.name].unless_negated)
    ]
    report = check(Message(text=text, audience=Audience.FRIEND))
    if flags := (*_ends_talk(text, found), *_harm(report)):
        care = report.of(Concern.CARE)
        first = flags[0]
        words = care[0].why if care else _(LOOK).format(phrase=" ".join(first.phrase.split()), why=first.why)
        return AnswerJudgement(verdict=AnswerVerdict.STILL_FLAGGED, words=words, flags=flags)
    if unread := without_verdict(report):
        return unread
    names = {one.name for one in found}
    missing = [kinds()[either[0]].missing for either in _WANTS if names.isdisjoint(either)]
    if len(missing) == len(_WANTS):
        return _lost(missing)
    words = " ".join([_(NOTHING_STOPS), *(f"{_(ADD)} {one}" for one in missing), _(ASK_CHILD)])
    return AnswerJudgement(verdict=AnswerVerdict.YOU_DECIDE, words=words, missing=tuple(missing))


def _ends_talk(text: str, found: Iterable[NamedPhrase]) -> Iterator[AnswerFlag]:
    for one in (one for one in found if one.name in _NEVER):
        yield _flag(one.start, one.end, text[one.start : one.end], one.name, kinds()[one.name].found)


def _harm(report: Report) -> Iterator[AnswerFlag]:
    """What Coach's rules flag, said as it is for whoever listens."""
    for flag in report.flags:
        yield _flag(flag.start, flag.end, flag.phrase, flag.category, _(HURTS))


def _flag(start: int, end: int, phrase: str, category: str, why: str) -> AnswerFlag:
    return AnswerFlag(start=start, end=end, phrase=phrase, category=category, why=why)


def _lost(missing: list[str]) -> AnswerJudgement:
    return AnswerJudgement(verdict=AnswerVerdict.LOST_THE_POINT, words=" ".join(missing), missing=tuple(missing))
