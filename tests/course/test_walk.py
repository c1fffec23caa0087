from __future__ import annotations

import pytest

from coach.course import branch_of, next_step, place_of, position_of, resume_at, step_called
from coach.models import Choice, Lesson, Option, Step

LESSON = Lesson(
    name="some",
    number=1,
    title="T",
    goal="G",
    minutes=5,
    steps=tuple(Step(heading=slug.upper(), slug=slug, line=1) for slug in "abc"),
)
CHOICE = Choice(
    options=(
        Option(text="0", right=True, answer=".", goes_to="c", line=1),
        Option(text="1", right=False, answer=".", goes_to="b", line=1),
        Option(text="2", right=True, answer=".", line=1),
    )
)


@pytest.mark.parametrize(
    ("slug", "goes_to", "expected"),
    [("a", None, "b"), ("b", None, "c"), ("c", None, None), ("a", "c", "c"), ("c", "a", "a")],
)
def test_the_next_step(slug: str, goes_to: str | None, expected: str | None) -> None:
    step = next_step(LESSON, slug, goes_to)
    assert (step.slug if step else None) == expected


@pytest.mark.parametrize(("slug", "goes_to"), [("x", None), ("a", "x")])
def test_from_or_to_a_step_that_is_not_there(slug: str, goes_to: str | None) -> None:
    with pytest.raises(ValueError, match="not in list"):
        next_step(LESSON, slug, goes_to)


def test_a_step_is_found_by_its_slug() -> None:
    assert step_called(LESSON, "b") is LESSON.steps[1]
    assert step_called(LESSON, "x") is None


@pytest.mark.parametrize(("slug", "expected"), [("b", "b"), ("gone", "a"), ("", "a"), (None, "a")])
def test_a_lesson_goes_on_where_it_was_left(slug: str | None, expected: str) -> None:
    assert resume_at(LESSON, slug).slug == expected


def test_places_count_from_one() -> None:
    assert position_of(LESSON, "a") == 1
    assert place_of(LESSON, "c") == "step 3 of 3"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [((), None), ((0,), "c"), ((1,), "b"), ((2,), None), ((0, 1, 2), "b"), ((0, 2), "c")],
)
def test_a_wrong_options_way_goes_before_a_right_one(chosen: tuple[int, ...], expected: str | None) -> None:
    assert branch_of(CHOICE, frozenset(chosen)) == expected
