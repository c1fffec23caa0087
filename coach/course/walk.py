"""Moving through a lesson, step by step."""

from __future__ import annotations

from collections.abc import Collection

from coach.locale import _
from coach.models import Choice, Lesson, Step
from coach.models.lesson import QUESTIONS


def step_called(lesson: Lesson, slug: str) -> Step | None:
    """Return the step with this slug, or None."""
    return next((step for step in lesson.steps if step.slug == slug), None)


def resume_at(lesson: Lesson, slug: str | None) -> Step:
    """Return the step to continue with: the one called `slug`, or the first one if that is gone."""
    return step_called(lesson, slug or "") or lesson.steps[0]


def next_step(lesson: Lesson, slug: str, goes_to: str | None = None) -> Step | None:
    """Return the step after the one called `slug`, or None at the end.

    Args:
        lesson: the lesson.
        slug: the step just finished.
        goes_to: where the chosen option leads, if anywhere.

    Raises:
        ValueError: the lesson has no such step.
    """
    if goes_to is not None:
        return lesson.steps[position_of(lesson, goes_to) - 1]
    return next(iter(lesson.steps[position_of(lesson, slug) :]), None)


def branch_of(choice: Choice, chosen: Collection[int]) -> str | None:
    """Return where the chosen options lead; a wrong one takes precedence, so that its consequences are seen."""
    options = [choice.options[at] for at in sorted(chosen)]
    options.sort(key=lambda option: option.right)
    return options[0].goes_to if options else None


def left_open(
    lesson: Lesson, passed: Collection[str], answered: Collection[str], *, has_answered: bool = False
) -> tuple[Step, ...]:
    """Return the steps to go back to before a lesson is done; none if it is.

    A case is done when each of its questions was answered, a lesson when any of them was: families do parts of it
    away from the keyboard.

    Args:
        lesson: the lesson or case.
        passed: the slugs of the steps that were left behind.
        answered: the slugs of the steps whose question was answered.
        has_answered: whether a question was answered on an earlier day; the steps before the one to go on with were
            passed then. Of a case, that step is the first one left open, so nothing before it is.
    """
    if has_answered and not lesson.asks_all:
        return ()
    asked = [step for step in lesson.steps if step.slug in passed and step.kind in QUESTIONS]
    skipped = tuple(step for step in asked if step.slug not in answered)
    return skipped if lesson.asks_all or len(skipped) == len(asked) else ()


def is_played(case: Lesson, passed: Collection[str], answered: Collection[str], *, has_answered: bool = False) -> bool:
    """Return whether a case was played to its end in a night, which is done when any of its questions was answered.

    Args:
        case: the case of the night.
        passed: the slugs of the steps that were left behind.
        answered: the slugs of the steps whose question was answered.
        has_answered: whether one of them was answered before the night was gone on with.
    """
    return case.steps[-1].slug in passed and (has_answered or any(step.slug in answered for step in case.steps))


def steps_before(lesson: Lesson, step: Step) -> tuple[str, ...]:
    """Return the slugs of the steps that were left behind on an earlier day, if a family goes on with `step`."""
    return () if lesson.asks_all else tuple(one.slug for one in lesson.steps[: lesson.steps.index(step)])


def position_of(lesson: Lesson, slug: str) -> int:
    """Return the number of a step, from 1.

    Raises:
        ValueError: the lesson has no such step.
    """
    return [step.slug for step in lesson.steps].index(slug) + 1


def place_of(lesson: Lesson, slug: str) -> str:
    """Describe the position of a step, such as `step 3 of 7`.

    Raises:
        ValueError: the lesson has no such step.
    """
    return _("step {number} of {count}").format(number=position_of(lesson, slug), count=len(lesson.steps))
