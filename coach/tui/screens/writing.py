"""A screen with one box to write in: letters and Ctrl+Z go into it wherever the focus is."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.screen import Screen

from coach.locale import N_
from coach.tui.first_letter import is_taken
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.draft_box import DraftBox


class WritingScreen(RoomyScreen, Screen[None]):
    """Sends what is typed beside its `box` into it; other lines and open lists keep their letters."""

    BINDINGS = [Binding("ctrl+z", "undo", N_("Undo"), show=False)]
    box: DraftBox

    def on_key(self, event: events.Key) -> None:
        """Go on writing, wherever the focus is."""
        if event.is_printable and event.character and not is_taken(self):
            event.stop().prevent_default()
            self.box.editor.focus()
            self.box.editor.insert(event.character)

    def action_undo(self) -> None:
        """Bring back the words before the last change."""
        self.box.editor.undo()
        self.box.editor.focus()
