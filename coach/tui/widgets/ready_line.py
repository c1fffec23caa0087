"""The line that says whether Coach is ready to check."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from coach.tui.checker import Checker, Readiness
from coach.tui.shown import shown

GETTING_READY = "Coach is getting ready..."
READY = "Coach is ready."
FAILED = "Coach could not get ready."


class ReadyLine(Horizontal):
    """Says it in words, and offers to try again."""

    DEFAULT_CSS = """
    ReadyLine {
        height: auto;
        padding: 0 1;
        & > Static { width: 1fr; height: auto; color: $text-muted; }
        & > Button { display: none; }
        &.-failed > Static { color: $text-warning; }
        &.-failed > Button { display: block; }
    }
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        super().__init__()

    def compose(self) -> ComposeResult:
        """The words and the button."""
        yield Static()
        yield Button("Try again (F5)", action="app.get_ready", compact=True)

    def on_mount(self) -> None:
        """Say how it is now, and whenever that changes."""
        self._checker.changed.subscribe(self, self._tell)
        self._tell(self._checker.readiness)

    def _tell(self, readiness: Readiness) -> None:
        words = {
            Readiness.GETTING_READY: GETTING_READY,
            Readiness.READY: READY,
            Readiness.FAILED: f"{FAILED} {self._checker.trouble}",
        }
        self.set_class(readiness is Readiness.FAILED, "-failed")
        self.query_one(Static).update(shown(words[readiness]))
