"""Widgets one line high: a line to write in, the line of keys, and how far the checker is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Button, Footer, Input, Static

from coach.tui.checking import Checker, Readiness
from coach.tui.safe_text import safe, shown


class LineBox(Input):
    """An input that shows every character: control characters become U+FFFD."""

    def validate_value(self, value: str) -> str:
        """Make every character safe to show; offsets stay the same."""
        return safe(value)


class KeyLine(Footer):
    """Textual's footer, without its memory leak.

    The footer rebuilds its keys whenever the bindings change, and each key watches the footer. Textual drops a dead
    watcher only when the watched value changes, which never happens here: a screen that stays open would hold every key
    it ever showed.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def compose(self) -> ComposeResult:
        """The keys that work now."""
        self.mutate_reactive(Footer.compact)
        yield from super().compose()


class ReadyLine(Horizontal):
    """Says that Coach is getting ready or is ready; if it failed, says why and offers another try."""

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
        """Posted when the family wants another try."""

    def __init__(self, checker: Checker) -> None:
        super().__init__()
        self._checker = checker

    def compose(self) -> ComposeResult:
        """The words, and a button to try again."""
        yield Static(self.readiness.value, markup=False)
        yield Button("Try again", compact=True)

    def on_mount(self) -> None:
        """Begin with how far the checker is."""
        self.follow(self._checker.readiness)

    def follow(self, readiness: Readiness) -> None:
        """Show how far the checker is."""
        self.readiness = readiness

    def watch_readiness(self) -> None:
        """Update the words and the button."""
        failed = self.readiness is Readiness.FAILED
        self.set_class(failed, "failed")
        words = f"{self.readiness} {self._checker.trouble}" if failed else self.readiness.value
        for line in self.query(Static):
            line.update(shown(words))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask for another try."""
        event.stop()
        self.post_message(self.Retry())
