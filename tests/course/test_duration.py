"""How long a lesson takes, and lint where that is longer than it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import read_course, read_lesson
from coach.course.lint.duration import LEEWAY, longer_than_stated, minutes_of
from coach.models import AgeGroup, Lesson
from coach.source import read_source
from tests.course.writing import HEAD, write

NINETY_WORDS = "word " * 90
TALK = "> [!TALK]\n> Why?\n"


def lesson_of(folder: Path, body: str, minutes: int = 12) -> tuple[Path, Lesson]:
    path = write(folder, body, head=HEAD.replace("minutes: 12", f"minutes: {minutes}"))
    return path, read_lesson(path)


@pytest.mark.parametrize(
    ("body", "younger", "older"),
    [
        (f"## A\n\n{NINETY_WORDS}\n", 1.75, 1.5),
        (f"## A\n\n> [!PARENT]\n> {NINETY_WORDS}\n", 1.25, 1.25),
        (f"## A\n\n> [!TALK]\n> {NINETY_WORDS}\n", 2.0, 1.75),
        ("## A\n\n```show\non: a phone\n- One.\n- Two.\n```\n", 0.68, 0.68),
    ],
)
def test_reading_and_doing_are_added_up(tmp_path: Path, body: str, younger: float, older: float) -> None:
    _, lesson = lesson_of(tmp_path, body)
    assert [minutes_of(lesson, age) for age in AgeGroup] == pytest.approx([younger, older], abs=0.01)


def test_a_lesson_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    body = "".join(f"## Step {number}\n\n{NINETY_WORDS}\n\n" for number in range(4))
    path, lesson = lesson_of(tmp_path, body, minutes=6)
    assert list(longer_than_stated(read_source(path), lesson)) == []
    path, lesson = lesson_of(tmp_path, body, minutes=5)
    (fault,) = longer_than_stated(read_source(path), lesson)
    assert (fault.problem, fault.fix) == (
        "takes about 7 minutes, but is stated as 5",
        "shorten it, or write `minutes: 7`",
    )
    assert list(longer_than_stated(read_source(path), lesson, [AgeGroup.OLDER])) == []


def test_no_lesson_of_coach_says_more_than_it_takes() -> None:
    lessons = read_course().lessons
    assert [one.name for one in lessons if minutes_of(one, AgeGroup.YOUNGER) < one.minutes - LEEWAY] == []
