"""The line of keys at the foot of every screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer


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
