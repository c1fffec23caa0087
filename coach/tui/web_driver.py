"""The app in a browser: its driver, and the copy that a browser gets of a saved file."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Timer
from typing import Any

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver

from coach.locale import N_, _

PATIENCE = 2
"""Seconds an app has after losing its server; everything kept is already saved."""
HANDED = N_(" (the browser has a copy)")


class CoachWebDriver(WebDriver):
    """Textual's driver for browsers; an app that lost its server ends."""

    def run_input_thread(self) -> None:
        """Read what the browser sends until it ends."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
            end = Timer(PATIENCE, os._exit, (1,))
            end.daemon = True
            end.start()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Handle a message from the server; `again`, which Textual does not know, means a new, empty page."""
        if packet_type == "again":
            self._app.call_later(self._prepare_page)
        else:
            super().on_meta(packet_type, payload)

    def _prepare_page(self) -> None:
        """Set up screen, mouse and paste on a new page; the resize that follows fills it."""
        self.write("\x1b[?1049h\x1b[?25l")
        self._enable_mouse_support()
        self._enable_bracketed_paste()


def hand_over(app: App[Any], path: Path) -> str:
    """Send the file saved at `path` to the browser and say so; do nothing in a terminal."""
    if not app.is_web:
        return ""
    app.deliver_binary(path)
    return _(HANDED)
