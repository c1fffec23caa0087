"""Instagram and Messenger, as Meta's *Download your information* gives them (JSON).

Two forms. The older, of both apps: a folder a conversation with `message_1.json`, `message_2.json`, ..., 10,000 entries
each, the newest first; every text is UTF-8 that was written as if its bytes were Latin-1. The newer, of Messenger's
encrypted chats: one file a conversation with `senderName`, the oldest first, in proper UTF-8.

Described by the public write-up "Facebook Messenger JSON Schema", by SamuelePilleri/facebook-schemas, and by public
notes on the encrypted form; keys compared with public listings of such exports; looked at on 2026-11-29. The apps' own
words are in `instagram.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from coach.chats.fields import file_name, instant_of, joined, list_of, name_of, object_of, text_of
from coach.chats.json_entries import JsonEntry, entries, opening
from coach.chats.oldest_first import OldestFirst
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("instagram.toml").read_text(encoding="utf-8"))
_TYPES = frozenset(_WORDS["types"])
_MESSAGE = ("messages", "[]")
_FIRST = "message_1.json"
_MEDIA = ("photos", "videos", "audio_files", "gifs", "files", "media")
_MANGLED = re.compile(
    "[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}"
)
"""A character in UTF-8 whose bytes were read as Latin-1."""


class MetaDownload:
    """Reads one conversation, all of its files if the first one is given."""

    name = "Instagram or Messenger JSON"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins with participants and what only these apps call so."""
        begun = opening(start)
        own = ("sender_name", "thread_path", "is_still_participant", "threadName", "senderName")
        return begun.startswith("{") and '"participants"' in begun and any(f'"{key}"' in begun for key in own)

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # times are instants
        """Yield every message, the oldest first."""
        held = OldestFirst()
        for part in _parts(file):
            named = f" of {part.name}" if part.name != file.name else ""
            for entry in entries(part, _MESSAGE.__eq__):
                record, at = _record(entry, named)
                held.add(record, at)
        return iter(held)


def _parts(file: ChatFile) -> Iterator[ChatFile]:
    """Yield a file and, if it is the first of its conversation, those that follow."""
    part: ChatFile | None = file
    number = 1 if file.name == _FIRST else 0
    while part:
        yield part
        number += 1
        part = file.beside(f"message_{number}.json") if number > 1 else None


@dataclass(frozen=True, slots=True)
class _Form:
    """How one of the two forms names things."""

    sender: str
    time: str
    words: str
    unsent: str
    repaired: Callable[[str], str]

    def text_of(self, value: object) -> str:
        """Return a text as it was written; empty for anything else."""
        return self.repaired(value) if isinstance(value, str) else ""


def repaired(text: str) -> str:
    """Repair UTF-8 that was written as if its bytes were Latin-1; the rest of a text stays as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return _MANGLED.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


_OLDER = _Form("sender_name", "timestamp_ms", "content", "is_unsent", repaired)
_ENCRYPTED = _Form("senderName", "timestamp", "text", "isUnsent", str)


def _record(entry: JsonEntry, named: str) -> tuple[Read, datetime | None]:
    """Return what an entry is, and when it was."""
    if entry.unread:
        return entry.unread, None
    message = object_of(entry.value)
    form = _ENCRYPTED if "senderName" in message else _OLDER
    sender, time = name_of(form.text_of(message.get(form.sender))), instant_of(message.get(form.time), 1_000)
    if not sender:
        return Unread(entry.number, f"it has no sender{named}"), time
    if time is None:
        return Unread(entry.number, f"its time cannot be read{named}"), None
    text = text_of(form.text_of(message.get(form.words)))
    if message.get("type") in _TYPES or "call_duration" in message or _is(text, "system", sender):
        return SystemLine(entry.number), time
    second = time.replace(microsecond=0)
    if message.get(form.unsent) is True:
        return Turn(sender, "", second, is_deleted=True), time
    if _is(text, "attachment", sender):
        text = ""
    media = joined(_media(message, text, form))
    return Turn(sender, text, second, media=media if text or media else "media"), time


def _is(text: str, kind: str, sender: str) -> bool:
    """Return whether a text is the app's own."""
    return bool(text) and bool(_own_words(kind, sender).fullmatch(text))


@lru_cache(maxsize=256)
def _own_words(kind: str, sender: str) -> re.Pattern[str]:
    """Make one pattern of the app's own words, for one sender."""
    who = "|".join(map(re.escape, [*_WORDS["you"], sender]))
    return re.compile("|".join(each.replace("{who}", f"(?:{who})") for each in _WORDS[kind]), re.IGNORECASE)


def _media(message: dict[str, object], text: str, form: _Form) -> Iterator[str]:
    for key in _MEDIA:
        for each in map(object_of, list_of(message.get(key))):
            yield file_name(form.text_of(each.get("uri"))) or key.removesuffix("s")
    if sticker := object_of(message.get("sticker")):
        yield file_name(form.text_of(sticker.get("uri"))) or "sticker"
    link = name_of(form.text_of(object_of(message.get("share")).get("link")))
    if link not in text:
        yield link


READERS: tuple[ChatReader, ...] = (MetaDownload(),)
