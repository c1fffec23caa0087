"""Which screen opens next, and with what.

Only the screens of a first start are imported at once; each other is imported when it first opens.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.screen import Screen

from coach.course import Course, about_others, today
from coach.family import is_night_over
from coach.locale import N_, _, language_for, speak, spoken
from coach.models import NIGHT, Lesson
from coach.tui.checking import Checker
from coach.tui.family_service import FamilyService
from coach.tui.first_minute import FirstMinute
from coach.tui.leaving import Leaving
from coach.tui.messages import Destination
from coach.tui.path import next_on_path
from coach.tui.screens.help import toggle_help
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.too_small import fit
from coach.tui.screens.who import WhoScreen
from coach.tui.set_apart import Apart

ONLY_RULES = N_("Check drafts by the rules only? Coach then misses more of what may hurt.")


def lesson_on(screen: Screen[Any]) -> str:
    """Return the name of the lesson on a screen; empty if there is none."""
    return getattr(getattr(screen, "lesson", None), "name", "")


class Router:
    """Opens screens above home, one at a time."""

    def __init__(self, app: App[Any], course: Course, service: FamilyService, checker: Checker) -> None:
        """Make home; nothing is shown before `go_home`."""
        self.app = app
        """The app whose screens it opens."""
        self._service = service
        self._checker = checker
        self._course = course
        self.lessons = {lesson.name: lesson for lesson in course.lessons}
        """Every lesson, by its name."""
        self.apart = Apart(app)
        """Sets what was loaded apart from the garbage collector."""
        self._home = HomeScreen(course, service, checker)
        self._leaving = Leaving(app)
        self._language = spoken()
        """The language of every screen but those of a lesson in another one."""
        self._first_minute = FirstMinute()
        self._openers: dict[Destination, Callable[[], object]] = {
            Destination.CHECK: self.check_draft,
            Destination.CHAT: self.look_at_chat,
            Destination.NIGHT: self.family_night,
            Destination.AGREEMENT: self.our_agreement,
            Destination.LAB: self.picture_lab,
            Destination.SCREENSHOT: self.own_screenshot,
            Destination.CARE: self.care,
            Destination.WHO: self.who_is_here,
            Destination.WELCOME: self.welcome,
            Destination.COMPANION: self.choose_companion,
            Destination.WORDS: self.own_words,
            Destination.SETTINGS: self.settings,
            Destination.HELP: self.help,
            Destination.QUIT: self.quit,
        }

    def begin(self, lesson: str | None) -> None:
        """Show home, and above it the lesson asked for or, on the first start, a welcome.

        Where there is more than one child, ask first who is here.
        """
        self.show(self._home)
        if len(self._service.family.members) > 1:
            self.show(WhoScreen(self._service, partial(self.open_lesson, lesson) if lesson else None))
        elif lesson:
            self.open_lesson(lesson)
        elif not self._service.family.was_asked:
            self.welcome()

    def go_to(self, destination: Destination) -> None:
        """Open anything but home and a lesson."""
        self._openers[destination]()

    def go_home(self) -> None:
        """Show home with the progress as it is now."""
        self.leave(self._show_home)

    def _show_home(self) -> None:
        left = next((name for name in map(lesson_on, self.app.screen_stack) if name in self.lessons), "")
        self._show(self._home)
        if self._home.language in {"", spoken()}:
            self._home.show_family(left)
        else:
            self._make_home_anew()
        if self._checker.is_ready:
            self.apart.after_rest()

    def open_lesson(self, name: str) -> None:
        """Show a lesson or case at the step to go on with, or the family night."""
        from coach.tui.screens.lesson import LessonScreen
        from coach.tui.widgets.step_memory import PromiseSoFar

        if name == NIGHT:
            self.family_night()
        lesson = self._course.called(name)
        if lesson is None:
            return
        track = self._service.family.track
        promise = PromiseSoFar(is_made=name in track.promises, own=track.own_words(name))
        lesson = about_others(lesson, self._service.family).for_age(self._service.age)
        progress = track.progress.get(name)
        screen = LessonScreen(lesson, progress, self._checker, self._after(name), promise=promise)
        self.show(screen, lesson.language)

    def check_draft(self) -> None:
        """Show the screen that checks a draft."""
        from coach.tui.screens.check import CheckScreen

        self.show(CheckScreen(self._checker))

    def look_at_chat(self) -> None:
        """Show the screen where a family walks through a chat."""
        from coach.tui.screens.chat import ChatScreen

        self.show(ChatScreen(self._checker))

    def picture_lab(self) -> None:
        """Show how a screenshot can lie."""
        from coach.tui.screens.picture_lab import PictureLabScreen

        self.show(PictureLabScreen())

    def own_screenshot(self) -> None:
        """Show the screen that covers parts of a screenshot."""
        from coach.tui.screens.own_screenshot import OwnScreenshotScreen

        self.show(OwnScreenshotScreen())

    def family_night(self) -> None:
        """Show the family night of this week, or that today's is over."""
        from coach.tui.screens.night import NightScreen
        from coach.tui.screens.night_over import NightOverScreen

        self.speak()
        family = self._service.family
        if is_night_over(family, today()):
            following = next_on_path(self._course.lessons, family.track.progress)
            self.show(NightOverScreen(self._service, following))
        else:
            self.show(NightScreen(self._service.played.night, self._service, self._checker))

    def certificate(self) -> None:
        """Show the certificate at the end of the course."""
        from coach.tui.screens.certificate import CertificateScreen

        shipped = len(self._course.lessons) - len(self._course.own & set(self.lessons))
        self.show(CertificateScreen(self._service.family.playing, shipped))

    def choose_companion(self) -> None:
        """Show all companions, above any screen."""
        from coach.tui.screens.companions import CompanionsScreen

        self._home.app.push_screen(CompanionsScreen(self._service))

    def our_agreement(self) -> None:
        """Show the agreement, or the promises made so far."""
        from coach.tui.screens.agreement import AgreementScreen

        self.show(AgreementScreen(self._service, self._checker))

    def own_words(self) -> None:
        """Show the family's private words."""
        from coach.tui.screens.private_words import PrivateWordsScreen

        self.show(PrivateWordsScreen(self._service))

    def welcome(self) -> None:
        """Show the first minute."""
        from coach.tui.screens.welcome import WelcomeScreen

        self.show(WelcomeScreen(self._checker, self._first_minute))

    def who_is_here(self) -> None:
        """Show the children, and a line for a new one."""
        self.show(WhoScreen(self._service, kept=self._first_minute))

    def settings(self) -> None:
        """Show the settings."""
        from coach.tui.screens.settings import SettingsScreen

        self.show(SettingsScreen(self._service, self.turn))

    def turn(self, preference: str) -> None:
        """Give a preference its next value; ask first where that looks at less, and show all companions."""
        go = partial(self._service.turn, preference)
        self.app.clear_notifications()  # of the value before
        if preference == "companion":
            self.choose_companion()
        elif preference == "country":
            self.care(asks=True)
        elif preference == "reader" and not self._service.family.rules_only:
            self.ask(_(ONLY_RULES), go)
        else:
            go()

    def ask(self, question: str, go: Callable[[], object]) -> None:
        """Ask a question above any screen, and call `go` after a yes."""
        from coach.tui.screens.sure import SureScreen

        self.app.push_screen(SureScreen(question, go))

    def care(self, *, asks: bool = False) -> None:
        """Show people who help above any screen, or close them; where it `asks`, begin with the country."""
        from coach.helplines import pack_lines, read_helplines
        from coach.tui.screens.care import CareScreen

        if isinstance(self.app.screen, CareScreen):
            self.app.pop_screen()
        else:
            self.app.push_screen(CareScreen((*read_helplines(), *pack_lines()), self._service, asks=asks))

    def help(self) -> None:
        """Show help above any screen, or close it."""
        toggle_help(self.app)

    def show_preferences(self) -> None:
        """Update the settings, if they are open; if another language was chosen, show them anew, and home too."""
        from coach.tui.screens.settings import SettingsScreen

        if self._language_for() != self._language:
            self.speak()
            self._make_home_anew()
            self.show(SettingsScreen(self._service, self.turn, first="language"))
            return
        self._home.show_company()
        for screen in self.app.screen_stack:
            if isinstance(screen, SettingsScreen):
                screen.show_preferences()

    def speak(self) -> None:
        """Speak the language of the family."""
        speak(self._language_for())
        self._language = spoken()

    def _make_home_anew(self) -> None:
        """Show a home in the language that is spoken now, in place of one in another."""
        self._home, old = HomeScreen(self._course, self._service, self._checker), self._home
        while old in self.app.screen_stack:
            self.app.pop_screen()
        self.app.push_screen(self._home)

    def _language_for(self, lesson: str = "") -> str:
        return language_for(self._service.family.comfort.language, lesson)

    def show(self, screen: Screen[None], language: str = "") -> None:
        """Show a screen above home and no other, if the window is large enough and the family does not stay.

        Args:
            screen: the screen.
            language: the language of the lesson on it; empty for any other screen.
        """
        self.leave(partial(self._show, screen, language))

    def leave(self, go: Callable[[], object]) -> None:
        """Call `go`, which closes screens; where one holds words, ask first."""
        self._leaving.ask_before(go, quits=False)

    def quit(self, go: Callable[[], object] | None = None) -> None:
        """Close Coach, or call `go`, which does; amid a family night, and where words would be lost, ask first."""
        self._leaving.ask_before(go or self.app.exit, quits=True)

    @property
    def is_asking(self) -> bool:
        """Whether the family is asked right now what becomes of their words."""
        return self._leaving.is_asking

    def _show(self, screen: Screen[None], language: str = "") -> None:
        speak(self._language_for(language))
        while self.app.screen is not self._home and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        if screen is not self.app.screen:
            self.app.push_screen(screen)
        fit(self.app, self.app.size)

    def _after(self, name: str) -> Lesson | None:
        names = list(self.lessons)
        return self.lessons.get(next(iter(names[names.index(name) + 1 :]), "")) if name in names else None
