"""Widgets one line high: a line to write in, the line of keys, and how far the checker is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Button, Footer, Input, Static
from textual.widgets._footer import FooterKey

from coach.locale import _
from coach.tui.checking import Checker, Readiness
from coach.tui.safe_text import safe, shown
from coach.tui.widgets.more_line import MoreLine

ALWAYS = frozenset({"escape", "ctrl+q", "f1"})
"""Keys that stay however narrow the window is: the way out, and help."""


class LineBox(Input):
    """An input that shows every character: control characters become U+FFFD; coming back to it selects nothing."""

    def on_mount(self) -> None:
        """Keep what is written when somebody comes back and goes on typing."""
        self.select_on_focus = False

    def validate_value(self, value: str) -> str:
        """Make every character safe to show; offsets stay the same."""
        return safe(value)


class KeyLine(Footer):
    """Textual's footer, without its memory leak and without keys that are half cut off.

    The footer rebuilds its keys whenever the bindings change, and each key watches the footer. Textual drops a dead
    watcher only when the watched value changes, which never happens here: a screen that stays open would hold every key
    it ever showed.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._room = 0
        """The width for which the keys were chosen."""

    def compose(self) -> ComposeResult:
        """The keys that work now, as many as fit."""
        self.mutate_reactive(Footer.compact)
        self._room = self.size.width or self.app.size.width
        yield from fitting(list(map(_translated, super().compose())), self._room)

    def on_resize(self, event: events.Resize) -> None:
        """Choose again if the width changed."""
        if event.size.width != self._room:
            self.call_after_refresh(self.recompose)


def _translated(key: Widget) -> Widget:
    """A key of the footer, described in the language of the family."""
    if isinstance(key, FooterKey):
        key.description = _(key.description)
    return key


def fitting(keys: Sequence[Widget], room: int) -> Iterator[Widget]:
    """Yield as many keys as fit into `room` columns; the last give way first, but for those in `ALWAYS`."""
    left = room - sum(_width(key) for key in keys if _stays(key))
    for key in keys:
        left -= 0 if _stays(key) else _width(key)
        if _stays(key) or left >= 0:
            yield key


def _stays(key: Widget) -> bool:
    return not isinstance(key, FooterKey) or key.key in ALWAYS


def _width(key: Widget) -> int:
    """The columns of a key in the footer, with the spaces around it."""
    return len(key.key_display) + len(key.description) + 3 if isinstance(key, FooterKey) else 0


class ReadyLine(Horizontal):
    """Says that Coach is getting ready or is ready; if it failed, says why and offers another try."""

    DEFAULT_CSS = """
    ReadyLine { height: auto; color: $text-muted; padding: 0 1; }
    ReadyLine .readiness { width: 1fr; }
    ReadyLine Button { display: none; height: 1; min-width: 13; border: none; }
    ReadyLine.failed { color: $text-warning; }
    ReadyLine.failed Button { display: block; }
    """

    readiness: reactive[Readiness] = reactive(Readiness.COMING)
    """How far the checker is."""

    class Retry(Message):
        """Posted when the family wants another try."""

    def __init__(self, checker: Checker, below: VerticalScroll | None = None) -> None:
        """Follow a checker; beside it say whether more of `below` is below."""
        super().__init__()
        self._checker = checker
        self._more = MoreLine(below) if below else None

    def compose(self) -> ComposeResult:
        """The words, and a button to try again."""
        yield Static(_(self.readiness.value), markup=False, classes="readiness")
        if self._more:
            yield self._more
        yield Button(_("Try again"), compact=True)

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
        words = f"{_(self.readiness)} {self._checker.trouble}" if failed else _(self.readiness)
        for line in self.query(".readiness").results(Static):
            line.update(shown(words))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask for another try."""
        event.stop()
        self.post_message(self.Retry())
