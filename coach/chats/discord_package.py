"""Discord, from the package of one's own data: `Messages/c<channel>/messages.json`, or `messages.csv` in older ones.

It has the owner's messages only, the newest first: `ID`, `Timestamp` (UTC), `Contents` and `Attachments`, addresses
with spaces between them.

Described by the public write-up "Discord Schema" of the package, and by the fields that public readers of it list;
looked at on 2026-11-29.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from coach.chats.fields import file_name, joined, name_of, object_of, text_of, time_of
from coach.chats.json_entries import JsonEntry, Place, entries, opening
from coach.chats.oldest_first import oldest_first
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.table_rows import TableRow, TableRows, cells_of
from coach.chats.text_lines import first_lines, lines_of
from coach.models.thread import DateOrder, Turn, Unread

_ME = "Me"
_COLUMNS = ("ID", "Timestamp", "Contents", "Attachments")
_DELIMITER = ","
_MESSAGE: Place = ("[]",)


class DiscordPackage:
    """Reads what the owner wrote in one channel."""

    name = "Discord data package"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the file begins with messages of the package, as JSON or as a table."""
        begun = opening(start)
        return (begun.startswith("[") and all(f'"{name}"' in begun for name in _COLUMNS)) or _is_table(start)

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # dates are ISO 8601
        """Yield every message, the oldest first."""
        records = _of_table(file) if _is_table(file.start()) else map(_of_entry, entries(file, _MESSAGE.__eq__))
        return oldest_first(records)


def _is_table(start: bytes) -> bool:
    lines = first_lines(start)
    return bool(lines) and tuple(cells_of(lines[0], _DELIMITER) or ())[: len(_COLUMNS)] == _COLUMNS


def _of_entry(entry: JsonEntry) -> Read:
    return entry.unread or _record(entry.number, object_of(entry.value))


def _of_table(file: ChatFile) -> Iterator[Read]:
    rows = iter(TableRows(lines_of(file), _DELIMITER))
    header = next(rows, TableRow(1)).cells
    for row in rows:
        if row.problem or len(row.cells) != len(header):
            yield Unread(row.line, row.problem or f"it has {len(row.cells)} cells, but the header has {len(header)}")
        else:
            yield _record(row.line, dict(zip(header, row.cells, strict=True)))


def _record(number: int, message: dict[str, object] | dict[str, str]) -> Read:
    time = time_of(message.get("Timestamp"))
    if time is None:
        return Unread(number, "its date cannot be read")
    time = time.replace(microsecond=0) if time.tzinfo else time.replace(microsecond=0, tzinfo=UTC)
    text = text_of(message.get("Contents"))
    media = joined(map(file_name, name_of(message.get("Attachments")).split()))
    return Turn(_ME, text, time, media=media if text or media else "media", is_mine=True)


READERS: tuple[ChatReader, ...] = (DiscordPackage(),)
