"""What a family sees at the end of a lesson."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from coach.models import Case, Lesson
from coach.tui.messages import OpenLesson
from coach.tui.safe_text import shown

DONE = "\u2713 You did it, together!"
NEW = "Tell each other one thing that was new. Then stretch."
LAST = "That was the last lesson for now. Next takes you home, where you can check a draft of your own."

CASE = "That was this week's case. The next one can wait until next week."
"""Said at the end of a case."""


class LastPage(VerticalScroll):
    """Well done, what it was for, and what comes next."""

    DEFAULT_CSS = """
    LastPage { padding: 1 2; }
    LastPage Static { height: auto; margin-bottom: 1; }
    LastPage .done { text-style: bold; color: $text-success; }
    """

    def __init__(self, lesson: Lesson, following: Lesson | None) -> None:
        super().__init__(can_focus=False)
        self._lesson = lesson
        self._following = following

    def compose(self) -> ComposeResult:
        """Words, and a button for the next lesson."""
        yield Static(DONE, markup=False, classes="done")
        yield Static(shown(self._lesson.goal), markup=False)
        yield Static(NEW, markup=False)
        if self._following:
            yield Static("What next? Press Next to go home, or keep going:", markup=False)
            yield Button(shown(f"Next lesson: {self._following.title}"), compact=True)
        else:
            yield Static(CASE if isinstance(self._lesson, Case) else LAST, markup=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask for the next lesson."""
        event.stop()
        if self._following:
            self.post_message(OpenLesson(self._following.name))
