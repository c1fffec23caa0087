"""The family and its file: if it cannot be written, the app says so once and goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.errors import FamilyError
from coach.family.family_file import FamilyFile
from coach.locale import N_, _
from coach.models import Family

NOT_KEPT = N_("Your progress cannot be saved today, but you can go on.")


class Keeper:
    """Reads and saves a family."""

    def __init__(self, file: FamilyFile, tell: Callable[[str], None]) -> None:
        """Use a file; `tell` shows the family what went wrong."""
        self.family = Family()
        self._file = file
        self._tell = tell
        self._keeps = True

    def read(self) -> Iterator[str]:
        """Read the file; yield words for whatever is wrong with it."""
        try:
            self.family = self._file.read()
        except FamilyError as error:
            self._keeps = False
            yield f"{_(NOT_KEPT)}\n{error}"
        if self._file.set_aside:
            words = _("The file with your progress was damaged. It was moved to {path}")
            yield words.format(path=self._file.set_aside)

    def keep(self, change: Callable[[Family], Family]) -> None:
        """Change the family, and its file if that can be written.

        Raises:
            FamilyError: raised by `change`; nothing has changed then.
        """
        self.family = change(self.family)
        if not self._keeps:
            return
        try:
            self.family = self._file.update(change)
        except FamilyError as error:
            self._keeps = False
            self._tell(f"{_(NOT_KEPT)}\n{error}")
