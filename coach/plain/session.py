"""Plays lessons line by line, from start to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from coach.course import (
    Course,
    is_done,
    left_open,
    next_step,
    night_of,
    place_of,
    position_of,
    resume_at,
    this_weeks_case,
    today,
)
from coach.errors import FamilyError
from coach.family import FamilyFile, finish, had_night, is_night_had, promise, promise_again, remember
from coach.foreign import foreign_text
from coach.helplines import home_country
from coach.models import Case, Family, Lesson, Message, Night, Passage, Step
from coach.plain import apart, practices
from coach.plain.console import HELP, Console, Left, WentBack
from coach.plain.night import end_night
from coach.plain.practices import SPEAKERS

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

NOT_KEPT = "Your progress cannot be saved today, but you can go on."
LOOKED = "You have looked through it."
OPEN = "Some questions are still open. Answer them together and it is done, today or another day:"
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
        self._course, self._lessons = course, course.lessons
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
                menu = tuple(self._menu())
                for number, (words, _) in enumerate(menu, 1):
                    say(f"{number}. {words}", "  ")
                for path in self._course.broken:
                    say(f"{path.name} cannot be opened: coach lessons lint {path}")
                chosen = self._console.choose("Type a number. q quits.", len(menu))
                if chosen is not None:
                    self._open(menu[chosen][1])
        except Left:
            say(BYE)

    def walk(self, lesson: Lesson) -> None:
        """Play one lesson."""
        try:
            self._walk(lesson)
        except Left:
            self._console.say(BYE)

    def walk_night(self) -> None:
        """Play the family night of this week."""
        self.walk(self._night())

    def _menu(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """List what can be opened, with what opens it."""
        for lesson in self._lessons:
            yield f"{lesson.title}, about {lesson.minutes} minutes", partial(self._walk, lesson)
        yield "Check a draft", self._check_draft
        yield "Look at a chat together", self._look_at_chat
        family, day = self._family, today()
        case = this_weeks_case(self._course.cases, family.track, family.age, day)
        if case:
            about = "done this week" if is_done(family.track, case.name, day) else f"{case.minutes} minutes"
            yield f"This week's case: {case.title}, {about}", partial(self._walk, case)
        about = ", had this week" if is_night_had(family, day) else ""
        yield f"Family night: ten minutes together{about}", lambda: self._walk(self._night())

    def _night(self) -> Night:
        return night_of(self._course, self._family, today())

    def _open(self, act: Callable[[], None]) -> None:
        try:
            act()
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

    def _look_at_chat(self) -> None:
        from coach.plain.chats import ChatSession

        ChatSession(self._console, self._loaded(), self._country, self._family.age).look()

    def _walk(self, lesson: Lesson) -> None:
        say, lesson = self._console.say, lesson.for_age(self._family.age)
        say(f"{lesson.title}. {lesson.goal}")
        say(f"About {lesson.minutes} minutes for two. {HELP}")
        step: Step | None = self._first(lesson)
        before: list[Step] = []
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
            step = next_step(lesson, step.slug, goes_to)
        passed = {one.slug for one in before}
        say()
        if still_open := left_open(lesson, passed, answered):
            self._say_open(lesson, still_open)
        elif isinstance(lesson, Night):
            if lesson.case and not left_open(lesson.case, passed, answered):
                self._keep(partial(finish, lesson=lesson.case.name, day=today()))
            self._keep(partial(had_night, day=today()))
            end_night(self._console, self._course, self._family)
        else:
            self._keep(partial(finish, lesson=lesson.name, day=today() if isinstance(lesson, Case) else None))
            say(f"You did it, together! {lesson.goal}")
            say("Tell each other one thing that was new. Then stretch.")

    def _reach(self, lesson: Lesson, step: Step) -> None:
        """Remember the step to go on with; of a night, only those of its case."""
        if name := lesson.kept_as(step) if isinstance(lesson, Night) else lesson.name:
            self._keep(partial(remember, lesson=name, step=step.slug))

    def _say_open(self, lesson: Lesson, still_open: tuple[Step, ...]) -> None:
        """Say which questions are still open, and go on there the next time."""
        self._reach(lesson, still_open[0])
        self._console.say(f"{LOOKED} {OPEN}")
        for step in still_open:
            self._console.say(f"{place_of(lesson, step.slug)}: {step.heading}", "  ")

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
        elif step.pause:
            practices.count(self._console, step.pause)
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
            if isinstance(lesson, Night):
                self._keep(partial(promise_again, lesson=lesson.promises))
            else:
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
