"""What the child using Coach now played: lessons, the week's case and family nights; every change is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coach.course import (
    Course,
    Walked,
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
    promise,
    promise_again,
    reach_night,
    remember,
)
from coach.family.keeper import Keeper
from coach.models import Case, Family, Lesson, Night, Progress, Step


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

    def so_far(self, lesson: str) -> Progress | None:
        """Return how far the family is in a lesson or a case; None if it was not begun."""
        return self._family.track.progress.get(lesson)

    def has_answered(self, lesson: str) -> bool:
        """Return whether a question of a lesson or a case was answered before."""
        return self._family.track.has_answered(lesson)

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

    def finish(self, lesson: str, *, comes_back: bool = False) -> None:
        """Remember that a lesson was finished; of what comes back another week, on which day."""
        self._keep_progress(partial(finish, lesson=lesson, day=today() if comes_back else None))

    def finish_in_night(self, case: str) -> None:
        """Remember that a case was finished in a family night."""
        self._in_night.add(case)
        self.finish(case, comes_back=True)

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


class KeptLesson:
    """Keeps how far two people are in a lesson or a case while they play it."""

    promised = staticmethod(promise)
    """Records the promise that is offered."""

    def __init__(self, lesson: Lesson, played: Played) -> None:
        self._name = lesson.name
        self._comes_back = lesson.comes_back
        self._played = played

    @property
    def so_far(self) -> Progress | None:
        """How far the family was; None if it was not begun."""
        return self._played.so_far(self._name)

    def reach(self, step: Step, walked: Walked) -> None:
        """Remember the step to go on with."""
        self._played.reach(self._name, walked.to_go_on_with(step).slug)

    def note_answer(self, walked: Walked) -> None:
        """Remember that a question was answered."""
        del walked
        self._played.note_answer(self._name)

    def leave_open(self, step: Step, walked: Walked) -> None:
        """Remember that the end was reached with questions left open, the first of them at `step`."""
        del walked
        self._played.look_through(self._name, step.slug)

    def end(self, walked: Walked) -> None:
        """Remember that it is done."""
        del walked
        self._played.finish(self._name, comes_back=self._comes_back)


class KeptNight(KeptLesson):
    """Keeps a family night, and the case that is part of it: of the rest, only the step and that it was."""

    promised = staticmethod(promise_again)

    def __init__(self, night: Night, played: Played) -> None:
        super().__init__(night, played)
        self._case = night.case
        self._answered_before = self._case is not None and played.has_answered(self._case.name)
        """Whether a question of the case was answered on an earlier day, or before the night was left."""

    @property
    def so_far(self) -> Progress | None:
        """How far this week's night is; None if it was not begun."""
        return self._played.night_so_far

    def reach(self, step: Step, walked: Walked) -> None:
        """Remember the step to go on with, of the night and of its case, or that the case is done."""
        case = self._case
        self._played.reach_night(step.slug, case.name if case else "")
        if case is None or self._finished(case, walked):
            return
        has_answered = self._answered_before or walked.has_answered_in(case)
        if on := walked.to_go_on_with_in(case, step, has_answered=has_answered):
            self._played.reach(case.name, on.slug)

    def note_answer(self, walked: Walked) -> None:
        """Remember that a question was answered, in the case too if it was one of the case."""
        self._played.answer_night()
        if self._case and walked.has_answered_in(self._case):
            self._played.note_answer(self._case.name)

    def leave_open(self, step: Step, walked: Walked) -> None:
        """Go on at `step` the next time."""
        self.reach(step, walked)

    def end(self, walked: Walked) -> None:
        """Remember the night, and its case if it was played."""
        self._played.had_night()
        if self._case:
            self._finished(self._case, walked)

    def _finished(self, case: Case, walked: Walked) -> bool:
        """Remember that the case is done, if it is."""
        is_played = walked.has_played(case, has_answered=self._answered_before)
        if is_played:
            self._played.finish_in_night(case.name)
        return is_played


def kept(lesson: Lesson, played: Played) -> KeptLesson:
    """Return what keeps this lesson, case or night."""
    return KeptNight(lesson, played) if isinstance(lesson, Night) else KeptLesson(lesson, played)
