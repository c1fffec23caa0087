"""The family as it is now, and its file: where that cannot be written, the app says so once and goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.errors import FamilyError
from coach.family import FamilyFile
from coach.models import Family

NOT_KEPT = "How far you came cannot be kept today. You can go on."


class Keeper:
    """Reads and keeps what is known of a family."""

    def __init__(self, file: FamilyFile, tell: Callable[[str], None]) -> None:
        """Use a file; `tell` is called with words for what is wrong."""
        self.family = Family()
        self._file = file
        self._tell = tell
        self._keeps = True

    def read(self) -> Iterator[str]:
        """Read what was kept; gives words for whatever is wrong with it."""
        try:
            self.family = self._file.read()
        except FamilyError as error:
            self._keeps = False
            yield f"{NOT_KEPT}\n{error}"
        if self._file.set_aside:
            yield f"The file of how far you came was damaged. It is set aside as {self._file.set_aside}"

    def keep(self, change: Callable[[Family], Family]) -> None:
        """Change the family, and its file where that can be written.

        Raises:
            FamilyError: `change` raised it; nothing has changed then.
        """
        self.family = change(self.family)
        if not self._keeps:
            return
        try:
            self.family = self._file.update(change)
        except FamilyError as error:
            self._keeps = False
            self._tell(f"{NOT_KEPT}\n{error}")
