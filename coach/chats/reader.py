"""What a reader of one format is, and the file that it reads.

A module with readers names them in `READERS`; `coach.chats.finder` finds it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol

from coach.chats.archives import files_in, open_member
from coach.errors import InputError
from coach.models.thread import DateOrder, SystemLine, Turn, Unread
from coach.visible import visible

Read = Turn | Unread | SystemLine
"""What a reader yields for each record of a file: nothing is dropped in silence."""
START = 65_536
"""How many bytes at the beginning of a file a reader looks at to claim it."""


class UnclearDatesError(InputError):
    """Nobody can know whether a file writes the day or the month first."""


@dataclass(frozen=True, slots=True)
class ChatFile:
    """An exported file that can be opened more than once; a member of an archive is not copied to disk."""

    path: Path
    """Where it is; for a member of an archive, the archive."""
    member: str = ""
    """The name of the member, if it is one, with its folders."""
    pasted: bytes | None = None
    """The words themselves, if they were pasted or piped in and lie in no file."""

    def __str__(self) -> str:
        """Name it for people, without control characters."""
        return visible(f"{self.path}: {self.member}" if self.member else str(self.path))

    @property
    def name(self) -> str:
        """The file's own name, without its folders."""
        return self.member.rpartition("/")[2] or self.path.name

    @property
    def folder(self) -> str:
        """The name of the folder that it lies in; empty at the top of an archive."""
        return self.member.rpartition("/")[0].rpartition("/")[2] if self.member else self.path.parent.name

    def open(self) -> IO[bytes]:
        """Open it from its beginning.

        Raises:
            InputError: it cannot be opened.
        """
        if self.pasted is not None:
            return BytesIO(self.pasted)
        if self.member:
            return open_member(self.path, self.member)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise InputError(f"{self}: {error.strerror}\n    fix: name a file that you can read") from error

    def start(self) -> bytes:
        """Return its first bytes, up to `START`."""
        with self.open() as file:
            return file.read(START)

    def beside(self, name: str) -> ChatFile | None:
        """Return the file `name` from the same folder, or None; `../name` looks one folder up."""
        if self.pasted is not None:
            return None
        if not self.member:
            path = self.path.parent / name
            return ChatFile(path) if path.is_file() else None
        parts = self.member.split("/")[:-1]
        while name.startswith("../"):
            parts, name = parts[:-1], name.removeprefix("../")
        member = "/".join([*parts, name])
        return ChatFile(self.path, member) if member in files_in(self.path) else None


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
            InputError: the file as a whole cannot be read.
            UnclearDatesError: the order of its dates is unclear and `dates` is None; nothing was yielded yet.
        """
