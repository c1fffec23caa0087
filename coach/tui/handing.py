"""A saved file handed to the browser that shows the app: a tablet on the sofa has it too, not the computer alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

HANDED = " (the browser has a copy)"


def hand_over(app: App[Any], path: Path) -> str:
    """Give a browser the file that was saved at `path`; gives words that say so, none in a terminal."""
    if not app.is_web:
        return ""
    app.deliver_binary(path)
    return HANDED
