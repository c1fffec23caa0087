"""What the child using Coach now played: lessons, the week's case and family nights; every change is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coach.course import (
    Course,
    about_others,
    another_case,
    course_is_done,
    is_done,
    night_of,
    place_in_night,
    this_weeks_case,
    today,
    with_case,
)
from coach.family import (
    answer,
    answer_night,
    finish,
    had_night,
    is_night_had,
    look_through,
    night_so_far,
    reach_night,
    remember,
)
from coach.family.keeper import Keeper
from coach.models import Case, Family, Night, Progress


class Played:
    """How far the child using Coach now is, and what there is to play this week."""

    def __init__(self, course: Course, keeper: Keeper) -> None:
        self._course = course
        self._keeper = keeper
        self._in_night: set[str] = set()
        """The cases that were played in a family night since Coach was opened."""

    @property
    def _family(self) -> Family:
        return self._keeper.family

    @property
    def case(self) -> Case | None:
        """This week's case, also when it is done."""
        return self._about_others(self._written_case)

    @property
    def case_is_done(self) -> bool:
        """Whether this week's case was finished this week."""
        case = self._written_case
        return case is not None and is_done(self._family.track, case.name, today())

    @property
    def case_in_night(self) -> bool:
        """Whether this week's case was played in a family night since Coach was opened."""
        case = self._written_case
        return case is not None and case.name in self._in_night

    @property
    def another_case(self) -> Case | None:
        """A case for whoever wants more once this week's is done; None if there is no other."""
        return self._about_others(another_case(self._course.cases, self._family.track, self._family.age, today()))

    @property
    def night(self) -> Night:
        """The family night of this week."""
        return night_of(self._course, self._family, today())

    @property
    def night_so_far(self) -> Progress | None:
        """How far this week's family night is; None if it was not begun."""
        return night_so_far(self._family, today())

    @property
    def place_in_night(self) -> str:
        """Where this week's family night goes on, such as `step 3 of 6`; empty if it was not begun or is over."""
        so_far = self.night_so_far
        return place_in_night(self.night, so_far) if so_far else ""

    @property
    def is_night_had(self) -> bool:
        """Whether this week has had its family night."""
        return is_night_had(self._family, today())

    @property
    def is_course_done(self) -> bool:
        """Whether the child using Coach now finished every lesson of the course."""
        return course_is_done(self._course, self._family)

    def ends_course(self, lesson: str) -> bool:
        """Return whether this lesson, once finished, is the last one of the course."""
        return course_is_done(self._course, finish(self._family, lesson))

    def has_finished_besides(self, lesson: str) -> bool:
        """Return whether anything but this lesson was finished before."""
        return any(known.finished for name, known in self._family.track.progress.items() if name != lesson)

    def reach(self, lesson: str, step: str) -> None:
        """Remember the step to go on with."""
        self._keep_progress(partial(remember, lesson=lesson, step=step))

    def look_through(self, lesson: str, step: str) -> None:
        """Remember that a lesson was walked to its end, and the first of the questions left open."""
        self._keep_progress(partial(look_through, lesson=lesson, step=step))

    def note_answer(self, lesson: str) -> None:
        """Remember that a question of a lesson was answered."""
        self._keep_progress(partial(answer, lesson=lesson))

    def finish(self, lesson: str) -> None:
        """Remember that a lesson was finished; of a case, on which day."""
        is_case = any(case.name == lesson for case in self._course.cases)
        self._keep_progress(partial(finish, lesson=lesson, day=today() if is_case else None))

    def finish_in_night(self, case: str) -> None:
        """Remember that a case was finished in a family night."""
        self._in_night.add(case)
        self.finish(case)

    def had_night(self) -> None:
        """Remember that there was a family night today, unless this week had one."""
        self._keeper.keep(partial(had_night, day=today()))

    def reach_night(self, step: str, case: str = "") -> None:
        """Remember the step of the night to go on with, and the name of the night's `case`."""
        self._keeper.keep(partial(reach_night, day=today(), step=step, case=case))

    def answer_night(self) -> None:
        """Remember that a question of the night was answered."""
        self._keeper.keep(partial(answer_night, day=today()))

    @property
    def _written_case(self) -> Case | None:
        """This week's case with the names that its author gave."""
        return this_weeks_case(self._course.cases, self._family.track, self._family.age, today())

    def _about_others(self, case: Case | None) -> Case | None:
        return case and about_others(case, self._family)

    def _keep_progress(self, change: Callable[[Family], Family]) -> None:
        """Change the progress; this week's case stays the same."""
        self._keeper.keep(lambda family: change(with_case(family, self._course.cases, today())))
