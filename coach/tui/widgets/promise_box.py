"""Two promises: the child's and the grown-up's."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widgets import Button, Static

from coach.models import Passage, Promise, Reader
from coach.tui.signs import FITS
from coach.tui.widgets.passages import PassageView

PROMISED = f"{FITS} You two promised this."


class PromiseBox(VerticalGroup):
    """What the two promise each other, and the button with which they do."""

    DEFAULT_CSS = """
    PromiseBox {
        & > .promised { display: none; padding: 0 1; text-style: bold; color: $text-success; }
        &.-promised > .promised { display: block; }
        &.-promised > Button { display: none; }
        & > Button { margin-left: 1; }
    }
    """

    class Promised(Message):
        """Posted when the two promised."""

    def __init__(self, promise: Promise, *, promised: bool) -> None:
        self._promise = promise
        super().__init__(classes="-promised" if promised else "")

    def compose(self) -> ComposeResult:
        """Both promises and the button."""
        promise = self._promise
        yield PassageView(Passage(reader=Reader.CHILD, text=promise.child, line=promise.line))
        yield PassageView(Passage(reader=Reader.PARENT, text=promise.parent, line=promise.line))
        yield Button("We promise", variant="success", compact=True)
        yield Static(PROMISED, classes="promised", markup=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Say that it is promised."""
        event.stop()
        self.add_class("-promised")
        self.post_message(self.Promised())
