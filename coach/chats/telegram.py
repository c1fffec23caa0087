"""Telegram Desktop's `result.json`: one chat, or a whole account.

The form is described by https://core.telegram.org/import-export and by the program that writes it, telegramdesktop/
tdesktop, `export_output_json.cpp`; looked at on 2026-11-29. Messages are the oldest first. `text` is a text, or a list
of texts and of objects with a `type` and a `text`. `date` is the local time of the computer; `date_unixtime`, which
older files lack, is the instant. `from` is null for an account that was deleted, whose turns have no sender then. A
file that was not exported has a note in parentheses in place of its path.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from coach.chats.fields import file_name, list_of, name_of, object_of, text_of, time_of
from coach.chats.json_entries import JsonEntry, entries, opening
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_KINDS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("telegram.toml").read_text(encoding="utf-8"))
_OWNER = ("personal_information", "user_id")
_MESSAGE = ("messages", "[]")
_CHATS = tuple((name, "list", "[]") for name in ("chats", "left_chats"))
"""Where a whole account has its chats; a single chat is the file itself."""
_WANTED = frozenset(
    {_OWNER, _MESSAGE, *((*chat, key) for chat in _CHATS for key in ("name", "type", "id"))}
    | {(*chat, *_MESSAGE) for chat in _CHATS}
)
_TYPE = re.compile(r'"type":\s*"(?:\w+_(?:chat|group|supergroup|channel)|saved_messages|replies|verification_codes)"')
_UNNAMED = frozenset({"saved_messages", "replies", "verification_codes"})
"""Types of chats of which an account has one, and that have no name."""


class TelegramDesktop:
    """Reads one chat or a whole account, chat by chat."""

    name = "Telegram Desktop JSON"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins as a chat or an account."""
        begun = opening(start)
        if not begun.startswith("{"):
            return False
        is_account = '"about"' in begun and '"personal_information"' in begun
        return is_account or ('"messages"' in begun and bool(_TYPE.search(begun)))

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # dates are ISO 8601
        """Yield every message, chat by chat."""
        owner = named = kind = chat = ""
        for entry in entries(file, _WANTED.__contains__):
            key = entry.place[-1]
            if entry.unread:
                yield entry.unread
            elif entry.place == _OWNER:
                owner = f"{entry.value}"
            elif key == "name":
                named = name_of(entry.value)
            elif key == "type":
                kind = name_of(entry.value)
                chat, named = named or kind, ""
            elif key == "id":
                chat = f"{kind} {entry.value}" if chat == kind and kind not in _UNNAMED else chat
            else:
                yield _record(entry, chat, owner)


def _record(entry: JsonEntry, chat: str, owner: str) -> Read:
    message = object_of(entry.value)
    where = f" in the chat {chat}" if chat else ""
    if message.get("type") == "service":
        return SystemLine(entry.number)
    if message.get("type") != "message":
        return Unread(entry.number, f"Telegram did not export what it is{where}")
    time, account = time_of(message.get("date")), str(message.get("from_id") or "")
    sender = name_of(message.get("from"))
    text = _words(message.get("text"))
    if time is None or not (sender or account):
        return Unread(entry.number, f"it has no {'date' if time is None else 'sender'} that can be read{where}")
    if text is None:
        return Unread(entry.number, f"its text cannot be read{where}")
    text, media = text or _poll(message), _media(message)
    is_mine = bool(owner) and account.removeprefix("user") == owner
    is_edited = "edited" in message
    media = media if text or media else "media"
    return Turn(sender, text, time, is_edited=is_edited, media=media, chat=chat, is_mine=is_mine)


def _words(value: object) -> str | None:
    """Join the pieces of a text; None if a piece has no words that can be read."""
    pieces = [object_of(each).get("text", each) for each in list_of(value)] if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in pieces):
        return None
    return text_of("".join(map(str, pieces)))


def _poll(message: dict[str, object]) -> str:
    """Return the question of a poll and its answers, a line each."""
    poll = object_of(message.get("poll"))
    answers = (object_of(each).get("text") for each in list_of(poll.get("answers")))
    return "\n".join(filter(None, map(_said, (poll.get("question"), *answers))))


def _said(value: object) -> str:
    return _words(value) or ""


def _media(message: dict[str, object]) -> str:
    """Return the name of the file that came with a message, or what kind of thing it was."""
    field = next((field for field in _KINDS["fields"] if field in message), "")
    kind = _KINDS["fields"].get(field, "")
    if field not in {"photo", "file"}:
        return kind
    path = name_of(message.get(field))
    if path and not path.startswith("("):
        return file_name(path)
    return name_of(message.get("file_name")) or _KINDS["media_type"].get(name_of(message.get("media_type")), kind)


READERS: tuple[ChatReader, ...] = (TelegramDesktop(),)
