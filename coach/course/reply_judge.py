"""Judges an answer in a chat in the family's own words: only its harm, and with what it answers in view."""

from __future__ import annotations

from collections.abc import Mapping

from coach.course.judge import Check
from coach.course.rewrite_judge import HARM, YOU_DECIDE, harm_task, judge_rewrite
from coach.course.wording import says_something
from coach.locale import _
from coach.models import AnswerJudgement, AnswerVerdict, Audience, Chat, Partner, Place
from coach.models.thread import Between

_KNOWN: Mapping[Partner, tuple[Audience, Between]] = {
    Partner.STRANGER: (Audience.STRANGER, Between.ONLINE),
    Partner.FRIEND: (Audience.FRIEND, Between.FRIENDS),
    Partner.BULLY: (Audience.FRIEND, Between.FRIENDS),
    Partner.FAMILY: (Audience.FRIEND, Between.FAMILY),
    Partner.GROUP: (Audience.GROUP, Between.FRIENDS),
    Partner.AI: (Audience.STRANGER, Between.ONLINE),
    Partner.HURTING: (Audience.FRIEND, Between.FRIENDS),
}
"""Who reads an answer, and how the child knows them; whoever runs a chatbot is a stranger."""


def judge_reply(chat: Chat, place: Place, text: str, check: Check) -> AnswerJudgement:
    """Judge `text`, an answer at `place`."""
    audience, between = _KNOWN[chat.partner]
    task = harm_task(audience=audience, never=chat.never, is_judged=chat.is_judged, line=chat.line)
    judged = judge_rewrite(task, text, _in_view(check, place.asked, between))
    if judged.verdict in HARM or judged.is_yours or not says_something(text):
        return judged
    return AnswerJudgement(verdict=AnswerVerdict.YOU_DECIDE, words=_(YOU_DECIDE))


def _in_view(check: Check, asked: str, between: Between) -> Check:
    """Return a check that sees what is answered, if `check` has a pipeline to read it with."""
    nlp = getattr(check, "nlp", None)
    if nlp is None:
        return check
    from coach.counsel import CounselledCheck
    from coach.threads.answering import ReplyCheck

    return ReplyCheck(check if isinstance(check, CounselledCheck) else CounselledCheck(nlp), nlp, asked, between)
