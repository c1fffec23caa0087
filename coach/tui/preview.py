"""The app for authors: one lesson, redrawn whenever its file is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from coach.course import position_of, read_at
from coach.errors import AuthorError
from coach.locale import language_for, speak
from coach.models import AgeGroup, Comfort, Family, Lesson, Progress
from coach.tui.checking import Checker, Readiness, tell_followers
from coach.tui.dressed import DressedApp
from coach.tui.screens.faults import FaultsScreen
from coach.tui.screens.help import toggle_help
from coach.tui.screens.lesson import LessonScreen

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

PAUSE = 0.3
"""Seconds between two looks at the file."""
Stamp = tuple[int, int] | None
"""Modification time in nanoseconds, and size in bytes; None if there is no file."""


class PreviewApp(DressedApp):
    """Shows a lesson, or what is wrong with its file; keeps nothing."""

    TITLE = "Coach"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("f6", "turn_age", "Other age", priority=True),
        Binding("f1", "help", "Help", priority=True),
        Binding("ctrl+q", "quit", "Quit", priority=True),
    ]

    def __init__(self, path: Path, load_check: Callable[[Family], CheckWithCounsel]) -> None:
        super().__init__()
        self.animation_level = "none"
        self.checker = Checker(partial(load_check, Family()), self.show_readiness)
        self._path = path
        self._age = AgeGroup.YOUNGER
        self._seen: Stamp = None
        self._slug = ""
        self._place = 0

    def on_mount(self) -> None:
        """Show the lesson, then look for changes."""
        self.dress(Comfort())
        self._seen = stamp_of(self._path)
        self._draw()
        self.call_after_refresh(self.get_ready)
        self.set_interval(PAUSE, self._look)

    @work(exclusive=True, group="ready")
    async def get_ready(self) -> None:
        """Load the checker in a thread."""
        await self.checker.load()

    def show_readiness(self, readiness: Readiness) -> None:
        """Show how far the checker is, wherever a screen shows it."""
        tell_followers(self.screen_stack, readiness)

    def on_unmount(self) -> None:
        """Let go of the checker's thread."""
        self.checker.close()

    def on_ready_line_retry(self) -> None:
        """Try again."""
        self.get_ready()

    def on_lesson_screen_shown(self, event: LessonScreen.Shown) -> None:
        """Remember the step, to stay on it when the file changes."""
        self._slug, self._place = event.step.slug, position_of(event.lesson, event.step.slug)

    def on_go_home(self) -> None:
        """Start the lesson again; the preview has no home."""
        self._slug, self._place = "", 0
        self._draw()

    def action_turn_age(self) -> None:
        """Show what children of the other age group get."""
        self._age = AgeGroup.YOUNGER if self._age is AgeGroup.OLDER else AgeGroup.OLDER
        self._draw()

    def action_help(self) -> None:
        """Show help, or close it."""
        toggle_help(self)

    def _look(self) -> None:
        stamp = stamp_of(self._path)
        if stamp != self._seen:
            self._seen = stamp
            self._draw()

    def _draw(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        try:
            lesson = self._for_age(read_at(self._path))
            speak(language_for(lesson=lesson.language))
        except AuthorError as error:
            self.push_screen(FaultsScreen(error.faults))
        else:
            self.push_screen(LessonScreen(lesson, Progress(step=self._step_of(lesson)), self.checker))

    def _for_age(self, lesson: Lesson) -> Lesson:
        """The lesson for the age group shown, named in its title if the age groups differ."""
        if not lesson.older:
            return lesson
        return lesson.for_age(self._age).model_copy(update={"title": f"{lesson.title} ({self._age})"})

    def _step_of(self, lesson: Lesson) -> str:
        """The step shown before, or the one now in its place."""
        if any(step.slug == self._slug for step in lesson.steps):
            return self._slug
        return lesson.steps[min(max(self._place - 1, 0), len(lesson.steps) - 1)].slug


def stamp_of(path: Path) -> Stamp:
    """Time and size of a file, which change on every save."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
