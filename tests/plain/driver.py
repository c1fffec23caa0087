"""Lines that walk a lesson in plain mode, planned beforehand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from coach.course import Check, Course, next_step
from coach.family import FamilyFile
from coach.models import Chat, Lesson, Sort, Step
from coach.plain import Console, PlainSession
from tests.uncounselled import Uncounselled

Way = list[tuple[Step, int]]
"""Steps, and the option chosen in each."""


def walked(lesson: Lesson, lines: list[str], file: Path, check: Check) -> tuple[str, str]:
    """What was written, and what of the lines was not asked for."""
    lines_in, lines_out = io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO()
    PlainSession(Course((lesson,)), FamilyFile(file), lambda _: Uncounselled(check), Console(lines_in, lines_out)).walk(
        lesson
    )
    return lines_out.getvalue(), lines_in.read()


def ways(lesson: Lesson) -> Iterator[Way]:
    """Ways from the first step to the end; together they go through every option of every step."""
    gone = set[tuple[str, int]]()
    for step in lesson.steps:
        for option in range(len(step.choice.options) if step.choice else 1):
            if (step.slug, option) not in gone:
                way = [*_to(lesson, step), (step, option), *_onward(lesson, _after(lesson, step, option))]
                gone.update((each.slug, chosen) for each, chosen in way)
                yield way


def lines_of(way: Way) -> list[str]:
    """What is typed on this way."""
    return [line for step, option in way for line in _lines(step, option)]


def _lines(step: Step, option: int) -> list[str]:  # noqa: PLR0911, C901 - one for every kind
    if step.choice:
        return [str(option + 1), ""]
    if step.rewrite:
        return ["h", step.rewrite.start, "h", step.rewrite.solution, "1", "", step.rewrite.solution, "1", "1"]
    if step.sort:
        return list(_sorted(step.sort))
    if step.chat:
        return [*_talked(step.chat), ""]
    if step.doors:
        return [line for doors in step.doors if doors.settings for line in (*_switched(len(doors.settings)), "")]
    if step.show:
        return [""] * len(step.show.items)
    if step.duel:
        return ["nice words", "", "other words", "", ""]
    if step.report:
        return [*map(str, range(1, len(step.report.apps) + 1)), "", *([""] if step.report.has_pictures else [])]
    if step.tell:
        return ["1", "", "oh no", "im glad you told me, we will sort it out", "", ""]
    if step.received or step.decide:
        return ["1", ""]
    return ["1"] if step.promise else [""]


def _sorted(sort: Sort) -> Iterator[str]:
    """Every wrong box first."""
    for item in sort.items:
        right = sort.boxes.index(item.boxes[0])
        fine = {box for box in sort.boxes if box in item.boxes or sort.is_more_careful(item, box)}
        yield from (str(at + 1) for at, box in enumerate(sort.boxes) if box not in fine)
        yield str(right + 1)


def _switched(count: int) -> Iterator[str]:
    """Every switch on and off, so that all ways they can stand are seen."""
    for turn in range(1, 2**count + 1):
        yield str(next(at for at in range(count) if turn >> at & 1 or at == count - 1) + 1)


def _talked(chat: Chat) -> Iterator[str]:
    """Every reply; at each end once back by one answer, and then from the start again."""
    for place in chat.places:
        for reply in range(len(place.replies)):
            way = [*_replies(chat, chat.start.name, place.name), reply]
            there = place.replies[reply].goes_to
            end = next(one.name for one in chat.places if one.is_end and _replies(chat, there, one.name) is not None)
            last = [*way, *(_replies(chat, there, end) or [])]
            yield from (str(one + 1) for one in last)
            yield "1"
            yield str(last[-1] + 1)
            yield "2"
    yield from (str(one + 1) for one in last)


def _replies(chat: Chat, start: str, goal: str) -> list[int]:
    """The replies of the shortest way from one place to another."""
    known: dict[str, list[int]] = {start: []}
    new = [start]
    while new and goal not in known:
        name = new.pop(0)
        for at, reply in enumerate(chat.place(name).replies):
            if reply.goes_to not in known:
                known[reply.goes_to] = [*known[name], at]
                new.append(reply.goes_to)
    return known.get(goal)  # type: ignore[return-value]


def _after(lesson: Lesson, step: Step, option: int) -> Step | None:
    return next_step(lesson, step.slug, step.choice.options[option].goes_to if step.choice else None)


def _to(lesson: Lesson, goal: Step) -> Way:
    """The shortest way from the first step to `goal`, without it."""
    known: dict[str, Way] = {lesson.steps[0].slug: []}
    new = [lesson.steps[0]]
    while goal.slug not in known:
        step = new.pop(0)
        for option in range(len(step.choice.options) if step.choice else 1):
            following = _after(lesson, step, option)
            if following and following.slug not in known:
                known[following.slug] = [*known[step.slug], (step, option)]
                new.append(following)
    return known[goal.slug]


def _onward(lesson: Lesson, step: Step | None) -> Way:
    """From a step to the end by right options."""
    way: Way = []
    while step:
        right = [at for at, option in enumerate(step.choice.options) if option.right] if step.choice else [0]
        way.append((step, right[-1]))
        step = _after(lesson, step, right[-1])
    return way
