"""Typing on a screen with one box to write in: letters go into the box wherever the focus is."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, Select, TextArea

from coach.tui.widgets.draft_editor import DraftEditor


def type_on(editor: DraftEditor, event: events.Key) -> None:
    """Go back into the box with a letter that was typed beside it; other lines and open lists keep their letters."""
    focused = editor.screen.focused
    is_taken = isinstance(focused, Input | TextArea) or any(list_.expanded for list_ in editor.screen.query(Select))
    if event.is_printable and event.character and not is_taken:
        event.stop()
        editor.focus()
        editor.insert(event.character)
