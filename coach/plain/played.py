"""What plain mode keeps of a lesson, a case or a night while two people play it, and what it says at the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coach.course import Course, Walked, promise_as_made, today, with_case
from coach.family import (
    agree,
    answer,
    answer_night,
    finish,
    had_night,
    look_through,
    night_so_far,
    promise,
    promise_again,
    reach_night,
    remember,
)
from coach.locale import _
from coach.models import Family, Lesson, Night, Progress, Promise, PromiseWords, Step
from coach.plain.console import Console
from coach.plain.night import end_night
from coach.plain.plain_family import PlainFamily


class PlayedLesson:
    """A lesson or a case: where to go on, and whether it is done."""

    def __init__(self, lesson: Lesson, course: Course, home: PlainFamily) -> None:
        self._lesson = lesson
        self._course = course
        self._home = home

    @property
    def so_far(self) -> Progress | None:
        """How far the family was."""
        return self._home.family.track.progress.get(self._lesson.name)

    def reach(self, step: Step, walked: Walked) -> None:
        """Remember the step to go on with."""
        self._keep_progress(partial(remember, lesson=self._lesson.name, step=walked.to_go_on_with(step).slug))

    def note_answer(self, walked: Walked) -> None:
        """Remember that a question was answered."""
        del walked
        self._keep_progress(partial(answer, lesson=self._lesson.name))

    def leave_open(self, step: Step, walked: Walked) -> None:
        """Remember that the end was reached with questions left open, the first of them at `step`."""
        del walked
        self._keep_progress(partial(look_through, lesson=self._lesson.name, step=step.slug))

    def end(self, console: Console, walked: Walked) -> None:
        """Remember that it is done, and say so."""
        del walked
        day = today() if self._lesson.comes_back else None
        self._keep_progress(partial(finish, lesson=self._lesson.name, day=day))
        console.say(_("You did it, together! {goal}").format(goal=self._lesson.goal))
        console.say(_("Tell each other one thing that was new. Then stretch."))

    @property
    def own_promise(self) -> PromiseWords:
        """The family's own words of the promise that is offered."""
        return self._home.family.track.own_words(self._lesson.promised_as)

    def keep_promise(self, made: Promise, own: PromiseWords) -> None:
        """Remember that a promise was made, also in the agreement."""
        family = self._home.family
        others = (promise_as_made(self._course, family, each) for each in family.track.promises)
        self._home.keep(partial(agree, made=list(filter(None, others)), promise=made, own=own))
        self._home.keep(partial(self._promised, lesson=self._lesson.promised_as, day=today(), own=own))

    _promised = staticmethod(promise)

    def _keep_progress(self, change: Callable[[Family], Family]) -> None:
        """Change the progress; this week's case stays the same."""
        self._home.keep(lambda family: change(with_case(family, self._course.cases, today())))


class PlayedNight(PlayedLesson):
    """A family night, and the case that is part of it."""

    _promised = staticmethod(promise_again)

    def __init__(self, night: Night, course: Course, home: PlainFamily) -> None:
        super().__init__(night, course, home)
        self._case = night.case
        self._answered_before = self._case is not None and home.family.track.has_answered(self._case.name)
        """Whether a question of the case was answered on an earlier day, or before the night was left."""

    @property
    def so_far(self) -> Progress | None:
        """How far this week's night is."""
        return night_so_far(self._home.family, today())

    def reach(self, step: Step, walked: Walked) -> None:
        """Remember the step to go on with, of the night and of its case, or that the case is done."""
        case = self._case
        self._home.keep(partial(reach_night, day=today(), step=step.slug, case=case.name if case else ""))
        if case is None or self._finished_case(walked):
            return
        has_answered = self._answered_before or walked.has_answered_in(case)
        if on := walked.to_go_on_with_in(case, step, has_answered=has_answered):
            self._keep_progress(partial(remember, lesson=case.name, step=on.slug))

    def note_answer(self, walked: Walked) -> None:
        """Remember that a question was answered, in the case too if it was one of the case."""
        self._home.keep(partial(answer_night, day=today()))
        if self._case and walked.has_answered_in(self._case):
            self._keep_progress(partial(answer, lesson=self._case.name))

    def leave_open(self, step: Step, walked: Walked) -> None:
        """Go on at `step` the next time."""
        self.reach(step, walked)

    def end(self, console: Console, walked: Walked) -> None:
        """Remember the night, and its case if it was played; say which night it was."""
        self._home.keep(partial(had_night, day=today()))
        self._finished_case(walked)
        end_night(console, self._course, self._home.family)

    def _finished_case(self, walked: Walked) -> bool:
        """Remember that the case is done, if it is."""
        case = self._case
        is_played = case is not None and walked.has_played(case, has_answered=self._answered_before)
        if case and is_played:
            self._keep_progress(partial(finish, lesson=case.name, day=today()))
        return is_played


def played(lesson: Lesson, course: Course, home: PlainFamily) -> PlayedLesson:
    """Return what keeps this lesson, case or night."""
    return PlayedNight(lesson, course, home) if isinstance(lesson, Night) else PlayedLesson(lesson, course, home)
