"""The app in a browser: its driver, and the copy that a browser gets of a saved file."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Timer
from typing import Any

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver

PATIENCE = 2
"""Seconds that an app without a server has; what a family keeps was written when it changed."""
HANDED = " (the browser has a copy)"


class CoachWebDriver(WebDriver):
    """Textual's driver for browsers; an app that lost its server does not go on alone."""

    def run_input_thread(self) -> None:
        """Read what the browser sends until there is no more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
            end = Timer(PATIENCE, os._exit, (1,))
            end.daemon = True
            end.start()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Do what the server says: beside what Textual knows, `again` means that a page is new and empty."""
        if packet_type == "again":
            self._app.call_later(self._prepare_page)
        else:
            super().on_meta(packet_type, payload)

    def _prepare_page(self) -> None:
        """Have a new page show the app's own screen and tell of fingers; the resize that follows fills it."""
        self.write("\x1b[?1049h\x1b[?25l")
        self._enable_mouse_support()
        self._enable_bracketed_paste()


def hand_over(app: App[Any], path: Path) -> str:
    """Give a browser the file that was saved at `path`; gives words that say so, none in a terminal."""
    if not app.is_web:
        return ""
    app.deliver_binary(path)
    return HANDED
