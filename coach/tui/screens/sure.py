"""Asks once before something that takes safety or kept things away."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button

from coach.locale import N_, _
from coach.tui.screens.dialog import DialogScreen

NO, YES = N_("No"), N_("Yes")


class SureScreen(DialogScreen):
    """One question; No comes first, and Escape is No."""

    AUTO_FOCUS = "#no"
    BINDINGS = [Binding("escape", "close", NO, show=False)]
    DEFAULT_CSS = "SureScreen Button { margin-right: 2; }"

    def __init__(self, question: str, go: Callable[[], object]) -> None:
        """Ask `question`, and call `go` after a yes."""
        super().__init__()
        self._question = question
        self._go = go

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield from self.asked(
            self._question,
            Button(_(NO), id="no", variant="primary", compact=True),
            Button(_(YES), id="yes", compact=True),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close, and go on after a yes."""
        event.stop()
        self.dismiss()
        if event.button.id == "yes":
            self.app.call_later(self._go)

    def action_close(self) -> None:
        """Leave everything as it is."""
        self.dismiss()
