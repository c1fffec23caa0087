"""Widgets one line high: a line to write in, the line of keys, and how far the checker is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
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


class WorkingKey(NamedTuple):
    """A key that works now, as the last line shows it."""

    key: str
    display: str
    """How the key is called."""
    description: str
    """What it does, in the language of the family."""
    action: str
    is_disabled: bool
    tooltip: str

    @property
    def width(self) -> int:
        """The columns of the key, with the spaces around it."""
        return len(self.display) + len(self.description) + 3


class KeyLine(Footer):
    """Textual's footer, without keys that are half cut off, and made anew only when other keys work.

    Textual makes its keys anew with every focus. Each is first made compact and then wide, which styles it twice, and
    watches the footer, which holds it as long as the screen stays open. These keys are wide from the start.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._room = 0
        """The width for which the keys were chosen, in columns."""
        self._made_for: list[WorkingKey] = []

    def compose(self) -> ComposeResult:
        """The keys that work now, as many as fit."""
        self._room = self.size.width or self.app.size.width
        self._made_for = self._working()
        for one in fitting(self._made_for, self._room):
            key = FooterKey(one.key, one.display, one.description, one.action, one.is_disabled, one.tooltip)
            key.set_reactive(FooterKey.compact, value=False)
            yield key

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Look at the keys once what changed them has been drawn."""
        self._bindings_ready = True
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._follow)

    def on_resize(self, event: events.Resize) -> None:
        """Choose again if the width changed."""
        if event.size.width != self._room:
            self.call_after_refresh(self.recompose)

    async def _follow(self) -> None:
        if self.is_attached and self._working() != self._made_for:
            await self.recompose()

    def _working(self) -> list[WorkingKey]:
        found = dict[str, WorkingKey]()
        for _node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.show and binding.action not in found:
                display, words = self.app.get_key_display(binding), _(binding.description)
                found[binding.action] = WorkingKey(binding.key, display, words, binding.action, not enabled, tooltip)
        return list(found.values())


def fitting(keys: Sequence[WorkingKey], room: int) -> Iterator[WorkingKey]:
    """Yield as many keys as fit into `room` columns; the last give way first, but for those in `ALWAYS`."""
    left = room - sum(key.width for key in keys if key.key in ALWAYS)
    for key in keys:
        left -= 0 if key.key in ALWAYS else key.width
        if key.key in ALWAYS or left >= 0:
            yield key


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
