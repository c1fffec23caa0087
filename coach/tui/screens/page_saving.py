"""A screen that saves a page to print and says how that went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen
from textual.widgets import Static

from coach.errors import InputError
from coach.locale import _
from coach.tui.safe_text import plainly, shown
from coach.tui.web_driver import hand_over


class PageSavingScreen(Screen[None]):
    """Has a `#said` for what it says."""

    def say(self, words: str) -> None:
        """Say something below the boxes, if the family is still here."""
        if self.is_current:
            self.query_one("#said", Static).update(shown(words))

    def save_page(self, save: Callable[[Path], str], path: Path) -> None:
        """Save in a thread; the app finishes that even if the family goes home meanwhile.

        Args:
            save: writes the page to a file, and returns the characters that no font has.
            path: the file.
        """
        self.say(_("Saving\u2026"))
        self.app.run_worker(self._save_page(save, path), exclusive=True, group="save")

    async def _save_page(self, save: Callable[[Path], str], path: Path) -> None:
        try:
            lost = await asyncio.to_thread(save, path)
        except InputError as error:
            self.say(plainly(error))
        else:
            no_letters = (
                _(" No font here has these letters: {lost}. The .html has them all.").format(lost=lost) if lost else ""
            )
            self.say(
                _("Saved as {path}{copied}.{no_letters}").format(
                    path=path, copied=hand_over(self.app, path), no_letters=no_letters
                )
            )
