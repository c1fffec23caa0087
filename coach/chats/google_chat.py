"""Google Chat, as Google Takeout gives it: `Google Chat/Groups/<conversation>/messages.json`.

Dates are words in the language of the account (`Friday, June 14, 2024 at 7:43:15 PM UTC`, with a narrow space before
`PM` in newer files). The owner is named in `Google Chat/Users/<user>/user_info.json`, if that lies where it was.

Described by the public write-up "Google Chat Messages Schema" of Takeout; edits and deletions (`updated_date`,
`message_state`, `deletion_metadata`) are less sure; looked at on 2026-11-29.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath

from coach.chats.archives import files_in
from coach.chats.fields import file_name, joined, list_of, name_of, object_of, text_of, time_of
from coach.chats.json_entries import JsonEntry, entries, opening
from coach.chats.oldest_first import oldest_first
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.models.thread import DateOrder, Turn, Unread

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        tomllib.loads(Path(__file__).with_name("google_chat.toml").read_text(encoding="utf-8"))["months"], 1
    )
    for name in names
}
_MESSAGE = ("messages", "[]")
_OWNER = ("user",)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2}):(\d{2})(?:\s?([AP])\.?\s?M\b)?", re.IGNORECASE)
_YEAR, _DAY = re.compile(r"\b(\d{4})\b"), re.compile(r"\b(\d{1,2})\b")
_WORD = re.compile(r"[^\W\d_]+")
_NOON = 12


class GoogleTakeout:
    """Reads one conversation."""

    name = "Google Chat takeout"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins with messages that have a creator."""
        begun = opening(start)
        return begun.startswith("{") and all(f'"{key}"' in begun for key in ("messages", "creator", "created_date"))

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # months are words
        """Yield every message."""
        return oldest_first(map(partial(_record, owner=_owner(file)), entries(file, _MESSAGE.__eq__)))


def _owner(file: ChatFile) -> frozenset[str]:
    """Return the name and the address of who exported the messages, as far as a file says."""
    found = list(_users_beside(file))
    if len(found) != 1:
        return frozenset()
    users = [object_of(entry.value) for entry in entries(found[0], _OWNER.__eq__)]
    address = {name_of(user.get("email")) for user in users} - {""}
    return frozenset(address or {name_of(user.get("name")) for user in users} - {""})


def _users_beside(file: ChatFile) -> Iterator[ChatFile]:
    """Yield the files about users of the same takeout."""
    if file.pasted is not None:
        return
    if file.member:
        folder = PurePosixPath(file.member).parent.parent.parent
        wanted = re.compile(rf"{re.escape(f'{folder}/'.removeprefix('./'))}Users/[^/]+/user_info\.json")
        yield from (ChatFile(file.path, member) for member in files_in(file.path) if wanted.fullmatch(member))
    else:
        yield from map(ChatFile, file.path.absolute().parent.parent.parent.glob("Users/*/user_info.json"))


def _record(entry: JsonEntry, owner: frozenset[str]) -> Read:
    if entry.unread:
        return entry.unread
    message = object_of(entry.value)
    creator = object_of(message.get("creator"))
    name, address = name_of(creator.get("name")), name_of(creator.get("email"))
    time = _time(name_of(message.get("created_date")))
    if time is None or not (name or address):
        return Unread(entry.number, f"it has no {'date' if time is None else 'sender'} that can be read")
    is_deleted = message.get("message_state") == "DELETED" or "deletion_metadata" in message
    text, media = text_of(message.get("text")), joined(_media(message))
    media = media if text or media or is_deleted else "media"
    is_edited = "updated_date" in message and not is_deleted
    is_mine = bool(owner & {name, address})
    return Turn(name or address, text, time, is_edited, is_deleted, media, is_mine=is_mine)


def _media(message: dict[str, object]) -> Iterator[str]:
    for each in map(object_of, list_of(message.get("attached_files"))):
        yield name_of(each.get("export_name")) or file_name(each.get("original_name")) or "media"
    for each in map(object_of, list_of(message.get("annotations"))):
        yield name_of(object_of(each.get("drive_metadata")).get("title"))


def _time(written: str) -> datetime | None:
    """Read a date that is written in words; None if it is not one."""
    clock, year = _CLOCK.search(written), _YEAR.search(written)
    month = next((_MONTHS[word] for word in map(str.lower, _WORD.findall(written)) if word in _MONTHS), 0)
    day = _DAY.search(written)
    if not (clock and year and month and day):
        return time_of(written)
    hour = int(clock[1])
    if clock[4]:
        hour = hour % _NOON + _NOON * (clock[4] in "Pp")
    at = time_of(f"{year[1]}-{month:02}-{int(day[1]):02}T{hour:02}:{clock[2]}:{clock[3]}")
    return at.replace(tzinfo=UTC) if at else None


READERS: tuple[ChatReader, ...] = (GoogleTakeout(),)
