"""Judges the first words of a grown-up to whom a child has just told something: could it go on telling?"""

from __future__ import annotations

from coach.course.judge import Check
from coach.course.rewrite_judge import judge_rewrite
from coach.models import AnswerJudgement, Audience, Concern, Message, Report, RewriteTask, Tell

_WANTS = ("welcomes-telling", "lifts-blame or sides-with")
_NEVER = ("asks-why", "takes-away", "plays-down", "takes-over")
CHILD_DECIDES = "Coach hears nothing that would stop a child. Now ask the child: would you go on telling?"
HURTS = 'Look at "{phrase}" again. A child hears: I am the problem.'


def judge_first_words(tell: Tell, text: str, check: Check) -> AnswerJudgement:
    """Judge `text`: first what ends a talk, then harm, then what is missing; the rest is for the child to say."""
    task = RewriteTask(
        start=tell.says,
        audience=Audience.FRIEND,
        wants=_WANTS,
        never=_NEVER,
        hint="",
        solution="",
        is_judged=tell.is_judged,
        line=tell.line,
    )
    judged = judge_rewrite(task, text, lambda message: Report(message=message))
    if judged.verdict is not None and not _ends_the_talk(judged):
        report = check(Message(text=text, audience=task.audience))
        judged = judge_rewrite(task, text, lambda _: report) if report.flags else judged
        if judged.flags and not report.of(Concern.CARE):
            phrase = " ".join(judged.flags[0].phrase.split())
            return judged.model_copy(update={"words": HURTS.format(phrase=phrase)})
        if judged.is_yours:
            return judged.model_copy(update={"words": CHILD_DECIDES})
    return judged


def _ends_the_talk(judged: AnswerJudgement) -> bool:
    return any(flag.category in _NEVER for flag in judged.flags[:1])
