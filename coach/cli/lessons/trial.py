"""`coach lessons try`: print the verdict on an answer to a step's draft, drill or chat."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from coach.cli.lessons.folders import add_folder, own_folders
from coach.cli.terminal import escaped
from coach.cli.typed import SEEN, typed_text
from coach.errors import InputError, unknown
from coach.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.course import Check
    from coach.models import AnswerJudgement, Lesson, Place, Step

_EXAMPLES = """coach lessons try mean-words the-beach-picture "the beach looks fun, did u swim"
coach lessons try mean-words the-beach-picture - < answer.txt
coach lessons try following if-you-tell-me-first "thank you for telling me, i am here"
coach lessons try the-fence your-comment "do braces hurt?" """
_DESCRIPTION = f"""Print the verdict on an answer to a step's draft or duel, on a grown-up's first words in a drill,
or on an answer of your own in a chat, at the first place that takes one.

still-flagged    some of its words hurt, or it is the draft again
not-safe         it invites, arranges to meet, or gives a way to reach the child
lost-the-point   it lacks what the step asks for
you-decide       Coach sees nothing; a child and a grown-up decide

{SEEN}"""
_EPILOG = "In a language without rules no verdict is given."
_NO_VERDICT = "no verdict"


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    trial = actions.add_parser(
        "try",
        help="print the verdict on an answer to a step's draft, drill or chat",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        epilog=_EPILOG,
        status="0 Coach leaves it to the two of you, 1 it sees something",
    )
    trial.add_argument("lesson", metavar="NAME", help="the name of a lesson or case, shown by `coach lessons list`")
    trial.add_argument("step", metavar="STEP", help="the name of the step: `The beach picture` is the-beach-picture")
    trial.add_argument("text", nargs="+", metavar="TEXT", help="the answer; - reads standard input")
    trial.add_argument(
        "--age", choices=("8-10", "11-14"), default="8-10", help="whose step, where the ages have different ones"
    )
    trial.add_argument("--format", choices=("text", "json"), default="text", help="text, or one JSON document")
    add_folder(trial, argparse.SUPPRESS)
    trial.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the verdict; return 0 if Coach leaves it to the family, else 1."""
    import json

    from coach.course import read_course
    from coach.models import AgeGroup

    course = read_course(own_folders(args))
    lesson = _lesson((*course.lessons, *course.cases), args.lesson).for_age(AgeGroup(args.age))
    step = _step(lesson, args.step)
    text = typed_text(args.text, "coach lessons try")
    from coach.cli.app import load_check

    judged = _judged(step, text, load_check())
    as_json = args.format == "json"
    print(escaped(json.dumps(_as_json(judged), ensure_ascii=False)) if as_json else visible(_as_text(judged)))
    return int(not judged.is_yours)


def _lesson(lessons: Iterable[Lesson], name: str) -> Lesson:
    known = {lesson.name: lesson for lesson in lessons}
    if name not in known:
        raise unknown("lesson", name, known, f"choose one of: {', '.join(known)}")
    return known[name]


def _step(lesson: Lesson, name: str) -> Step:
    known = {step.slug: step for step in lesson.steps if step.rewrite or step.duel or step.tell or _asking(step)}
    if not known:
        raise InputError(f"lesson {lesson.name!r} has nothing to answer in own words\n    fix: choose another lesson")
    if name not in known:
        raise unknown("step", name, known, f"choose one with something to answer: {', '.join(known)}")
    return known[name]


def _asking(step: Step) -> Place | None:
    """Return the first place of a step's chat that takes an answer in own words."""
    return next((place for place in step.chat.places if place.own), None) if step.chat else None


def _judged(step: Step, text: str, check: Check) -> AnswerJudgement:
    from coach.course import judge_first_words, judge_harm, judge_reply, judge_rewrite

    if step.rewrite:
        return judge_rewrite(step.rewrite, text, check)
    if step.duel:
        return judge_harm(step.duel, text, check)
    if step.tell:
        return judge_first_words(step.tell, text, check)
    place = _asking(step)
    if step.chat is None or place is None:
        raise InputError(f"step {step.slug!r} has nothing to answer")
    return judge_reply(step.chat, place, text, check)


def _as_text(judged: AnswerJudgement) -> str:
    phrases = (f'  "{" ".join(flag.phrase.split())}": {flag.category}' for flag in judged.flags)
    return "\n".join([judged.verdict or _NO_VERDICT, judged.words, *phrases])


def _as_json(judged: AnswerJudgement) -> dict[str, Any]:
    flags = [flag.model_dump(mode="json") for flag in judged.flags]
    return {"verdict": judged.verdict, "missing": list(judged.missing), "flags": flags}
