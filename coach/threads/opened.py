"""Opens what a family exported: turns in order, and a note of everything that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from coach.chats.finder import FoundChat, FoundChats, find_chats, find_pasted, find_piped
from coach.errors import InputError
from coach.models.thread import DateOrder, Turn, Unread

MOST_UNREAD = 10_000
"""How many unread lines are kept one by one; all are counted."""


class OpenedChat:
    """The conversations of a file, an archive or a folder; their turns can be read more than once."""

    def __init__(self, found: FoundChats, dates: DateOrder | None = None) -> None:
        self._found = found.chats
        self._dates = dates
        self.others = tuple(str(file) for file in found.others)
        """Files of text beside them that no reader knows."""
        self.is_file = False
        """Whether it lies at a path of the family's, where it stays."""
        self.unread: list[Unread] = []
        """What the last reading could not read, at most `MOST_UNREAD`."""
        self.counts: Counter[str] = Counter()
        """Turns, lines of the app and unread lines of the last reading."""

    @classmethod
    def at(cls, path: Path, dates: DateOrder | None = None) -> OpenedChat:
        """Open what lies at a path.

        Raises:
            InputError: there is no conversation, or it cannot be opened.
        """
        opened = cls(find_chats(path), dates)
        opened.is_file = True
        return opened

    @classmethod
    def pasted(cls, text: str, dates: DateOrder | None = None) -> OpenedChat:
        """Open words that were pasted.

        Raises:
            InputError: they are not a conversation.
        """
        return cls(find_pasted(text), dates)

    @classmethod
    def piped(cls, read: bytes, dates: DateOrder | None = None) -> OpenedChat:
        """Open what was read from standard input.

        Raises:
            InputError: it is not a conversation.
        """
        return cls(find_piped(read), dates)

    def turns(self) -> Iterator[Turn]:
        """Yield every turn, oldest first within each conversation.

        Raises:
            InputError: the file as a whole cannot be read, or the order of its dates is unclear.
        """
        self.unread, self.counts = [], Counter()
        for found in self._found:
            yield from self._of(found)
        if not self.counts["turns"]:
            raise InputError(
                f"{self._found[0].file}: no message in it\n    fix: export the chat again, with its messages"
            )

    def _of(self, found: FoundChat) -> Iterator[Turn]:
        for record in found.reader.read(found.file, self._dates):
            if isinstance(record, Turn):
                self.counts["turns"] += 1
                yield self._named(record, found)
            elif isinstance(record, Unread):
                self.counts["unread"] += 1
                if len(self.unread) < MOST_UNREAD:
                    self.unread.append(self._placed(record, found))
            else:
                self.counts["app"] += 1

    def _named(self, turn: Turn, found: FoundChat) -> Turn:
        """Tell apart the conversations of several files."""
        if len(self._found) == 1:
            return turn
        place = f"{found.file.folder}/{found.file.name}".removeprefix("/")
        return replace(turn, chat=f"{place}: {turn.chat}" if turn.chat else place)

    def _placed(self, unread: Unread, found: FoundChat) -> Unread:
        return unread if len(self._found) == 1 else replace(unread, why=f"{found.file.name}: {unread.why}")
