"""Marks a turn for the stages that an alarm quotes, also where no rule speaks: what it means, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from coach.engine import Adviser
from coach.models import AgeGroup, Audience, Concern, Flag, FlagSource, Report, Role, Weight, gravest_first
from coach.models.stage import Stage
from coach.threads.answering import joined
from coach.threads.stage_watch import ShownStep

_RULE = "stage"
"""The name of the rule of a flag that only the whole conversation explains."""
_FEWEST = 3
"""The fewest characters of a mark beside others."""
_TWO = 2
_MOST = 4
"""The most steps in one list."""
_ALIKE = 3
"""Steps that begin with so many of the same words say the same."""


def with_stages(report: Report, steps: Iterable[ShownStep], adviser: Adviser, age: AgeGroup | None = None) -> Report:
    """Add a flag for each stage that none of the report's own flags shows.

    Args:
        report: on a turn of somebody else.
        steps: the stages that it shows, in a conversation that is an alarm.
        adviser: knows what can be done.
        age: of the child, if known.
    """
    for step in steps:
        if any(flag.category in {*step.stage.categories, _category(step.stage)} for flag in report.flags):
            continue
        if flag := _flag_of(step, report, adviser, age):
            report = joined(report, [flag])
    return report


def one_list(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return the flags of one turn with one list of what to do, at the gravest: the first step of each, then more.

    Care keeps its own: it is for another moment than a block or a report.
    """
    found = tuple(flags)
    listed = [flag for flag in gravest_first(found) if flag.steps and flag.concern is not Concern.CARE]
    if len(listed) < _TWO:
        return found
    steps = dict[str, str]()
    for step in filter(None, chain(*zip_longest(*(flag.steps for flag in listed)))):
        steps.setdefault(" ".join(step.split()[:_ALIKE]), step)
    kept = tuple(steps.values())[:_MOST]
    said = {id(flag): kept if flag is listed[0] else () for flag in listed}
    return tuple(flag.model_copy(update={"steps": said.get(id(flag), flag.steps)}) for flag in found)


def _flag_of(step: ShownStep, report: Report, adviser: Adviser, age: AgeGroup | None) -> Flag | None:
    text, category = report.message.text, _category(step.stage)
    start, end = max(_free(report.flags, *_place(step, text)), key=lambda one: one[1] - one[0], default=(0, 0))
    if end - start < _FEWEST:
        return None
    flag = Flag(
        start=start,
        end=end,
        phrase=text[start:end],
        concern=Concern.RED_FLAG,
        category=category,
        rule=f"{category}/{_RULE}",
        source=FlagSource.RULE,
        weight=_weight(step.stage),
        why="",
        note="",
        instead=(),
        lesson="",
        role=Role.TARGET,
    )
    alone = Report(message=report.message.model_copy(update={"audience": Audience.STRANGER}), flags=(flag,))
    said = {"title": step.title, "why": step.stage.why, "note": step.stage.note}
    return adviser.flags(alone, age)[0].model_copy(update=said)


def _category(stage: Stage) -> str:
    """Return the category that advises on a stage; secrecy for a stage that has no red flag."""
    red = (name for name in stage.categories if name.startswith(Concern.RED_FLAG))
    return stage.marked_as or next(red, f"{Concern.RED_FLAG}/secrecy")


def _weight(stage: Stage) -> Weight:
    return Weight.STOP if stage.is_heavy else Weight.NOTICE


def _place(step: ShownStep, text: str) -> tuple[int, int]:
    return (step.start, step.end) if step.end else (0, len(text))


def _free(flags: Iterable[Flag], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between two places that no other red flag marks."""
    for flag in sorted((one for one in flags if one.concern is Concern.RED_FLAG), key=lambda one: one.start):
        if start < flag.start:
            yield start, min(flag.start, end)
        start = max(start, flag.end)
    if start < end:
        yield start, end
