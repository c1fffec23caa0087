"""Widgets of one line: a line to write in, the line of keys, and how far the checker is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Button, Footer, Input, Static

from coach.tui.checking import Checker, Readiness
from coach.tui.safe_text import safe, shown


class LineBox(Input):
    """An input in which every character can be seen: what steers a terminal is U+FFFD before it is drawn."""

    def validate_value(self, value: str) -> str:
        """Every character as it may be shown; none is added or dropped."""
        return safe(value)


class KeyLine(Footer):
    """Textual's footer, which forgets the keys that it showed before.

    It makes its keys anew whenever others work, and each new one watches the footer. Textual lets go of a watcher that
    is gone only when the value that it watches changes, which here never happens: a screen that stays open as long as
    the app would hold every key it ever showed.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def compose(self) -> ComposeResult:
        """The keys that work now."""
        self.mutate_reactive(Footer.compact)
        yield from super().compose()


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
        """Begin with how far the checker is."""
        self.follow(self._checker.readiness)

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
