"""What the family promise each other, and a button to say so."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Promise
from coach.tui.safe_text import shown

KEPT = N_("\u2713 You promised. Coach will remember it.")


class PromiseBox(Vertical):
    """Both sides of a promise."""

    DEFAULT_CSS = """
    PromiseBox { height: auto; }
    PromiseBox Static { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; }
    PromiseBox .child { border-left: outer $success; margin-right: 4; }
    PromiseBox .parent { border-left: outer $primary; margin-left: 4; }
    """

    class Made(Message):
        """Posted when the family promises."""

    def __init__(self, promise: Promise, *, made: bool) -> None:
        super().__init__()
        self._promise = promise
        self._made = made

    def compose(self) -> ComposeResult:
        """The child's side, the grown-up's side, the button."""
        yield Static(shown(_("\u25cf Child: {child}").format(child=self._promise.child)), markup=False, classes="child")
        yield Static(
            shown(_("\u25a0 Grown-up: {parent}").format(parent=self._promise.parent)), markup=False, classes="parent"
        )
        yield Static(_(KEPT) if self._made else "", markup=False, id="kept")
        if not self._made:
            yield Button(_("We promise"), variant="primary", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep it."""
        event.stop()
        event.button.display = False
        self.query_one("#kept", Static).update(_(KEPT))
        self.post_message(self.Made())
