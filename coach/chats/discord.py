"""Discord, as DiscordChatExporter writes it (JSON).

The form is described by the program that writes it: Tyrrrz/DiscordChatExporter, `JsonMessageWriter.cs` and
`MessageKind.cs`; looked at on 2026-11-29. One file is one channel: `guild`, `channel`, and `messages` with the oldest
first, or the newest where that was asked for. Senders are shown by their nicknames. A forwarded message has its words
in `forwardedMessage`. Older files lack `components`, `exportedAt` and `forwardedMessage`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from coach.chats.fields import file_name, joined, list_of, name_of, object_of, text_of, time_of
from coach.chats.json_entries import JsonEntry, entries, opening
from coach.chats.oldest_first import oldest_first
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_TALK = frozenset(tomllib.loads(Path(__file__).with_name("discord.toml").read_text(encoding="utf-8"))["talk"])
_MESSAGE = ("messages", "[]")


class DiscordExporter:
    """Reads one channel."""

    name = "DiscordChatExporter JSON"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins with a server, a channel and messages."""
        begun = opening(start)
        return begun.startswith("{") and all(f'"{key}"' in begun for key in ("guild", "channel", "messages"))

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # dates are ISO 8601
        """Yield every message of the channel."""
        return oldest_first(map(_record, entries(file, _MESSAGE.__eq__)))


def _record(entry: JsonEntry) -> Read:
    if entry.unread:
        return entry.unread
    message = object_of(entry.value)
    kind, time = name_of(message.get("type")), time_of(message.get("timestamp"))
    if not message or not kind:
        return Unread(entry.number, "not a message")
    if kind not in _TALK:
        return SystemLine(entry.number)
    author = object_of(message.get("author"))
    sender = name_of(author.get("nickname")) or name_of(author.get("name"))
    if time is None:
        return Unread(entry.number, "its date cannot be read")
    if not sender:
        return Unread(entry.number, "it has no author")
    text, media = _said(message)
    is_edited = bool(message.get("timestampEdited"))
    return Turn(sender, text, time.replace(microsecond=0), is_edited=is_edited, media=media)


def _said(message: dict[str, object]) -> tuple[str, str]:
    """Return the words and the media of a message, or of the one that it forwards."""
    forwarded = object_of(message.get("forwardedMessage"))
    text = text_of(message.get("content")) or text_of(forwarded.get("content"))
    media = joined(name for each in (message, forwarded) for name in _media(each))
    if not text and not media:
        text = "\n".join(filter(None, map(_embedded, list_of(message.get("embeds")))))
    return text, media if text or media else "media"


def _media(message: dict[str, object]) -> Iterator[str]:
    for each in map(object_of, list_of(message.get("attachments"))):
        yield name_of(each.get("fileName")) or file_name(each.get("url"))
    for each in map(object_of, list_of(message.get("stickers"))):
        yield name_of(each.get("name")) or "sticker"


def _embedded(embed: object) -> str:
    """Return the words of a card, which is all that many bots write."""
    card = object_of(embed)
    return "\n".join(filter(None, (text_of(card.get("title")), text_of(card.get("description")))))


READERS: tuple[ChatReader, ...] = (DiscordExporter(),)
