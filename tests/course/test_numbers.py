"""Numbers in a lesson agree: a heading counts its list, and what is done so many times is so everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from coach.models import Lesson, Step
from tests.shipped_course import shipped_course

LESSONS = shipped_course().lessons

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTED = re.compile(
    rf"\b({'|'.join(NUMBERS[2:])}) (looks)\b|\b(?:look|looks) ({'|'.join(NUMBERS[2:])}) times\b", re.IGNORECASE
)
"""`Five looks`, `we look five times`."""


def texts(lesson: Lesson) -> Iterator[str]:
    for step in lesson.steps:
        yield step.heading
        yield from (passage.text for passage in step.passages)
        if step.promise:
            yield from (step.promise.child, step.promise.parent)


def counted(heading: str) -> int | None:
    """The number with which a heading begins: `Five looks`, but not `Three likes` of a list of none."""
    first = heading.split(maxsplit=1)[0].lower()
    return NUMBERS.index(first) if first in NUMBERS[2:] else None


SHOWN = [(lesson, step) for lesson in LESSONS for step in lesson.steps if step.show and counted(step.heading)]


@pytest.mark.parametrize(("lesson", "step"), SHOWN, ids=lambda one: getattr(one, "slug", getattr(one, "name", "")))
def test_a_heading_that_counts_has_so_many_things_to_tick(lesson: Lesson, step: Step) -> None:
    assert step.show is not None
    assert len(step.show.items) == counted(step.heading), lesson.name


def test_there_is_a_heading_that_counts() -> None:
    assert SHOWN


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_looks_are_as_many_in_the_promise_as_in_the_lesson(lesson: Lesson) -> None:
    found = {(one[1] or one[3]).lower() for text in texts(lesson) for one in COUNTED.finditer(text)}
    assert len(found) <= 1
