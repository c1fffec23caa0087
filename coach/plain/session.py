"""Plays lessons line by line, from start to end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coach.course import Course, next_step, place_of, position_of, resume_at, this_weeks_case
from coach.errors import FamilyError
from coach.family import FamilyFile, finish, off_note, promise, remember
from coach.foreign import foreign_text
from coach.helplines import home_country
from coach.models import Case, Family, Lesson, Message, Passage, Step
from coach.plain import apart, practices
from coach.plain.console import HELP, Console, Left, WentBack
from coach.plain.practices import SPEAKERS

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

NOT_KEPT = "Your progress cannot be saved today, but you can go on."
BYE = "You can pick up here another day. Bye!"


class PlainSession:
    """A family, the lessons and a console."""

    def __init__(
        self,
        course: Course,
        family_file: FamilyFile,
        load_check: Callable[[Family], CheckWithCounsel],
        console: Console,
    ) -> None:
        self._lessons, self._broken = course.lessons, course.broken
        self._cases = course.cases
        self._file = family_file
        self._load_check = load_check
        self._console = console
        self._check: CheckWithCounsel | None = None
        self._keeps = True
        self._family = self._read_family()

    def choose(self) -> None:
        """Let the family choose lessons or check drafts until they quit."""
        say = self._console.say
        try:
            while True:
                say("Coach: kind and careful messages, together. Nothing you type is sent.")
                for number, lesson in enumerate(self._lessons, 1):
                    say(f"{number}. {lesson.title}, about {lesson.minutes} minutes", "  ")
                say(f"{len(self._lessons) + 1}. Check a draft", "  ")
                say(f"{len(self._lessons) + 2}. Look at a chat together", "  ")
                case = this_weeks_case(self._cases, self._family.track, self._family.age)
                if case:
                    say(f"{len(self._lessons) + 3}. This week's case: {case.title}, {case.minutes} minutes", "  ")
                for path in self._broken:
                    say(f"{path.name} cannot be opened: coach lessons lint {path}")
                offered = len(self._lessons) + (3 if case else 2)
                self._open(self._console.choose("Type a number. q quits.", offered), case)
        except Left:
            say(BYE)

    def walk(self, lesson: Lesson) -> None:
        """Play one lesson."""
        try:
            self._walk(lesson)
        except Left:
            self._console.say(BYE)

    def _open(self, number: int | None, case: Case | None) -> None:
        try:
            if number == len(self._lessons):
                self._check_draft()
            elif number == len(self._lessons) + 1:
                self._look_at_chat()
            elif case and number == len(self._lessons) + 2:
                self._walk(case)
            elif number is not None:
                self._walk(self._lessons[number])
        except WentBack:
            return

    def _check_draft(self) -> None:
        text = self._console.ask("Type what you want to send.")
        if foreign := foreign_text(text):
            self._console.say(f"This is {foreign.what}, not a message. Type the words of one message.")
            return
        report = self._loaded()(Message(text=text))
        if report.said_of_length:
            self._console.say(report.said_of_length)
        practices.tell(self._console, report, self._loaded().counsel(report), self._country)
        if not report.flags:
            self._console.say("One message read. Nothing to look at again.")
        if self._family.off:
            self._console.say(off_note(self._family.off))

    def _look_at_chat(self) -> None:
        from coach.plain.chats import ChatSession

        ChatSession(self._console, self._loaded(), self._country, self._family.age).look()

    def _walk(self, lesson: Lesson) -> None:
        say, lesson = self._console.say, lesson.for_age(self._family.age)
        say(f"{lesson.title}. {lesson.goal}")
        say(f"About {lesson.minutes} minutes for two. {HELP}")
        step: Step | None = self._first(lesson)
        before: list[Step] = []
        while step:
            self._keep(partial(remember, lesson=lesson.name, step=step.slug))
            try:
                goes_to = self._do(lesson, step)
            except WentBack:
                at = position_of(lesson, step.slug) - 1
                step = before.pop() if before else lesson.steps[max(at - 1, 0)]
                continue
            before.append(step)
            step = next_step(lesson, step.slug, goes_to)
        self._keep(partial(finish, lesson=lesson.name))
        say()
        say(f"You did it, together! {lesson.goal}")
        say("Tell each other one thing that was new. Then stretch.")

    def _first(self, lesson: Lesson) -> Step:
        kept = self._family.track.progress.get(lesson.name)
        step = resume_at(lesson, kept.step if kept else None)
        if step is lesson.steps[0]:
            return step
        question = f"You were at {place_of(lesson, step.slug)}. Type 1 to start again. Enter goes on from there."
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
                say(SPEAKERS[part.reader])
                say(part.text, "  ")
            else:
                say("Picture:")
                for line in part.lines:
                    self._console.say_as_it_is(line)
                say("End of picture.")
        return self._practise(lesson, step)

    def _practise(self, lesson: Lesson, step: Step) -> str | None:
        if step.choice:
            return practices.choose(self._console, step.choice)
        if step.rewrite:
            practices.rewrite(self._console, step.rewrite, self._loaded(), self._country)
        elif step.sort:
            practices.sort(self._console, step.sort)
        elif step.chat:
            practices.talk(self._console, step.chat)
        elif step.doors:
            practices.open_doors(self._console, step.doors)
        elif step.show:
            practices.tick(self._console, step.show)
        elif step.received or step.decide or step.duel:
            apart.practise(self._console, step, self._loaded, self._family)
        elif step.promise:
            self._promise(lesson, step)
        else:
            self._console.ask("Press Enter to go on.")
        return None

    def _promise(self, lesson: Lesson, step: Step) -> None:
        if step.promise is None:
            return
        self._console.say(f"Child: {step.promise.child}")
        self._console.say(f"Grown-up: {step.promise.parent}")
        if self._console.choose("Type 1 if you both promise. Enter goes on.", 1) == 0:
            self._keep(partial(promise, lesson=lesson.name))
            self._console.say("You promised.")

    @property
    def _country(self) -> str:
        return home_country(self._family.country)

    def _loaded(self) -> CheckWithCounsel:
        """Return what checks and counsels; loading it takes a moment, so only when it is needed."""
        if self._check is None:
            self._console.say("One moment, Coach is getting ready.")
            self._check = self._load_check(self._family)
            if trouble := getattr(self._check, "trouble", ""):
                self._console.say(trouble)
        return self._check

    def _read_family(self) -> Family:
        try:
            family = self._file.read()
        except FamilyError as error:
            self._keeps = False
            self._console.say(f"{NOT_KEPT}\n{error}")
            return Family()
        if self._file.set_aside:
            self._console.say(f"The file with your progress was damaged. It was moved to {self._file.set_aside}")
        return family

    def _keep(self, change: Callable[[Family], Family]) -> None:
        """Change and save the family; if saving fails, say so once and go on."""
        self._family = change(self._family)
        if not self._keeps:
            return
        try:
            self._family = self._file.update(change)
        except FamilyError as error:
            self._keeps = False
            self._console.say(f"{NOT_KEPT}\n{error}")
