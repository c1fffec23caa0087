"""The app itself: which screen is shown, when the checker is made ready, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual import work
from textual.app import App
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from coach.course import Check, Course
from coach.errors import FamilyError
from coach.family import FamilyFile, advice_on, finish, keep_word, leave_word, promise, remember
from coach.models import Family
from coach.tui.checking import Checker, Readiness
from coach.tui.commands import CoachCommands, Command
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.help import HelpScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.private_words import PrivateWordsScreen
from coach.tui.showing import safe
from coach.tui.widgets.last_page import LastPage
from coach.tui.widgets.ready_line import ReadyLine

NOT_KEPT = "How far you came cannot be kept today. You can go on."
RULES_ALONE = "From now on Coach looks for what its rules know, and nothing else."
BOTH_READ = "From now on the second reader looks too. It finds more, and is wrong more often."
READERS = {
    False: ("Rules only", "Let the second reader keep silent: fewer questions, more misses"),
    True: ("Second reader too", "Let it look for what no rule knows: more found, and more asked in vain"),
}
"""What the palette offers, by whether the rules look alone now."""


class CoachApp(App[None]):
    """A parent and a child at one keyboard."""

    TITLE = "Coach"
    COMMANDS = {CoachCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal")]
    BINDINGS = [
        Binding("f1", "help", "Help", priority=True),
        Binding("ctrl+q", "quit", "Quit", priority=True),
    ]

    readiness: reactive[Readiness] = reactive(Readiness.COMING)
    """How far the checker is."""

    def __init__(
        self,
        course: Course,
        family_file: FamilyFile,
        load_check: Callable[[Family], Check],
        open_lesson: str | None = None,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.family = Family()
        self.checker = Checker(lambda: load_check(self.family))
        self._course = course
        self._lessons = {lesson.name: lesson for lesson in course.lessons}
        self._family_file = family_file
        self._open_lesson = open_lesson
        self._keeps = True

    def on_mount(self) -> None:
        """Show home, or the lesson that was asked for; then make the checker ready."""
        troubles = list(self._read_family())
        self.home = HomeScreen(self._course, self.family, self.checker)
        self.push_screen(self.home)
        if self._open_lesson:
            self.open_lesson(self._open_lesson)
        self.call_after_refresh(self.get_ready)
        for words in troubles:
            self.call_after_refresh(self._tell, words)

    @work(exclusive=True, group="ready")
    async def get_ready(self) -> None:
        """Load the checker in a thread, so that typing never waits for it."""
        self.readiness = Readiness.COMING
        self.readiness = await self.checker.load()

    def on_unmount(self) -> None:
        """Let go of the checker's thread."""
        self.checker.close()

    def on_ready_line_retry(self, event: ReadyLine.Retry) -> None:
        """Try again."""
        event.stop()
        self.get_ready()

    def on_draft_box_failed(self) -> None:
        """Say that checking failed, and offer another try."""
        self.readiness = Readiness.FAILED

    def open_lesson(self, name: str) -> None:
        """Show a lesson at the step to go on with."""
        progress, names = self.family.track.progress.get(name), list(self._lessons)
        following = self._lessons.get(next(iter(names[names.index(name) + 1 :]), ""))
        slug, promised = progress.step if progress else "", name in self.family.track.promises
        self._show(LessonScreen(self._lessons[name], slug, self.checker, following, promised=promised))

    def check_draft(self) -> None:
        """Show the screen on which a draft is checked."""
        self._show(CheckScreen(self.checker))

    def own_words(self) -> None:
        """Show the screen of the family's private words."""
        self._show(PrivateWordsScreen(self.family.private_words))

    def change_reader(self) -> None:
        """Let the second reader look too, or the rules alone."""
        self._keep(lambda family: family.model_copy(update={"rules_only": not family.rules_only}))
        self._tell(RULES_ALONE if self.family.rules_only else BOTH_READ)
        self.get_ready()

    def go_home(self) -> None:
        """Show home with the progress as it is now."""
        while self.screen is not self.home and len(self.screen_stack) > 1:
            self.pop_screen()
        self.home.show_family(self.family)

    def action_help(self) -> None:
        """Show help, or close it."""
        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        else:
            self.push_screen(HelpScreen())

    def commands(self) -> Iterator[Command]:
        """What the command palette offers."""
        yield Command("Home", "All lessons", self.go_home)
        yield Command("Check a draft", "Look at words before you send them", self.check_draft)
        yield Command("Our own words", "For the grown-up: what strangers should not learn", self.own_words)
        for lesson in self._lessons.values():
            title = f"Lesson {lesson.number}: {lesson.title}"
            yield Command(title, "Open this lesson", partial(self.open_lesson, lesson.name))
        yield Command(*READERS[self.family.rules_only], self.change_reader)
        yield Command("Help", "Keys, signs, and where to find help", self.action_help)
        yield Command("Light or dark", "Other colours", self.action_change_theme)
        yield Command("Quit", "Leave Coach", self.exit)

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Open what was chosen."""
        actions = {"check": self.check_draft, "words": self.own_words, "help": self.action_help, "quit": self.exit}
        actions.get(event.action, partial(self.open_lesson, event.lesson))()

    def on_last_page_chosen(self, event: LastPage.Chosen) -> None:
        """Go on with the next lesson."""
        self.open_lesson(event.lesson.name)

    def on_lesson_screen_left(self) -> None:
        """Go home."""
        self.go_home()

    def on_check_screen_left(self) -> None:
        """Go home."""
        self.go_home()

    def on_private_words_screen_left(self) -> None:
        """Go home."""
        self.go_home()

    def on_private_words_screen_added(self, event: PrivateWordsScreen.Added) -> None:
        """Keep one more private word, and look for it from now on."""
        try:
            self._keep(partial(keep_word, kind=event.kind, words=event.words))
        except FamilyError as error:
            self._tell(str(error))
            return
        kept = next(word for word in reversed(self.family.private_words) if word.kind == event.kind)
        self._own_words_changed(advice_on(kept) or "Kept. Coach marks it in drafts from now on.")
        if isinstance(self.screen, PrivateWordsScreen):
            self.screen.added()

    def on_private_words_screen_removed(self, event: PrivateWordsScreen.Removed) -> None:
        """Keep a private word no more."""
        self._keep(partial(leave_word, which=str(event.number)))
        self._own_words_changed("Removed.")

    def _own_words_changed(self, said: str) -> None:
        if isinstance(self.screen, PrivateWordsScreen):
            self.screen.show_words(self.family.private_words, said)
        self.get_ready()

    def on_lesson_screen_shown(self, event: LessonScreen.Shown) -> None:
        """Keep the step to go on with."""
        self._keep(partial(remember, lesson=event.lesson.name, step=event.step.slug))

    def on_lesson_screen_finished(self, event: LessonScreen.Finished) -> None:
        """Keep that the end was reached."""
        self._keep(partial(finish, lesson=event.lesson.name))

    def on_lesson_screen_promised(self, event: LessonScreen.Promised) -> None:
        """Keep the promise."""
        self._keep(partial(promise, lesson=event.lesson.name))

    def _show(self, screen: Screen[None]) -> None:
        while self.screen is not self.home and len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)

    def _read_family(self) -> Iterator[str]:
        """Read what was kept; gives words for whatever is wrong with it."""
        try:
            self.family = self._family_file.read()
        except FamilyError as error:
            self._keeps = False
            yield f"{NOT_KEPT}\n{error}"
        if self._family_file.set_aside:
            yield f"The file of how far you came was damaged. It is set aside as {self._family_file.set_aside}"

    def _keep(self, change: Callable[[Family], Family]) -> None:
        """Change what is kept; where it cannot be written, say so once and go on."""
        self.family = change(self.family)
        if not self._keeps:
            return
        try:
            self.family = self._family_file.update(change)
        except FamilyError as error:
            self._keeps = False
            self._tell(f"{NOT_KEPT}\n{error}")

    def _tell(self, words: str) -> None:
        self.notify(safe(words), title="Coach", severity="warning", timeout=20, markup=False)
