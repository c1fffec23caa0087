"""Draws the app in a browser, and ends it with the server: nobody could see it any more."""

from __future__ import annotations

import os
from threading import Timer

from textual import messages
from textual.drivers.web_driver import WebDriver

PATIENCE = 2
"""Seconds that an app without a server has; what a family keeps was written when it changed."""


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
