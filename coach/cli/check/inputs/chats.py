"""Reads an exported chat message by message, so that no sender's name is taken for what somebody wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from coach.chats.finder import FoundChat, known_chats
from coach.chats.reader import Read, UnclearDatesError
from coach.cli.check.inputs.entries import Failure, Item, Origin, entry_of, is_empty
from coach.models import Message
from coach.models.thread import DateOrder, Turn, Unread

CHAT = "chat"
"""The input format of messages that come from an exported chat."""
_FIX = "export the chat again, or look at this line yourself"


def read_chats(path: Path, given: Message, say: Callable[[str], object]) -> Iterator[Item] | None:
    """Return the messages of an exported chat; None if the file is none that only one app writes.

    Args:
        path: the file.
        given: direction and audience of every message.
        say: reports what was found.

    Raises:
        InputError: it cannot be opened.
    """
    found = known_chats(path)
    if not found:
        return None
    say(f"read as {found[0].reader.name}; `coach chat` looks at it as a conversation")
    return _items(found, given, str(path))


def _records(found: FoundChat) -> Iterator[Read]:
    """Yield the records of a file; here it does not matter when a message was sent."""
    try:
        yield from found.reader.read(found.file, None)
    except UnclearDatesError:
        yield from found.reader.read(found.file, DateOrder.DAY_FIRST)


def _items(found: tuple[FoundChat, ...], given: Message, file: str) -> Iterator[Item]:
    number = 0
    for one in found:
        for record in _records(one):
            if isinstance(record, Unread):
                yield Failure(Origin(record.line, file), record.why, _FIX)
            elif isinstance(record, Turn):
                number += 1
                if not is_empty(record.text):
                    yield entry_of(str(number), record.text, given, Origin(number, file, CHAT))
