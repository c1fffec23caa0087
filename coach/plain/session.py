"""Plays lessons line by line, from start to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from coach.course import Course, about_others, another_case, is_done, night_of, place_in_night, this_weeks_case, today
from coach.family import FamilyFile, is_night_had, is_night_over, night_so_far, off_note
from coach.foreign import foreign_text
from coach.helplines import NOW, THANKS, lines_near, lines_said, said_of_age
from coach.locale import N_, _
from coach.models import Family, Lesson, Message
from coach.plain import practices
from coach.plain.console import Console, Left, WentBack
from coach.plain.lesson_walk import LessonWalk
from coach.plain.night import say_over
from coach.plain.plain_family import PlainFamily

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

BYE = N_("You can pick up here another day. Bye!")


class PlainSession:
    """A family, the lessons and a console."""

    def __init__(
        self,
        course: Course,
        family_file: FamilyFile,
        load_check: Callable[[Family], CheckWithCounsel],
        console: Console,
    ) -> None:
        self._course = course
        self._console = console
        self._family = PlainFamily(family_file, load_check, console)
        self._walk = LessonWalk(course, self._family, console).walk
        if course.said_of_packs:
            console.say(course.said_of_packs)

    def choose(self) -> None:
        """Let the family choose lessons or check drafts until they quit."""
        say = self._console.say
        try:
            while True:
                say(_("Coach: kind and careful messages, together. Nothing you type is sent."))
                menu = tuple(self._menu())
                for number, (words, _act) in enumerate(menu, 1):
                    say(f"{number}. {words}", "  ")
                for path in self._course.broken:
                    say(_("{name} cannot be opened: coach lessons lint {path}").format(name=path.name, path=path))
                chosen = self._console.choose(_("Type a number. q quits."), len(menu))
                if chosen is not None:
                    self._open(menu[chosen][1])
        except Left:
            say(_(BYE))

    def walk(self, lesson: Lesson) -> None:
        """Play one lesson."""
        self._until_left(partial(self._walk, lesson))

    def walk_night(self) -> None:
        """Play the family night of this week."""
        self._until_left(self._walk_night)

    def _until_left(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Left:
            self._console.say(_(BYE))

    def _menu(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """List what can be opened, with what opens it."""
        for lesson in self._course.lessons:
            yield (
                _("{title}, about {minutes} minutes").format(title=lesson.title, minutes=lesson.minutes),
                partial(self._walk, lesson),
            )
        yield _("Check a draft"), self._check_draft
        yield _("Look at a chat together"), self._look_at_chat
        family, day = self._family.family, today()
        case = this_weeks_case(self._course.cases, family.track, family.age, day)
        if case:
            case = about_others(case, family)
            about = (
                _("done this week")
                if is_done(family.track, case.name, day)
                else _("{minutes} minutes").format(minutes=case.minutes)
            )
            yield (
                _("This week's case: {title}, {about}").format(title=case.title, about=about),
                partial(self._walk, case),
            )
        another = another_case(self._course.cases, family.track, family.age, day)
        if another:
            another = about_others(another, family)
            words = _("Another case: {title}, about {minutes} minutes")
            yield words.format(title=another.title, minutes=another.minutes), partial(self._walk, another)
        about = self._said_of_night()
        yield _("Family night: ten minutes together{about}").format(about=about), self._walk_night
        yield _("People who help"), self._name_helpers

    def _said_of_night(self) -> str:
        """Say behind the night how far it is, or that this week had it."""
        family, day = self._family.family, today()
        so_far = night_so_far(family, day)
        if so_far and (place := place_in_night(night_of(self._course, family, day), so_far)):
            return _(", begun: {place}").format(place=place)
        return _(", had this week") if is_night_had(family, day) else ""

    def _walk_night(self) -> None:
        """Play the family night of this week, unless it was this evening."""
        family, day = self._family.family, today()
        if is_night_over(family, day):
            say_over(self._console)
        else:
            self._walk(night_of(self._course, family, day))

    def _open(self, act: Callable[[], None]) -> None:
        try:
            act()
        except WentBack:
            return

    def _check_draft(self) -> None:
        text = self._console.ask(_("Type what you want to send."))
        if foreign := foreign_text(text):
            self._console.say(
                _("This is {what}, not a message. Type the words of one message.").format(what=_(foreign.what))
            )
            return
        report = self._family.check()(Message(text=text))
        if report.said_of_length:
            self._console.say(report.said_of_length)
        practices.tell(self._console, report, self._family.check().counsel(report), self._family.country)
        if not report.flags:
            self._console.say(report.said_of_language or _("One message read. Nothing to look at again."))
        if self._family.family.off:
            self._console.say(off_note(self._family.family.off))

    def _name_helpers(self) -> None:
        """Say whom a child or a grown-up can call, and what to do now."""
        say, country = self._console.say, self._family.country
        lines = lines_near(country)
        say(_(THANKS))
        for line in lines_said(lines, country):
            say(line, "  ")
        say(said_of_age())
        say(_("Lines of another country: coach help-lines COUNTRY"))
        say(_(NOW))
        self._console.ask(_("Enter goes on."))

    def _look_at_chat(self) -> None:
        from coach.plain.chats import ChatSession

        ChatSession(self._console, self._family.check(), self._family.country, self._family.family.age).look()
