"""Checks the links of a lesson and that its steps can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coach.course.spread import spread, turned
from coach.course.step_source import StepSource
from coach.source import Source

_END = -1
_NAMED = 30
"""The most headings that a fix lists."""


def check_ways(source: Source, steps: Sequence[StepSource]) -> None:
    """Record duplicate headings, broken links, unreachable steps, and steps from which the end cannot be reached."""
    places = {step.slug: at for at, step in reversed(list(enumerate(steps)))}
    sound = [_check_heading(source, step, steps[places[step.slug]]) for step in steps]
    sound += [_check_links(source, step, places) for step in steps]
    if steps and all(sound):
        _check_reach(source, steps, places)


def _check_heading(source: Source, step: StepSource, first: StepSource) -> bool:
    if not step.slug:
        source.fault(step.line, "a heading without words", "write words after `##`", 4)
    elif first is not step:
        source.fault(step.line, f"duplicate heading: also on line {first.line}", "rename one of the two", 4)
    else:
        return True
    return False


def _check_links(source: Source, step: StepSource, places: Mapping[str, int]) -> bool:
    dead = [option for option in step.options if option.goes_to is not None and option.goes_to not in places]
    for option in dead:
        column = source.lines[option.line - 1].find("](") + 3
        problem = f"unknown heading `#{option.goes_to}`"
        source.fault(
            option.line, problem, f"use one of: {', '.join(f'#{slug}' for slug in list(places)[:_NAMED])}", column
        )
    return not dead


def _check_reach(source: Source, steps: Sequence[StepSource], places: Mapping[str, int]) -> None:
    onward = {at: set(_onward(at, steps, places)) for at in range(len(steps))}
    reached, leading_out = spread({0}, onward), spread({_END}, turned(onward))
    for at, step in enumerate(steps):
        if at not in reached:
            source.fault(step.line, "unreachable step", "link an option to it, or move it", 4)
        elif at not in leading_out:
            source.fault(step.line, "the lesson never ends from here", "let one option lead to a later step", 4)


def _onward(at: int, steps: Sequence[StepSource], places: Mapping[str, int]) -> Iterator[int]:
    following = at + 1 if at + 1 < len(steps) else _END
    for option in steps[at].options:
        yield following if option.goes_to is None else places[option.goes_to]
    if not steps[at].options:
        yield following
