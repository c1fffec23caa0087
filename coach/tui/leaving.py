"""Asks what becomes of typed words, and of a night that is half done, before screens close."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from coach.tui.screens.unkept import HoldsWords, StayScreen, Unended, UnkeptScreen


class Leaving:
    """Closes screens, or asks first."""

    def __init__(self, app: App[Any]) -> None:
        """Look at the screens of `app`."""
        self._app = app

    @property
    def is_asking(self) -> bool:
        """Whether the family is asked right now what becomes of their words."""
        return any(isinstance(screen, UnkeptScreen | StayScreen) for screen in self._app.screen_stack)

    def ask_before(self, go: Callable[[], object], *, quits: bool) -> None:
        """Call `go`, which closes screens; ask first about words that can be kept, then about what cannot.

        Args:
            go: closes the screens.
            quits: whether Coach itself is closed.
        """
        if self.is_asking:
            return
        holders = (screen for screen in self._app.screen_stack if isinstance(screen, HoldsWords))
        holder = next((holder for holder in holders if holder.has_unkept), None)
        if holder:
            self._app.push_screen(UnkeptScreen(holder, partial(self._ask_to_stay, go, quits=False)))
        else:
            self._ask_to_stay(go, quits=quits)

    def _ask_to_stay(self, go: Callable[[], object], *, quits: bool) -> None:
        screens = (screen for screen in self._app.screen_stack if isinstance(screen, Unended))
        question = next(filter(None, (screen.question_before(quits=quits) for screen in screens)), "")
        if question:
            self._app.push_screen(StayScreen(question, go, quits=quits))
        else:
            go()
