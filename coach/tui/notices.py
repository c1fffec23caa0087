"""Notices that wait: each stays until it could be read and somebody is at the keyboard again."""

from __future__ import annotations

import time
from typing import Any

from textual import events
from textual.app import App

FOREVER = 7 * 24 * 3600.0
"""Seconds; nobody leaves Coach open for longer."""
LEAST, A_WORD = 4.0, 0.4
"""Seconds to read a notice: at least so many, and so many a word."""


class Notices:
    """Takes notices away at the first key or click after there was time to read them."""

    def __init__(self, app: App[Any]) -> None:
        """Look after the notices of `app`."""
        self._app = app
        self._read_at = 0.0
        """When the newest one can have been read; 0 while there is none."""

    def wait_for(self, words: str) -> None:
        """Leave time to read a notice that was shown just now."""
        self._read_at = max(self._read_at, time.monotonic() + max(LEAST, A_WORD * len(words.split())))

    def notice(self, event: events.Event) -> None:
        """Take in an event of the app."""
        if self._read_at and isinstance(event, events.Key | events.MouseDown) and time.monotonic() >= self._read_at:
            self._read_at = 0.0
            self._app.clear_notifications()
