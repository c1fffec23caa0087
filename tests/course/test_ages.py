"""One lesson, two tracks: what is marked for an age is seen by that age only."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.models import AgeGroup, StepKind
from tests.course.writing import faults_in, lesson_of, write

BOTH = "```sort\ninto: A, B\n- one -> A: a.\n- two -> A: b.\n- six -> B: c.\n```\n"
YOUNGER = BOTH.replace("```sort", "```sort 8-10")
OLDER = "```show 11-14\non: a phone\n- One.\n- Two.\n```\n"
TEXTS = "## Here\n\n> [!CHILD 8-10]\n> Small.\n\n> [!CHILD 11-14]\n> Big.\n\n> [!TALK]\n> Why?\n"


def texts(folder: Path, age: AgeGroup | None) -> list[str]:
    (step,) = lesson_of(folder, TEXTS).for_age(age).steps
    return [passage.text for passage in step.passages]


def test_each_age_group_reads_its_own_words(tmp_path: Path) -> None:
    assert texts(tmp_path, AgeGroup.YOUNGER) == ["Small.", "Why?"]
    assert texts(tmp_path, AgeGroup.OLDER) == ["Big.", "Why?"]


def test_a_child_of_unknown_age_reads_the_words_for_younger_ones(tmp_path: Path) -> None:
    assert texts(tmp_path, None) == ["Small.", "Why?"]


def test_each_age_group_has_its_own_practice(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, f"## Here\n\n{YOUNGER}\n{OLDER}")
    assert [lesson.for_age(age).steps[0].kind for age in AgeGroup] == [StepKind.SORT, StepKind.SHOW]


def test_a_picture_may_be_for_one_age_only(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, "## Here\n\nLook.\n\n```picture 11-14\n:)\n```\n")
    assert [bool(lesson.for_age(age).steps[0].picture) for age in AgeGroup] == [False, True]


def test_a_lesson_without_ages_is_the_same_for_all(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, f"## Here\n\n{BOTH}")
    assert lesson.for_age(AgeGroup.OLDER) is lesson


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("> [!CHILD 9]\n> Hi.\n", (9, 1, "unknown age `9`")),
        (YOUNGER.replace("8-10", "teens"), (9, 1, "unknown age `teens`")),
        (f"Text.\n\n{YOUNGER}", (7, 1, "nothing to do for ages 11-14, unlike the other ages")),
        ("> [!CHILD 8-10]\n> Hi.\n", (7, 1, "the step is empty for ages 11-14")),
        (f"{YOUNGER}\n{BOTH}", (16, 1, "a second practice in one step")),
        ("```promise 8-10\nchild: I.\nparent: I.\n```\n", (9, 1, "a promise for one age")),
    ],
)
def test_faults_of_ages_say_where_and_how_to_fix_them(tmp_path: Path, body: str, problem: tuple[int, int, str]) -> None:
    assert problem in faults_in(write(tmp_path, f"## Here\n\n{body}"))
