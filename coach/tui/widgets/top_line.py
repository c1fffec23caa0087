"""The line on top of every screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from coach.tui.shown import shown


class TopLine(Horizontal):
    """Where the family is, and how far."""

    DEFAULT_CSS = """
    TopLine {
        height: 1;
        padding: 0 1;
        background: $primary-muted;
        color: $text;
        text-style: bold;
        & > .where { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .place { width: auto; height: 1; padding-left: 2; }
    }
    """

    place: reactive[str] = reactive("")
    """How far the family is, on the right."""

    def __init__(self, where: str) -> None:
        self._where = where
        super().__init__()

    def compose(self) -> ComposeResult:
        """Both ends of the line."""
        yield Static(shown(self._where), classes="where")
        yield Static(classes="place")

    def watch_place(self, place: str) -> None:
        """Show how far the family is."""
        if self.is_mounted:
            self.query_one(".place", Static).update(shown(place))
