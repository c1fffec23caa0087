"""The app itself: it begins, makes the checker ready, and passes on what screens ask.

The first words are painted before lessons, family and screens are even imported; a thread does most of that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from coach.locale import N_, _, trouble_with_language
from coach.tui.checking import Checker, Readiness, tell_followers
from coach.tui.commands import CoachCommands, Command, RoomyPalette, commands_of
from coach.tui.dressed import DressedApp
from coach.tui.messages import Deed, DeedDone, OpenDestination, OpenLesson
from coach.tui.notices import FOREVER, Notices
from coach.tui.safe_text import safe
from coach.tui.screens.help import toggle_help
from coach.tui.screens.too_small import fit

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel
    from coach.course import Course
    from coach.family import FamilyFile
    from coach.models import Family
    from coach.tui.family_service import FamilyService
    from coach.tui.router import Router
    from coach.tui.screens.lesson import LessonScreen
    from coach.tui.screens.promising import PromisingScreen

OPENING = N_("\n  Coach: kind and careful messages, together\n\n  Opening the lessons\u2026")

NO_COPIES = N_("Copying is off. You can turn it on in Settings (F6).")
PLAIN = N_("Go on line by line? These screens close. Type coach in the terminal to open them again.")
NO_LINES = N_("A browser cannot go line by line. In a terminal, type: coach --plain")


class CoachApp(DressedApp):
    """A parent and a child at one keyboard."""

    TITLE = "Coach"
    COMMANDS = {CoachCommands}
    BINDINGS = [
        Binding("f1", "help", N_("Help"), priority=True),
        Binding("question_mark", "help", N_("Help"), show=False),
        Binding("f2", "care", N_("People who help"), priority=True, show=False),
        Binding("f6", "settings", N_("Settings"), priority=True, show=False),
        Binding("ctrl+q", "quit", N_("Quit"), priority=True),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]

    last_deed = Deed.NOTHING
    """What the two did last, for their companion."""
    service: FamilyService
    """The family; there once the app has begun."""
    router: Router
    """What opens screens; there once the app has begun."""

    def __init__(
        self,
        course: Course | Callable[[], Course],
        family_file: FamilyFile | Callable[[], FamilyFile],
        load_check: Callable[[Family], CheckWithCounsel],
        open_lesson: str | None = None,
    ) -> None:
        """Make the app; a course or file given as a callable is read after the first paint."""
        super().__init__()
        self.animation_level = "none"
        self.checker = Checker(lambda: load_check(self.family), self.show_readiness)
        self.notices = Notices(self)
        self.wants_plain = False
        """Whether the family asked to go on line by line, as for a screen reader."""
        self.trouble: Exception | None = None
        """Why the app could not begin, if it could not."""
        self._course, self._file = course, family_file
        self._open_lesson = open_lesson

    @property
    def has_begun(self) -> bool:
        """Whether course and family are known."""
        return hasattr(self, "router")

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return self.service.family

    def compose(self) -> ComposeResult:
        """Paint the first words."""
        yield Static(_(OPENING), markup=False)

    def on_mount(self) -> None:
        """Begin at once, or as soon as the first words are painted."""
        if callable(self._course) or callable(self._file):
            self.call_after_refresh(self.begin)
        else:
            self._begin_with(self._course, self._file)

    @work(exclusive=True, group="begin")
    async def begin(self) -> None:
        """Import and read in a thread what the app needs; end with `trouble` if that fails."""
        try:
            self._begin_with(*await asyncio.to_thread(self._read))
        except Exception as error:
            self.trouble = error
            self.exit(return_code=2)

    def _read(self) -> tuple[Course, FamilyFile]:
        import coach.tui.router  # noqa: F401

        course = self._course() if callable(self._course) else self._course
        return course, self._file() if callable(self._file) else self._file

    def _begin_with(self, course: Course, family_file: FamilyFile) -> None:
        """Show the first screen, then make the checker ready."""
        from coach.tui.family_service import FamilyService
        from coach.tui.router import Router

        self.service = FamilyService(course, family_file, self.tell, self.get_ready, self.follow_preferences)
        self.router = Router(self, course, self.service, self.checker)
        self.router.speak()
        self.dress(self.family.comfort)
        self.router.begin(self._open_lesson)
        self.call_after_refresh(self.get_ready)
        trouble = trouble_with_language(self.family.comfort.language)
        for words in filter(None, (trouble, course.said_of_packs, *self.service.troubles)):
            self.call_after_refresh(self.tell, words)

    @work(exclusive=True, group="ready")
    async def get_ready(self) -> None:
        """Load the checker in a thread, so that typing never waits for it."""
        await self.checker.load()
        if self.checker.is_ready:
            self.router.apart.now()
        if self.checker.note:
            self.tell(self.checker.note)

    def follow_preferences(self) -> None:
        """Look as the family likes, and update the settings if they are open."""
        self._show_companions()  # a class that changes while the looks are read again is not looked up
        self.dress(self.family.comfort)
        self.router.show_preferences()

    def _show_companions(self) -> None:
        from coach.tui.widgets.companion import Companion, CompanionLine, CompanyButton

        for each in (each for screen in self.screen_stack for each in screen.query(Widget)):
            if isinstance(each, Companion | CompanionLine | CompanyButton):
                each.show()

    def tell(self, words: str) -> None:
        """Show the family a message until it was read."""
        # In the app's own context: one that waits would hold on to the screen in whose context it was made.
        self.call_later(self._notify, words)

    def _notify(self, words: str) -> None:
        self.notify(safe(words), title="Coach", severity="warning", timeout=FOREVER, markup=False)
        self.notices.wait_for(words)

    def commands(self) -> Iterable[Command]:
        """What the command palette offers, once the app has begun."""
        return commands_of(self.router, self.service) if self.has_begun else ()

    def action_command_palette(self) -> None:
        """Show what Coach can do."""
        if not isinstance(self.screen, RoomyPalette):
            self.push_screen(RoomyPalette(placeholder=_("Search for commands\u2026")))

    async def action_quit(self) -> None:
        """Leave; amid a family night, and where words would be lost, ask once."""
        if self.has_begun and not self.router.is_asking:
            self.router.quit()
        else:
            self.exit()

    def action_help(self) -> None:
        """Show help, or close it."""
        toggle_help(self)

    def action_care(self) -> None:
        """Show people who help, or close them."""
        if self.has_begun:
            self.router.care()

    def action_settings(self) -> None:
        """Show the settings."""
        if self.has_begun and not self.router.is_asking:
            self.router.settings()

    async def on_event(self, event: events.Event) -> None:
        """Take notices away once somebody who read them is here."""
        self.notices.notice(event)
        await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the terminal's own way (OSC 52), if the family allows it."""
        if self.has_begun and not self.family.comfort.copies:
            self.tell(_(NO_COPIES))
        else:
            super().copy_to_clipboard(text)

    def on_go_plain(self) -> None:
        """Close, and go on line by line; a browser has no lines."""
        if self.is_web:
            self.tell(_(NO_LINES))
        else:
            self.router.ask(_(PLAIN), partial(self.router.quit, self._leave_for_plain))

    def _leave_for_plain(self) -> None:
        self.wants_plain = True
        self.exit()

    def show_readiness(self, readiness: Readiness) -> None:
        """Show how far the checker is, wherever a screen shows it."""
        tell_followers(self.screen_stack, readiness)

    def on_unmount(self) -> None:
        """Let go of the checker's thread."""
        self.checker.close()

    def on_resize(self, event: events.Resize) -> None:
        """Ask for more room if the window is too small."""
        fit(self, event.size)

    def on_ready_line_retry(self) -> None:
        """Try again."""
        self.get_ready()

    def on_go_home(self) -> None:
        """Go home."""
        self.router.go_home()

    def on_open_lesson(self, event: OpenLesson) -> None:
        """Open a lesson."""
        self.router.open_lesson(event.name)

    def on_open_destination(self, event: OpenDestination) -> None:
        """Open anything else."""
        self.router.go_to(event.destination)

    def on_open_certificate(self) -> None:
        """Open the certificate."""
        self.router.certificate()

    def on_deed_done(self, event: DeedDone) -> None:
        """Remember it for the companion, until Coach is closed."""
        self.last_deed = event.deed

    def on_companion_pressed(self) -> None:
        """Let the child choose another companion."""
        self.router.choose_companion()

    def on_lesson_screen_shown(self, event: LessonScreen.Shown) -> None:
        """Remember the step to go on with."""
        self.service.played.reach(event.lesson.name, event.step.slug)

    def on_lesson_screen_looked_through(self, event: LessonScreen.LookedThrough) -> None:
        """Remember which question was left open."""
        self.service.played.look_through(event.lesson.name, event.step.slug)

    def on_lesson_screen_answered(self, event: LessonScreen.Answered) -> None:
        """Remember that a question was answered."""
        self.service.played.note_answer(event.lesson.name)

    def on_lesson_screen_finished(self, event: LessonScreen.Finished) -> None:
        """Remember that the end was reached."""
        self.service.played.finish(event.lesson.name, comes_back=event.lesson.comes_back)

    def on_promising_screen_promised(self, event: PromisingScreen.Promised) -> None:
        """Remember the promise."""
        self.service.promise(event.lesson.name, event.own)

    def on_promising_screen_took_back(self, event: PromisingScreen.TookBack) -> None:
        """Forget the promise."""
        self.service.take_back(event.lesson.name)
