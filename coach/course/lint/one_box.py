"""Finds things to sort that all fit one box: whoever always takes that box is right without reading."""

from __future__ import annotations

from collections.abc import Iterator

from coach.errors import Fault
from coach.models import Lesson, Sort
from coach.source import Source

_FIX = "let at least one thing belong somewhere else only"


def one_box_for_all(source: Source, lesson: Lesson) -> Iterator[Fault]:
    """Report each box that is right for all things of its step."""
    for step in (*lesson.steps, *lesson.older):
        for box in boxes_for_all(step.sort) if step.sort else ():
            line = step.sort.line if step.sort else 0
            problem = f"box that is right for all things to sort: `{box}`"
            yield Fault(source.path, line, 1, problem, _FIX, source.lines[line - 1])


def boxes_for_all(sort: Sort) -> Iterator[str]:
    """Yield the boxes named for each thing; one that is right only because it is more careful is not counted."""
    yield from (box for box in sort.boxes if all(box in item.boxes for item in sort.items))
