"""A quiet line that says whether Coach can check words yet."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Button, Static

from coach.tui.checking import Checker, Readiness, readiness_in
from coach.tui.showing import shown


class ReadyLine(Horizontal):
    """Says that Coach is getting ready, is ready, or cannot and why; then it offers to try again."""

    DEFAULT_CSS = """
    ReadyLine { height: auto; color: $text-muted; padding: 0 1; }
    ReadyLine Static { width: 1fr; }
    ReadyLine Button { display: none; height: 1; min-width: 13; border: none; }
    ReadyLine.failed { color: $text-warning; }
    ReadyLine.failed Button { display: block; }
    """

    readiness: reactive[Readiness] = reactive(Readiness.COMING)
    """How far the checker is."""

    class Retry(Message):
        """Posted when the family wants Coach to get ready again."""

    def __init__(self, checker: Checker) -> None:
        super().__init__()
        self._checker = checker

    def compose(self) -> ComposeResult:
        """The words, and the button for a second try."""
        yield Static(self.readiness.value, markup=False)
        yield Button("Try again", compact=True)

    def on_mount(self) -> None:
        """Follow the app."""
        self.follow(readiness_in(self.app))

    def follow(self, readiness: Readiness) -> None:
        """Show how far the checker is."""
        self.readiness = readiness

    def watch_readiness(self) -> None:
        """Say it."""
        failed = self.readiness is Readiness.FAILED
        self.set_class(failed, "failed")
        words = f"{self.readiness} {self._checker.trouble}" if failed else self.readiness.value
        for line in self.query(Static):
            line.update(shown(words))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask for a second try."""
        event.stop()
        self.post_message(self.Retry())
