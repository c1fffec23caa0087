"""A new label for a button that is on the screen."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Button


def relabel(button: Button, label: str | Content) -> None:
    """Give a button another label, and as much room as that takes: Textual alone keeps the old width."""
    button.label = label
    button.refresh(layout=True)
