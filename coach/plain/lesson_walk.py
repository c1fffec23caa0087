"""Plays one lesson, case or night, line by line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coach.course import (
    Course,
    about_others,
    is_played,
    left_open,
    next_step,
    place_of,
    position_of,
    promise_as_made,
    resume_at,
    steps_before,
    today,
    with_case,
)
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
from coach.locale import N_, _, language_for, speaking
from coach.models import Case, Family, Lesson, Night, Passage, Progress, Step
from coach.plain import apart, practices
from coach.plain.console import HELP, Console, WentBack
from coach.plain.drill import drill
from coach.plain.night import end_night
from coach.plain.plain_family import PlainFamily
from coach.plain.practices import SPEAKERS
from coach.plain.promising import make_promise
from coach.plain.reporting import reporting
from coach.plain.talk import talk

LOOKED = N_("You have looked through it.")
OPEN = N_("Some questions are still open. Answer them together and it is done, today or another day:")


class LessonWalk:
    """Steps, one after the other, until the end or until the family goes back from the first one."""

    def __init__(self, course: Course, home: PlainFamily, console: Console) -> None:
        self._course = course
        self._home = home
        self._keep, self._loaded = home.keep, home.check
        self._console = console

    @property
    def _family(self) -> Family:
        return self._home.family

    @property
    def _country(self) -> str:
        return self._home.country

    def walk(self, lesson: Lesson) -> None:
        """Play a lesson, a case or a night, in the language that it is written in.

        Raises:
            Left: the family quit, or the input ended.
        """
        with speaking(language_for(self._family.comfort.language, lesson.language)):
            self._walk(lesson)

    def _walk(self, lesson: Lesson) -> None:
        say = self._console.say
        lesson = about_others(lesson, self._family).for_age(self._family.age)
        say(f"{lesson.title}. {lesson.goal}")
        say(f"{_('About {minutes} minutes for two.').format(minutes=lesson.minutes)} {_(HELP)}")
        step: Step | None = self._first(lesson)
        kept = self._kept(lesson)
        has_answered = kept is not None and kept.answered
        case_answered = self._case_answered(lesson)
        earlier = steps_before(lesson, step) if step else ()
        before: list[Step] = []
        passed = set(earlier)
        answered = set[str]()
        while step:
            self._reach(lesson, step)
            answers = self._console.answers
            try:
                goes_to = self._do(lesson, step)
            except WentBack:
                at = position_of(lesson, step.slug) - 1
                step = before.pop() if before else lesson.steps[max(at - 1, 0)]
                continue
            before.append(step)
            if step.received or self._console.answers > answers:
                answered.add(step.slug)
                self._note_answer(lesson, step)
            passed = {*earlier, *(one.slug for one in before)}
            if isinstance(lesson, Night):
                self._note_case(lesson.case, passed, answered, has_answered=case_answered)
            step = next_step(lesson, step.slug, goes_to)
        say()
        if still_open := left_open(lesson, passed, answered, has_answered=has_answered):
            self._say_open(lesson, still_open)
        elif isinstance(lesson, Night):
            self._keep(partial(had_night, day=today()))
            end_night(self._console, self._course, self._family)
        else:
            self._keep_progress(partial(finish, lesson=lesson.name, day=today() if isinstance(lesson, Case) else None))
            say(_("You did it, together! {goal}").format(goal=lesson.goal))
            say(_("Tell each other one thing that was new. Then stretch."))

    def _reach(self, lesson: Lesson, step: Step) -> None:
        """Remember the step to go on with, in a night also that of its case."""
        if isinstance(lesson, Night):
            case = lesson.case.name if lesson.case else ""
            self._keep(partial(reach_night, day=today(), step=step.slug, case=case))
        if name := lesson.kept_as(step) if isinstance(lesson, Night) else lesson.name:
            self._keep_progress(partial(remember, lesson=name, step=step.slug))

    def _note_answer(self, lesson: Lesson, step: Step) -> None:
        """Remember that a question was answered, in a night also one of its case."""
        if isinstance(lesson, Night):
            self._keep(partial(answer_night, day=today()))
        if name := lesson.kept_as(step) if isinstance(lesson, Night) else lesson.name:
            self._keep_progress(partial(answer, lesson=name))

    def _note_case(self, case: Case | None, passed: set[str], answered: set[str], *, has_answered: bool) -> None:
        """Remember that the case of a night is done, as soon as it is."""
        if case and is_played(case, passed, answered, has_answered=has_answered):
            self._keep_progress(partial(finish, lesson=case.name, day=today()))

    def _case_answered(self, lesson: Lesson) -> bool:
        """Return whether a question of the case of a night was answered before."""
        case = lesson.case if isinstance(lesson, Night) else None
        return case is not None and self._family.track.has_answered(case.name)

    def _kept(self, lesson: Lesson) -> Progress | None:
        """Return how far the family was in a lesson, or in this week's night."""
        if isinstance(lesson, Night):
            return night_so_far(self._family, today())
        return self._family.track.progress.get(lesson.name)

    def _keep_progress(self, change: Callable[[Family], Family]) -> None:
        """Change the progress; this week's case stays the same."""
        self._keep(lambda family: change(with_case(family, self._course.cases, today())))

    def _say_open(self, lesson: Lesson, still_open: tuple[Step, ...]) -> None:
        """Say which questions are still open, and go on there the next time."""
        first = still_open[0]
        self._reach(lesson, first)
        if not isinstance(lesson, Night):
            self._keep_progress(partial(look_through, lesson=lesson.name, step=first.slug))
        self._console.say(f"{_(LOOKED)} {_(OPEN)}")
        for step in still_open:
            self._console.say(f"{place_of(lesson, step.slug)}: {step.heading}", "  ")

    def _first(self, lesson: Lesson) -> Step:
        kept = self._kept(lesson)
        step = resume_at(lesson, kept.step if kept else None)
        if step is lesson.steps[0]:
            return step
        question = _("You were at {place}. Type 1 to start again. Enter goes on from there.").format(
            place=place_of(lesson, step.slug)
        )
        try:
            return step if self._console.choose(question, 1) is None else lesson.steps[0]
        except WentBack:
            return lesson.steps[0]

    def _do(self, lesson: Lesson, step: Step) -> str | None:
        """Play one step and return where the chosen option leads, if anywhere."""
        say = self._console.say
        place = place_of(lesson, step.slug)
        say()
        say(f"{place[0].upper()}{place[1:]}: {step.heading}")
        parts = [*step.passages, *((step.picture,) if step.picture else ())]
        for part in sorted(parts, key=lambda part: part.line):
            if isinstance(part, Passage):
                say(_(SPEAKERS[part.reader]))
                say(part.text, "  ")
            else:
                say(_("Picture:"))
                for line in part.lines:
                    self._console.say_as_it_is(line)
                say(_("End of picture."))
        return self._practise(lesson, step)

    def _practise(self, lesson: Lesson, step: Step) -> str | None:
        if step.choice:
            return practices.choose(self._console, step.choice)
        for practice, play in self._ways(lesson, step):
            if practice:
                play(practice)
                return None
        self._console.ask(_("Press Enter to go on."))
        return None

    def _ways(self, lesson: Lesson, step: Step) -> tuple[tuple[Any, Callable[[Any], object]], ...]:
        """Return each practice that a step may have, and what plays it."""
        console = self._console
        return (
            (step.rewrite, lambda task: practices.rewrite(console, task, self._loaded(), self._country)),
            (step.sort, partial(practices.sort, console)),
            (step.chat, lambda chat: talk(console, chat, self._loaded, self._country)),
            (step.doors, partial(practices.open_doors, console)),
            (step.show, partial(practices.tick, console)),
            (step.received or step.decide or step.duel, lambda _any: self._apart(step)),
            (step.report, lambda report: reporting(console, report, self._country)),
            (step.tell, lambda tell: drill(console, tell, self._loaded, self._country)),
            (step.pause, partial(practices.count, console)),
            (step.promise, lambda _any: self._promise(lesson, step)),
        )

    def _apart(self, step: Step) -> None:
        apart.practise(self._console, step, self._loaded, self._family)

    def _promise(self, lesson: Lesson, step: Step) -> None:
        if step.promise is None:
            return
        name = lesson.promises if isinstance(lesson, Night) else lesson.name
        own = make_promise(self._console, step.promise, self._family.track.own_words(name))
        if own is None:
            return
        made = [promise_as_made(self._course, self._family, each) for each in self._family.track.promises]
        self._keep(partial(agree, made=list(filter(None, made)), promise=step.promise, own=own))
        remember_it = promise_again if isinstance(lesson, Night) else promise
        self._keep(partial(remember_it, lesson=name, day=today(), own=own))
        self._console.say(_("You promised."))
