"""What is loaded once is set apart from the garbage collector: a collection that walked it would hold a key up.

No collection looks at it again. So nothing may be set apart while anything holds a screen on which somebody may have
written: their words would stay in memory after the screen was left.
"""

from __future__ import annotations

import gc
from typing import Any

from textual.app import App
from textual.screen import Screen

from coach.tui.screens.home import HomeScreen
from coach.tui.screens.too_small import FirstScreen

WITHOUT_WORDS = (FirstScreen, HomeScreen)
"""Screens on which nobody writes."""
REST = 2.0
"""Seconds after which nothing that a screen waited for holds it any more."""


class Apart:
    """Sets everything there is apart, once."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._is_done = False

    def now(self) -> None:
        """Do it, unless a screen with words may be held."""
        self._is_done = self._is_done or gc.get_freeze_count() > 0
        # By kinds, of which there are few: keys wait meanwhile.
        if not self._is_done and not any(map(_may_hold_words, set(map(type, gc.get_objects())))):
            gc.freeze()
            self._is_done = True

    def after_rest(self) -> None:
        """Do it a while after home was shown, if home is still shown."""
        if not self._is_done:
            # In the app's own context: the timer would hold on to the screen that was left.
            self._app.call_later(self._app.set_timer, REST, self._at_rest)

    def _at_rest(self) -> None:
        if not self._is_done and isinstance(self._app.screen, HomeScreen):
            gc.collect()
            self.now()


def _may_hold_words(kind: type) -> bool:
    return issubclass(kind, Screen) and not issubclass(kind, WITHOUT_WORDS)
