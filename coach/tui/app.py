"""The app itself: which screen is shown, when the checker is made ready, and what is kept.

The first words are painted before lessons, family and screens are so much as imported: most of that waits for a thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from coach.tui.checking import Checker, Readiness, tell_followers
from coach.tui.commands import CoachCommands, Command
from coach.tui.family_app import FamilyApp
from coach.tui.keys import keys_of
from coach.tui.screens.too_small import LEAST, TooSmallScreen

if TYPE_CHECKING:
    from coach.course import Check, Course
    from coach.family import FamilyFile
    from coach.models import Family
    from coach.tui.screens.home import HomeScreen
    from coach.tui.screens.lesson import LessonScreen
    from coach.tui.widgets.last_page import LastPage
    from coach.tui.widgets.lines import ReadyLine

OPENING = "\n  Coach: kind and careful messages, together\n\n  Opening the lessons\u2026"
READERS = {
    False: ("Rules only", "Let the second reader keep silent: fewer questions, more misses"),
    True: ("Second reader too", "Let it look for what no rule knows: more found, and more asked in vain"),
}
"""What the palette offers, by whether the rules look alone now."""


class CoachApp(FamilyApp):
    """A parent and a child at one keyboard."""

    TITLE = "Coach"
    COMMANDS = {CoachCommands}
    CSS = """
    Button.-textual-compact { min-width: 8; }
    .-roomy PassageView { margin-bottom: 2; }
    .-roomy PracticeBox Button { margin-bottom: 1; }
    .-roomy .entry { margin-bottom: 2; }
    .-roomy HomeScreen OptionList > .option-list--option { padding-bottom: 1; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal")]
    BINDINGS = [
        Binding("f1", "help", "Help", priority=True),
        Binding("question_mark", "help", "Help", show=False),
        Binding("f2", "care", "People who help", priority=True, show=False),
        Binding("ctrl+q", "quit", "Quit", priority=True),
    ]

    readiness: reactive[Readiness] = reactive(Readiness.COMING)
    """How far the checker is."""

    def __init__(
        self,
        course: Course | Callable[[], Course],
        family_file: FamilyFile | Callable[[], FamilyFile],
        load_check: Callable[[Family], Check],
        open_lesson: str | None = None,
    ) -> None:
        """Make the app; where course and file are still to be read, the first words are painted before."""
        super().__init__()
        self.animation_level = "none"
        self.checker = Checker(lambda: load_check(self.family), self.cannot_check)
        self.trouble: Exception | None = None
        """Why the app could not begin, once it ended."""
        self._course, self._file = course, family_file
        self._open_lesson = open_lesson

    def compose(self) -> ComposeResult:
        """The first words."""
        yield Static(OPENING, markup=False)

    def on_mount(self) -> None:
        """Begin at once, or as soon as the first words are painted."""
        if callable(self._course) or callable(self._file):
            self.call_after_refresh(self.begin)
        else:
            self._begin_with(self._course, self._file)

    @work(exclusive=True, group="begin")
    async def begin(self) -> None:
        """Import and read in a thread what the app needs; end with `trouble` where that fails."""
        try:
            self._begin_with(*await asyncio.to_thread(self._read))
        except Exception as error:
            self.trouble = error
            self.exit(return_code=2)

    def _read(self) -> tuple[Course, FamilyFile]:
        import coach.tui.screens.home
        import coach.tui.screens.who  # noqa: F401

        course = self._course() if callable(self._course) else self._course
        return course, self._file() if callable(self._file) else self._file

    def _begin_with(self, course: Course, family_file: FamilyFile) -> None:
        """Show home, or the lesson that was asked for; then make the checker ready."""
        from coach.tui.screens.home import HomeScreen

        troubles = self.know(course, family_file)
        self._lessons = {lesson.name: lesson for lesson in course.lessons}
        self.show_comfort()
        self.home = HomeScreen(self.course, self.family, self.checker)
        self.show(self.home)
        if self._open_lesson:
            self.open_lesson(self._open_lesson)
        elif not self.family.was_asked:
            self.who_is_here()
        self.call_after_refresh(self.get_ready)
        for words in troubles:
            self.call_after_refresh(self.tell, words)

    @work(exclusive=True, group="ready")
    async def get_ready(self) -> None:
        """Load the checker in a thread, so that typing never waits for it."""
        self.readiness = Readiness.COMING
        self.readiness = await self.checker.load()

    def watch_readiness(self) -> None:
        """Tell all who show it."""
        tell_followers(self.screen_stack, self.readiness)

    def on_unmount(self) -> None:
        """Let go of the checker's thread."""
        self.checker.close()

    def on_ready_line_retry(self, event: ReadyLine.Retry) -> None:
        """Try again."""
        event.stop()
        self.get_ready()

    def cannot_check(self) -> None:
        """Say that checking failed, and offer another try."""
        self.readiness = Readiness.FAILED

    def open_lesson(self, name: str) -> None:
        """Show a lesson at the step to go on with."""
        from coach.tui.screens.lesson import LessonScreen

        progress, names = self.family.track.progress.get(name), list(self._lessons)
        following = self._lessons.get(next(iter(names[names.index(name) + 1 :]), ""))
        slug, promised = progress.step if progress else "", name in self.family.track.promises
        self.show(LessonScreen(self._lessons[name], slug, self.checker, following, promised=promised))

    def check_draft(self) -> None:
        """Show the screen on which a draft is checked."""
        from coach.tui.screens.check import CheckScreen

        self.show(CheckScreen(self.checker))

    def picture_lab(self) -> None:
        """Show how a screenshot can lie."""
        from coach.tui.screens.picture_lab import PictureLabScreen

        self.show(PictureLabScreen())

    def own_screenshot(self) -> None:
        """Show the screen on which parts of a screenshot are covered."""
        from coach.tui.screens.own_screenshot import OwnScreenshotScreen

        self.show(OwnScreenshotScreen())

    def go_home(self) -> None:
        """Show home with the progress as it is now."""
        self.show(self.home)
        self.home.show_family(self.family)

    def action_help(self) -> None:
        """Show help, or close it."""
        from coach.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        else:
            self.push_screen(HelpScreen(keys_of(self)))

    def on_resize(self, event: events.Resize) -> None:
        """Say kindly what is needed where the window is too small."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        small = size.width < LEAST[0] or size.height < LEAST[1]
        shown = isinstance(self.screen, TooSmallScreen)
        if small and not shown:
            self.push_screen(TooSmallScreen())
        elif shown and not small:
            self.pop_screen()

    def commands(self) -> Iterator[Command]:
        """What the command palette offers, once the app has begun."""
        if not self.has_begun:
            return
        from coach.tui.screens.settings import SETTINGS

        yield Command("Home", "All lessons", self.go_home)
        yield Command("Check a draft", "Look at words before you send them", self.check_draft)
        yield Command("Our agreement", "What you promise each other", self.our_agreement)
        yield Command("Picture lab", "How a screenshot can lie", self.picture_lab)
        yield Command("A screenshot of our own", "Cover names and numbers before you show it", self.own_screenshot)
        yield Command("People who help", "Lines to call, and what to do now", self.action_care)
        yield Command("Who is here", "Another child sits down", self.who_is_here)
        yield Command("Our own words", "For the grown-up: what strangers should not learn", self.own_words)
        for lesson in self._lessons.values():
            title = f"Lesson {lesson.number}: {lesson.title}"
            yield Command(title, "Open this lesson", partial(self.open_lesson, lesson.name))
        yield Command(*READERS[self.family.rules_only], partial(self.change, "reader", SETTINGS["reader"].turn))
        yield Command("Settings", "Colours, space, and how talks move", self.settings)
        yield Command("Help", "Keys, signs, and what Coach keeps", self.action_help)
        yield Command("Quit", "Leave Coach", self.exit)

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Open what was chosen."""
        actions = {
            "check": self.check_draft,
            "agreement": self.our_agreement,
            "lab": self.picture_lab,
            "screenshot": self.own_screenshot,
            "care": self.action_care,
            "who": self.who_is_here,
            "words": self.own_words,
            "settings": self.settings,
            "help": self.action_help,
            "quit": self.exit,
        }
        actions.get(event.action, partial(self.open_lesson, event.lesson))()

    def on_last_page_chosen(self, event: LastPage.Chosen) -> None:
        """Go on with the next lesson."""
        self.open_lesson(event.lesson.name)

    def on_left(self) -> None:
        """Go home."""
        self.go_home()

    def on_picture_lab_screen_own_asked(self) -> None:
        """Cover parts of a screenshot."""
        self.own_screenshot()

    def on_lesson_screen_shown(self, event: LessonScreen.Shown) -> None:
        """Keep the step to go on with."""
        from coach.family import remember

        self.keeper.keep(partial(remember, lesson=event.lesson.name, step=event.step.slug))

    def on_lesson_screen_finished(self, event: LessonScreen.Finished) -> None:
        """Keep that the end was reached."""
        from coach.family import finish

        self.keeper.keep(partial(finish, lesson=event.lesson.name))

    def on_lesson_screen_promised(self, event: LessonScreen.Promised) -> None:
        """Keep the promise."""
        from coach.family import promise

        self.keeper.keep(partial(promise, lesson=event.lesson.name))

    def show(self, screen: Screen[None]) -> None:
        """Show a screen above home and no other, if the window is large enough."""
        while self.screen is not self.home and len(self.screen_stack) > 1:
            self.pop_screen()
        if screen is not self.screen:
            self.push_screen(screen)
        self._fit(self.size)
