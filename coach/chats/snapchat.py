"""Snapchat's `chat_history.json`, from *My Data*, in both forms.

The newer: an object of conversations, each a list of entries with `From`, `Content`, `IsSender` and, for a group, a
`Conversation Title`; in spite of its name, `Created(microseconds)` counts milliseconds. The older: the lists
`Received Saved Chat History` and `Sent Saved Chat History`, with `From` or `To` and a `Text` in which HTML is escaped;
it does not name its owner. Both have the newest first.

Described by the public write-up "Snapchat Messages Schema" and, for the older, by a sample in
raleighlittles/Snapchat-Chats-And-Location-Analyzer; looked at on 2026-11-29.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from coach.chats.fields import instant_of, joined, name_of, object_of, text_of, time_of
from coach.chats.json_entries import JsonEntry, Place, entries, opening
from coach.chats.oldest_first import OldestFirst
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_TYPES = tomllib.loads(Path(__file__).with_name("snapchat.toml").read_text(encoding="utf-8"))
_DELETED: frozenset[str] = frozenset(_TYPES["deleted"])
_SYSTEM: tuple[str, ...] = tuple(_TYPES["system"])
_MEDIA: dict[str, str] = _TYPES["media"]
_ME = "Me"
_UTC = " UTC"


class SnapchatHistory:
    """Reads all conversations of an account."""

    name = "Snapchat JSON"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins with entries of Snapchat, or with the older form's lists."""
        begun = opening(start)
        is_older = 'Saved Chat History"' in begun
        return begun.startswith("{") and (is_older or ('"Media Type"' in begun and '"Created"' in begun))

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # one order only
        """Yield every message of all conversations, the oldest first."""
        held = OldestFirst()
        for entry in entries(file, _is_wanted):
            record, at = (entry.unread, None) if entry.unread else _record(entry)
            held.add(record, at)
        return iter(held)


def _is_wanted(place: Place) -> bool:
    """Any entry of a list that is directly in the object."""
    return len(place) == 2 and place[1] == "[]"


def _record(entry: JsonEntry) -> tuple[Read, datetime | None]:
    """Return what an entry is, and when it was."""
    message = object_of(entry.value)
    time, at = _times(message)
    kind = name_of(message.get("Media Type"))
    if time is None:
        return Unread(entry.number, f"its time cannot be read, in {entry.place[0]}"), None
    if not kind:
        return Unread(entry.number, f"it does not say what it is, in {entry.place[0]}"), at
    if kind.startswith(_SYSTEM) and kind not in _DELETED:
        return SystemLine(entry.number), at
    turn = _newer(message, entry.place[0], time) if "IsSender" in message else _older(message, time)
    if not turn.sender:
        return Unread(entry.number, f"it has no sender, in {entry.place[0]}"), at
    if kind in _DELETED:
        return replace(turn, text="", is_deleted=True), at
    media = joined(map(str.strip, name_of(message.get("Media IDs")).split("|"))) or _MEDIA.get(kind, "")
    return replace(turn, media=media if turn.text or media else "media"), at


def _times(message: dict[str, object]) -> tuple[datetime | None, datetime | None]:
    """Return the time of an entry to the second, and as exact as it is known."""
    written = name_of(message.get("Created"))
    time = time_of(written.removesuffix(_UTC))
    time = time.replace(tzinfo=UTC) if time and time.tzinfo is None else time
    exact = instant_of(message.get("Created(microseconds)"), 1_000)
    if time is None:
        return exact and exact.replace(microsecond=0), exact
    return time, exact if exact and exact.replace(microsecond=0) == time else time


def _newer(message: dict[str, object], conversation: str, time: datetime) -> Turn:
    sender, text = name_of(message.get("From")), text_of(message.get("Content"))
    chat = name_of(message.get("Conversation Title")) or name_of(conversation)
    return Turn(sender, text, time, chat=chat, is_mine=message["IsSender"] is True)


def _older(message: dict[str, object], time: datetime) -> Turn:
    sender, receiver = name_of(message.get("From")), name_of(message.get("To"))
    is_mine = bool(receiver) and not sender
    text = unescape(text_of(message.get("Text")))
    return Turn(_ME if is_mine else sender, text, time, chat=sender or receiver, is_mine=is_mine)


READERS: tuple[ChatReader, ...] = (SnapchatHistory(),)
