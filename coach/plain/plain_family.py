"""The family of a plain session: read once, saved after each change, with the check that it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.errors import FamilyError
from coach.family import FamilyFile
from coach.helplines import home_country
from coach.models import Family
from coach.plain.console import Console

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

NOT_KEPT = "Your progress cannot be saved today, but you can go on."


class PlainFamily:
    """A family, its file, and what checks its drafts."""

    def __init__(self, file: FamilyFile, load_check: Callable[[Family], CheckWithCounsel], console: Console) -> None:
        self._file = file
        self._load_check = load_check
        self._console = console
        self._check: CheckWithCounsel | None = None
        self._keeps = True
        self.family = self._read()
        """The family as it is now."""

    @property
    def country(self) -> str:
        """The two-letter country whose help lines come first."""
        return home_country(self.family.country)

    def check(self) -> CheckWithCounsel:
        """Return what checks and counsels; loading it takes a moment, so only when it is needed."""
        if self._check is None:
            self._console.say("One moment, Coach is getting ready.")
            self._check = self._load_check(self.family)
        return self._check

    def _read(self) -> Family:
        try:
            family = self._file.read()
        except FamilyError as error:
            self._keeps = False
            self._console.say(f"{NOT_KEPT}\n{error}")
            return Family()
        if self._file.set_aside:
            self._console.say(f"The file with your progress was damaged. It was moved to {self._file.set_aside}")
        return family

    def keep(self, change: Callable[[Family], Family]) -> None:
        """Change and save the family; if saving fails, say so once and go on."""
        self.family = change(self.family)
        if not self._keeps:
            return
        try:
            self.family = self._file.update(change)
        except FamilyError as error:
            self._keeps = False
            self._console.say(f"{NOT_KEPT}\n{error}")
