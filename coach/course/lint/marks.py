"""Proves what a lesson says of Coach's marks: in threads, in answers, in a grown-up's first words."""

from __future__ import annotations

from collections.abc import Iterator

from coach.course.judge import Check
from coach.course.reply_judge import judge_reply
from coach.course.tell_judge import judge_first_words
from coach.course.together import judge_harm
from coach.errors import Fault
from coach.models import Chat, Duel, Lesson, Message, OwnReply, Place, Received, SampleAnswer, Step, Tell
from coach.source import Source
from coach.visible import visible

MIN_ANSWERS = 2
"""The fewest answers of each kind in a duel."""
_Problem = tuple[int, str, str]


def wrong_marks(source: Source, lesson: Lesson, check: Check) -> Iterator[Fault]:
    """Report each line and answer that Coach reads otherwise than the author says; only English is checked."""
    for step in (*lesson.steps, *lesson.older) if lesson.is_english else ():
        for line, problem, fix in _problems(step, check):
            yield Fault(source.path, line, 1, problem, fix, visible(source.lines[line - 1]))


def _problems(step: Step, check: Check) -> Iterator[_Problem]:
    yield from _received(step.received, check) if step.received else ()
    yield from _duel(step.duel, check) if step.duel else ()
    yield from _tell(step.tell, check) if step.tell else ()
    for place in step.chat.places if step.chat else ():
        yield from _own_reply(step.chat, place, place.own, check) if step.chat and place.own else ()


def marked_in(lesson: Lesson, check: Check) -> set[str]:
    """Return the categories that Coach marks in a lesson: those its author says, and those in drafts."""
    tasks = (step.rewrite for step in lesson.steps if step.rewrite)
    drafts = (Message(text=start, audience=task.audience) for task in tasks for start in task.starts)
    flags = (flag for draft in drafts for flag in check(draft).flags)
    lines = (line for step in lesson.steps if step.received for line in step.received.lines)
    duels = (step.duel.category for step in lesson.steps if step.duel and step.duel.category)
    return {*(category for line in lines for category in line.categories), *duels, *(flag.category for flag in flags)}


def _received(received: Received, check: Check) -> Iterator[_Problem]:
    for line in received.lines:
        found = {flag.category for flag in check(received.message_of(line)).flags}
        if found == set(line.categories):
            continue
        marks = ", ".join(sorted(found))
        fix = (
            f"write `! {marks}` below it, or change the words" if found else "remove the `!` line, or change the words"
        )
        problem = (
            f"Coach marks {marks or 'nothing'} here, but the lesson says {', '.join(line.categories) or 'nothing'}"
        )
        yield line.line, problem, fix


def _duel(duel: Duel, check: Check) -> Iterator[_Problem]:
    if duel.start:
        flags = check(Message(text=duel.start, audience=duel.audience)).flags
        found = sorted({flag.category for flag in flags})
        if duel.category not in found:
            problem = f"Coach marks {', '.join(found) or 'nothing'} in `start`, but the lesson says {duel.category}"
            yield duel.line, problem, "change `start` or `marks`"
    yield from _too_few(duel.line, passes=duel.passes, fails=duel.fails)
    for answer in duel.passes:
        judged = judge_harm(duel, answer.text, check)
        if not judged.is_yours:
            yield answer.line, f"this answer must pass, but: {judged.words}", "change the answer"
    for answer in duel.fails:
        if judge_harm(duel, answer.text, check).is_yours:
            yield answer.line, "this answer must fail, but Coach sees no harm in it", "change or remove the answer"


def _own_reply(chat: Chat, place: Place, own: OwnReply, check: Check) -> Iterator[_Problem]:
    """Prove how answers are judged with the message before them in view."""
    for mark, name, answers in (("+", "must pass", own.passes), ("!", "must fail", own.fails)):
        if len(answers) < MIN_ANSWERS:
            problem = f"number of answers that {name} is {len(answers)}: at least {MIN_ANSWERS} needed"
            yield own.line, problem, f"list them below it, each as `{mark} answer`"
    for answer in own.passes:
        judged = judge_reply(chat, place, answer.text, check)
        if not judged.is_yours:
            yield answer.line, f"this answer must pass, but: {judged.words}", "change the answer"
    for answer in own.fails:
        if judge_reply(chat, place, answer.text, check).is_yours:
            yield answer.line, "this answer must fail, but Coach sees nothing in it", "change or remove the answer"


def _tell(tell: Tell, check: Check) -> Iterator[_Problem]:
    """Prove that Coach lets the best first words pass, and sees something in the others."""
    yield from _too_few(tell.line, passes=tell.passes, fails=tell.fails)
    best = ((way.line, way.text) for way in tell.ways if way.is_best)
    for line, text in (*best, *((answer.line, answer.text) for answer in tell.passes)):
        judged = judge_first_words(tell, text, check)
        if not judged.is_yours:
            yield line, f"these words must pass, but: {judged.words}", "change the words"
    others = ((way.line, way.text) for way in tell.ways if not way.is_best)
    for line, text in (*others, *((answer.line, answer.text) for answer in tell.fails)):
        if judge_first_words(tell, text, check).is_yours:
            yield (
                line,
                "these words must fail, but Coach hears nothing in them",
                "change the words, or mark them as best",
            )


def _too_few(line: int, **lists: tuple[SampleAnswer, ...]) -> Iterator[_Problem]:
    for key, answers in lists.items():
        if len(answers) < MIN_ANSWERS:
            problem = f"number of answers in `{key}` is {len(answers)}: at least {MIN_ANSWERS} needed"
            yield line, problem, f"list them below a line `{key}:`, each as `- answer`"
