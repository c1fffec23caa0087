"""What a reader of one format is, and the file that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from coach.models.thread import DateOrder, SystemLine, Turn, Unread

Read = Turn | Unread | SystemLine
"""What a reader yields for each record of a file: nothing is dropped in silence."""


@dataclass(frozen=True, slots=True)
class ChatFile:
    """An exported file that can be opened more than once; a member of an archive is not copied to disk."""

    path: Path
    """Where it is; for a member of an archive, the archive."""
    member: str = ""
    """The name of the member, if it is one."""

    def open(self) -> IO[bytes]:
        """Open it from its beginning.

        Raises:
            InputError: it cannot be opened.
        """
        raise NotImplementedError


class ChatReader(Protocol):
    """Reads one format. Its module's docstring says where the form is described, and when that was looked at."""

    name: str
    """For people: `WhatsApp text`."""

    def claims(self, file: ChatFile, start: bytes) -> bool:
        """Return whether a file is in this format, by its first 64 KiB."""

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:
        """Yield every record, in the order of the conversation.

        Args:
            file: what to read; it may be opened twice.
            dates: how dates are written, if the family said so.

        Raises:
            InputError: the file as a whole cannot be read, or the order of day and month stays open and `dates` is None.
        """
