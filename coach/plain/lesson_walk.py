"""Plays one lesson, case or night, line by line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from coach.course import Course, Walked, about_others, next_step, place_of, promise_as_made, resume_at, today
from coach.family import agree
from coach.locale import N_, _, language_for, speaking
from coach.models import Family, Lesson, Night, Passage, Progress, Promise, Step
from coach.plain import apart, practices
from coach.plain.console import HELP, Console, WentBack
from coach.plain.drill import drill
from coach.plain.night import end_night
from coach.plain.plain_family import PlainFamily
from coach.plain.practices import SPEAKERS
from coach.plain.promising import make_promise
from coach.plain.reporting import reporting
from coach.plain.talk import talk
from coach.played import KeptLesson, Played, kept

LOOKED = N_("You have looked through it.")
OPEN = N_("Some questions are still open. Answer them together and it is done, today or another day:")


class LessonWalk:
    """Steps, one after the other, until the end or until the family goes back from the first one."""

    def __init__(self, course: Course, home: PlainFamily, console: Console) -> None:
        self._course = course
        self._home = home
        self._loaded = home.check
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
        keeping = kept(lesson, Played(self._course, self._home.keeper))
        so_far = keeping.so_far
        step: Step | None = self._first(lesson, so_far)
        walked = Walked(lesson, step or lesson.steps[0], so_far)
        while step:
            keeping.reach(step, walked)
            answers = self._console.answers
            try:
                goes_to = self._do(lesson, step, keeping)
            except WentBack:
                step = walked.back_from(step)
                continue
            walked.pass_by(step)
            if step.received or self._console.answers > answers:
                walked.answer(step.slug)
                keeping.note_answer(walked)
            step = next_step(lesson, step.slug, goes_to)
        say()
        if still_open := walked.still_open:
            keeping.leave_open(still_open[0], walked)
            self._say_open(lesson, still_open)
        else:
            keeping.end(walked)
            self._say_end(lesson)

    def _say_open(self, lesson: Lesson, still_open: tuple[Step, ...]) -> None:
        """Say which questions are still open."""
        self._console.say(f"{_(LOOKED)} {_(OPEN)}")
        for step in still_open:
            self._console.say(f"{place_of(lesson, step.slug)}: {step.heading}", "  ")

    def _say_end(self, lesson: Lesson) -> None:
        if isinstance(lesson, Night):
            end_night(self._console, self._course, self._family)
            return
        self._console.say(_("You did it, together! {goal}").format(goal=lesson.goal))
        self._console.say(_("Tell each other one thing that was new. Then stretch."))

    def _first(self, lesson: Lesson, so_far: Progress | None) -> Step:
        step = resume_at(lesson, so_far.step if so_far else None)
        if step is lesson.steps[0]:
            return step
        question = _("You were at {place}. Type 1 to start again. Enter goes on from there.").format(
            place=place_of(lesson, step.slug)
        )
        try:
            return step if self._console.choose(question, 1) is None else lesson.steps[0]
        except WentBack:
            return lesson.steps[0]

    def _do(self, lesson: Lesson, step: Step, keeping: KeptLesson) -> str | None:
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
        return self._practise(lesson, step, keeping)

    def _practise(self, lesson: Lesson, step: Step, keeping: KeptLesson) -> str | None:
        if step.choice:
            return practices.choose(self._console, step.choice)
        for practice, play in self._ways(lesson, step, keeping):
            if practice:
                play(practice)
                return None
        self._console.ask(_("Press Enter to go on."))
        return None

    def _ways(self, lesson: Lesson, step: Step, keeping: KeptLesson) -> tuple[tuple[Any, Callable[[Any], object]], ...]:
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
            (step.promise, lambda made: self._promise(lesson, made, keeping)),
        )

    def _apart(self, step: Step) -> None:
        apart.practise(self._console, step, self._loaded, self._family)

    def _promise(self, lesson: Lesson, made: Promise, keeping: KeptLesson) -> None:
        name, track = lesson.promised_as, self._family.track
        own = make_promise(self._console, made, track.own_words(name))
        if own is None:
            return
        others = [promise_as_made(self._course, self._family, each) for each in track.promises]
        self._home.keep(partial(agree, made=list(filter(None, others)), promise=made, own=own))
        self._home.keep(partial(keeping.promised, lesson=name, day=today(), own=own))
        self._console.say(_("You promised."))
