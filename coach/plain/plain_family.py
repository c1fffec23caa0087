"""The family of a plain session: read once, saved after each change, with the check that it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.family import FamilyFile
from coach.family.keeper import Keeper
from coach.helplines import home_country
from coach.locale import _, language_for, speak, trouble_with_language
from coach.models import Family
from coach.plain.console import Console

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel


class PlainFamily:
    """A family, its file, and what checks its drafts."""

    def __init__(self, file: FamilyFile, load_check: Callable[[Family], CheckWithCounsel], console: Console) -> None:
        self.keeper = Keeper(file, console.say)
        self._load_check = load_check
        self._console = console
        self._check: CheckWithCounsel | None = None
        speak(language_for())
        troubles = list(self.keeper.read())
        setting = self.family.comfort.language
        speak(language_for(setting))
        for trouble in filter(None, (trouble_with_language(setting), *troubles)):
            console.say(trouble)

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return self.keeper.family

    @property
    def country(self) -> str:
        """The two-letter country whose help lines come first."""
        return home_country(self.family.country)

    def check(self) -> CheckWithCounsel:
        """Return what checks and counsels; loading it takes a moment, so only when it is needed."""
        if self._check is None:
            self._console.say(_("One moment, Coach is getting ready."))
            self._check = self._load_check(self.family)
            if trouble := getattr(self._check, "trouble", ""):
                self._console.say(trouble)
        return self._check

    def keep(self, change: Callable[[Family], Family]) -> None:
        """Change and save the family; if saving fails, say so once and go on."""
        self.keeper.keep(change)
