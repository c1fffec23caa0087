"""What two people did of a lesson, and what is left to do."""

from __future__ import annotations

from coach.course.walk import is_played, left_open, steps_before
from coach.models import Lesson, Progress, Step


class Walked:
    """The steps of one lesson that were passed and answered, now and on earlier days."""

    def __init__(self, lesson: Lesson, first: Step, progress: Progress | None = None) -> None:
        """Go on at `first`; `progress` is what was kept of earlier days."""
        self._lesson = lesson
        self._way: list[Step] = []
        """The steps that were left by Next and not come back to, in order."""
        self._passed = set(steps_before(lesson, first))
        self._answered = set[str]()
        self._has_answered = progress is not None and progress.answered

    def pass_by(self, step: Step) -> None:
        """Note that a step was left by Next."""
        self._way.append(step)
        self._passed.add(step.slug)

    def answer(self, slug: str) -> None:
        """Note that the question of a step was answered."""
        self._answered.add(slug)

    @property
    def has_answered(self) -> bool:
        """Whether a question was answered, now or on an earlier day."""
        return self._has_answered or bool(self._answered)

    def leads_back(self, step: Step) -> bool:
        """Return whether there is a step to go back to from `step`."""
        return bool(self._way) or step is not self._lesson.steps[0]

    def back_from(self, step: Step) -> Step:
        """Return the step shown before, or the previous one in the lesson, and forget that it was left."""
        if self._way:
            return self._way.pop()
        return self._lesson.steps[max(self._lesson.steps.index(step) - 1, 0)]

    @property
    def still_open(self) -> tuple[Step, ...]:
        """The steps to go back to before the lesson is done."""
        return left_open(self._lesson, self._passed, self._answered, has_answered=self._has_answered)

    def to_go_on_with(self, step: Step) -> Step:
        """Return the step to remember at `step`: of a case, the first one left open."""
        still_open = left_open(self._lesson, self._passed, self._answered) if self._lesson.asks_all else ()
        return next(iter(still_open), step)

    def has_played(self, case: Lesson, *, has_answered: bool = False) -> bool:
        """Return whether the case of a night was played to its end; `has_answered` speaks of earlier days."""
        return is_played(case, self._passed, self._answered, has_answered=has_answered)

    def has_answered_in(self, case: Lesson) -> bool:
        """Return whether a question of the case of a night was answered now."""
        return any(step.slug in self._answered for step in case.steps)

    def to_go_on_with_in(self, case: Lesson, step: Step, *, has_answered: bool) -> Step | None:
        """Return the step of a night's case to remember at `step` of the night; None for no other than before.

        A case of which nothing was answered begins at the first question that was left open.
        """
        still_open = () if has_answered else left_open(case, self._passed, self._answered)
        return next(iter(still_open), step if step in case.steps else None)
