"""iMessage and text messages, as iMazing exports them (`Messages - <chat>.csv`).

A row a message, with named columns: 13, 14 or 15 of them, in versions from 2018 to 2024. `Type` is `Incoming`,
`Outgoing` or `Notification`; dates are written with the year first; what was sent by the owner has no sender.

Described by the headers that public readers of such files quote in their tests and notes; looked at on 2026-11-29.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.chats.fields import file_name, joined, name_of, text_of, time_of
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.table_rows import TableRow, TableRows, cells_of
from coach.chats.text_lines import first_lines, lines_of
from coach.errors import InputError
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

_ME = "Me"
_DELIMITER = ","
_NEEDED = frozenset({"Chat Session", "Message Date", "Type", "Sender ID", "Sender Name", "Text"})
_OBJECT = "\ufffc"
"""Where in the words a file was."""


class MazingTable:
    """Reads the rows of one file, which may have several conversations."""

    name = "iMazing CSV"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the first line names iMazing's columns."""
        lines = first_lines(start)
        return bool(lines) and set(cells_of(lines[0], _DELIMITER) or ()) >= _NEEDED

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:  # noqa: ARG002  # the year is first
        """Yield every row.

        Raises:
            InputError: the columns are not iMazing's.
        """
        has_chats = _has_several(file)
        for row in _rows(file):
            yield Unread(row.line, row.problem) if row.problem else _record(row, has_chats=has_chats)


@dataclass(frozen=True, slots=True)
class _MazingRow:
    """One row after the header."""

    line: int
    cells: dict[str, str]
    problem: str
    """Why it cannot be read; empty if it can."""


def _rows(file: ChatFile) -> Iterator[_MazingRow]:
    rows = iter(TableRows(lines_of(file), _DELIMITER))
    header = next(rows, TableRow(1)).cells
    if not set(header) >= _NEEDED:
        raise InputError(
            f"{file}: its first line does not name iMazing's columns\n    fix: export the messages again as CSV"
        )
    for row in rows:
        problem = row.problem
        if not problem and len(row.cells) != len(header):
            problem = f"it has {len(row.cells)} cells, but the header has {len(header)}"
        yield _MazingRow(row.line, dict(zip(header, row.cells, strict=False)), problem)


def _has_several(file: ChatFile) -> bool:
    """Return whether a file has more than one conversation."""
    first = ""
    for row in _rows(file):
        session = row.cells.get("Chat Session", "")
        first = first or session
        if session and session != first:
            return True
    return False


def _record(row: _MazingRow, *, has_chats: bool) -> Read:
    cell = row.cells
    kind = cell["Type"]
    if kind == "Notification":
        return SystemLine(row.line)
    if kind not in {"Incoming", "Outgoing"}:
        return Unread(row.line, "it does not say if it was sent or received")
    is_mine = kind == "Outgoing"
    sender = _ME if is_mine else name_of(cell["Sender Name"]) or name_of(cell["Sender ID"])
    time = time_of(cell["Message Date"])
    if time is None or not sender:
        return Unread(row.line, f"it has no {'date' if time is None else 'sender'} that can be read")
    text = text_of("\n".join(filter(None, (cell.get("Subject"), cell["Text"]))).replace(_OBJECT, ""))
    media = joined([file_name(cell.get("Attachment")) or name_of(cell.get("Attachment type")).lower()])
    media = media if text or media else "media"
    is_edited = bool(cell.get("Edited Date"))
    chat = name_of(cell["Chat Session"]) if has_chats else ""
    return Turn(sender, text, time, is_edited=is_edited, media=media, chat=chat, is_mine=is_mine)


READERS: tuple[ChatReader, ...] = (MazingTable(),)
