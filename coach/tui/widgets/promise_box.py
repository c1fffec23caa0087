"""What the family promise each other, and a button to say so."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Input, Static

from coach.locale import N_, _
from coach.models import Promise
from coach.models.family import MAX_PROMISE
from coach.tui.safe_text import shown
from coach.tui.widgets.lines import LineBox

OWN = N_("or say it in your own words here")
KEPT = N_("\u2713 You promised. Coach will remember it.")


class PromiseBox(Vertical):
    """Both sides of a promise."""

    DEFAULT_CSS = """
    PromiseBox { height: auto; }
    PromiseBox Static { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; }
    PromiseBox LineBox { max-width: 76; height: 1; margin: 0 0 1 1; }
    PromiseBox .child { border-left: outer $success; margin-right: 4; }
    PromiseBox .parent { border-left: outer $primary; margin-left: 4; }
    """

    class Made(Message):
        """Posted when the family promises, in the child's `own` words if they are not empty."""

        def __init__(self, own: str = "") -> None:
            super().__init__()
            self.own = own

    def __init__(self, promise: Promise, *, made: bool, takes_own: bool = False) -> None:
        """Show a promise to be made, or one that was `made`; it may be worded anew if the box `takes_own` words."""
        super().__init__()
        self._takes_own = takes_own
        self._promise = promise
        self._made = made

    def compose(self) -> ComposeResult:
        """The child's side, the grown-up's side, the button."""
        yield Static(shown(_("\u25cf Child: {child}").format(child=self._promise.child)), markup=False, classes="child")
        yield Static(
            shown(_("\u25a0 Grown-up: {parent}").format(parent=self._promise.parent)), markup=False, classes="parent"
        )
        yield Static(_(KEPT) if self._made else "", markup=False, id="kept")
        if not self._made and self._takes_own:
            yield LineBox(placeholder=_(OWN), max_length=MAX_PROMISE, compact=True, id="own")
        if not self._made:
            yield Button(_("We promise"), variant="primary", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep it."""
        event.stop()
        self._make()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it too: Enter after one's own words is a promise."""
        event.stop()
        self._make()

    def _make(self) -> None:
        """Show the promise as it was made, and pass it on."""
        own = "".join(line.value.strip() for line in self.query(LineBox))
        if own:
            self.query_one(".child", Static).update(shown(_("\u25cf Child: {child}").format(child=own)))
        for done in self.query("LineBox, Button"):
            done.display = False
        self.query_one("#kept", Static).update(_(KEPT))
        self.post_message(self.Made(own))
