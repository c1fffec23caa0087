"""Proves how a draft is judged: by its solution, by answers that must pass, and by answers that must not."""

from __future__ import annotations

from collections.abc import Iterator

from coach.course.judge import Check
from coach.course.rewrite_judge import judge_rewrite
from coach.models import RewriteTask, SampleAnswer

MIN_ANSWERS = 3
"""The fewest answers of each kind."""
_PASSES_FIX = "change the answer, or what the step wants, keeps or refuses"
_FAILS_FIX = "refuse it by `never`, `wants`, `keep` or `words`, or remove the answer"

Problem = tuple[int, str, str, str]
"""Line, text, what is wrong, and the fix."""


def problems_of(task: RewriteTask, check: Check) -> Iterator[Problem]:
    """Find what is missing in a draft's proof, and answers that are judged otherwise than the author says."""
    if not task.wants:
        fix = "say what a good answer brings, such as `wants: asks`"
        yield task.line, "", "`wants` is missing", fix
    yield from _too_few(task)
    if problem := _refused(task, task.solution, check, "the solution"):
        yield task.line, task.solution, problem, _PASSES_FIX
    for answer in task.passes:
        if problem := _refused(task, answer.text, check, "this answer"):
            yield answer.line, answer.text, problem, _PASSES_FIX
    for answer in task.fails:
        if judge_rewrite(task, answer.text, check).is_yours:
            yield answer.line, answer.text, "this answer must fail, but Coach sees nothing in it", _FAILS_FIX


def _too_few(task: RewriteTask) -> Iterator[Problem]:
    lists: dict[str, tuple[SampleAnswer, ...]] = {"passes": task.passes, "fails": task.fails}
    for key, answers in lists.items():
        if len(answers) < MIN_ANSWERS:
            problem = f"number of answers in `{key}` is {len(answers)}: at least {MIN_ANSWERS} needed"
            yield task.line, "", problem, f"list them below a line `{key}:`, each as `- answer`"


def _refused(task: RewriteTask, text: str, check: Check, what: str) -> str:
    """Say why an answer that must pass does not; empty if it does."""
    judged = judge_rewrite(task, text, check)
    return "" if judged.is_yours else f"{what} must pass, but is judged {judged.verdict}: {judged.words}"
