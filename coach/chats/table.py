"""A table of messages: CSV or tab-separated text whose first line names the columns.

Quoting is that of RFC 4180; delimiters and encodings are those of spreadsheet programs in Europe and America; looked at
on 2026-11-29. Columns are known by name, in some languages: who wrote it and the words must be there; date and time,
attachments, whether it was edited or deleted, and the chat may be.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from coach.chats.dates import CLOCK, DATE, DateEvidence, clock, moment, named_date, without_accents
from coach.chats.fields import file_name, instant_of, joined, name_of, text_of, time_of
from coach.chats.oldest_first import oldest_first
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.chats.table_rows import DELIMITERS, TableRow, TableRows, cells_of
from coach.chats.text_lines import FileLine, first_lines, lines_of
from coach.models.thread import DateOrder, Turn, Unread

_NAMES: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("table.toml").read_text(encoding="utf-8"))
_NO = frozenset(_NAMES.pop("no"))
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*')
"""A first line of Excel's that names the delimiter."""
_WRITTEN = re.compile(
    rf"(?P<date>{DATE})(?:[,\s]\s?(?P<clock>{CLOCK}))?|(?P<clock_first>{CLOCK}),?\s(?P<date_last>{DATE})"
)
_NAMED = re.compile(rf"(?P<date>[^:]{{6,40}}?\d{{4}})(?:,?\s(?:at\s)?(?P<clock>{CLOCK}))?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
_PER_SECOND = {10: 1, 13: 1_000, 16: 1_000_000}
"""What numbers count since 1970, by how many digits they have in our times."""


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the columns are."""

    line: int
    delimiter: str
    count: int
    at: dict[str, int]
    """The index of each column that the table has, by what it is."""

    def cell(self, row: TableRow, column: str) -> str:
        """Return a cell; empty if there is no such column."""
        at = self.at.get(column, -1)
        return row.cells[at].strip() if 0 <= at < len(row.cells) else ""

    def when(self, row: TableRow) -> str:
        """Return date and time as they are written."""
        if "moment" in self.at and not {"date", "time"} <= set(self.at):
            return self.cell(row, "moment")
        return f"{self.cell(row, 'date')} {self.cell(row, 'time')}".strip()

    def repaired(self, row: TableRow) -> TableRow:
        """Return a row with as many cells as the header; words with the delimiter may lack their quotes."""
        if row.problem or len(row.cells) == self.count:
            return row
        last = self.count - 1
        if len(row.cells) > self.count and self.at["text"] == last:
            return TableRow(row.line, [*row.cells[:last], self.delimiter.join(row.cells[last:])])
        if len(row.cells) <= max(self.at.values()) or any(row.cells[self.count :]):
            return TableRow(row.line, problem=f"it has {len(row.cells)} cells, but the first line has {self.count}")
        return row


class NamedColumns:
    """Reads a table."""

    name = "CSV with columns such as sender, time and text"

    def claims(self, file: ChatFile, start: bytes) -> bool:  # noqa: ARG002  # every reader is asked the same
        """Return whether the first line names a column for who wrote it, and one for the words."""
        return _header_of(first_lines(start)) is not None

    def read(self, file: ChatFile, dates: DateOrder | None) -> Iterator[Read]:
        """Yield every row, oldest first; the file is read twice."""
        header = _header_of(first_lines(file.start()))
        if header is None:
            return iter(())
        survey = _Survey(header)
        for row in survey.rows(lines_of(file)):
            survey.add(row)
        order = survey.dates.order(file, dates)
        return oldest_first(survey.read(row, order) for row in survey.rows(lines_of(file)))


def _header_of(lines: list[str]) -> _Header | None:
    """Find the columns in the first line that is not blank; None if it does not name them."""
    written = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    number, line = next(written, (0, ""))
    says = _SEPARATOR.fullmatch(line)
    if says:
        number, line = next(written, (0, ""))
    for delimiter in (says[1],) if says else DELIMITERS:
        cells = [without_accents(name_of(cell)) for cell in cells_of(line, delimiter) or ()]
        at = {column: cells.index(name) for column, names in _NAMES.items() for name in _first(names, cells)}
        if "sender" in at and "text" in at:
            return _Header(number, delimiter, len(cells), at)
    return None


def _first(names: list[str], cells: list[str]) -> list[str]:
    """Return the first name that a column has."""
    return [name for name in names if name and name in cells][:1]


@dataclass
class _Survey:
    """What is known of a table once all of it was seen."""

    header: _Header
    dates: DateEvidence = field(default_factory=lambda: DateEvidence(is_oldest_first=False))
    zones: set[bool] = field(default_factory=set)
    """Whether times have a time zone: some may, and others not."""
    chats: set[str] = field(default_factory=set)
    """Two names of chats, if there are several."""

    def rows(self, lines: Iterator[FileLine]) -> Iterator[TableRow]:
        """Yield the rows below the header."""
        rows = TableRows(lines, self.header.delimiter)
        return (self.header.repaired(row) for row in rows if row.line > self.header.line)

    def add(self, row: TableRow) -> None:
        """Look at a row."""
        when = self.header.when(row)
        found = _WRITTEN.fullmatch(when)
        self.dates.add(found["date"] or found["date_last"] if found else "")
        time = _time_of(when, DateOrder.DAY_FIRST)
        if found or time:
            self.zones.add(time is not None and time.tzinfo is not None)
        if len(self.chats) < len(("one", "another")):
            self.chats.add(self.header.cell(row, "chat"))

    def read(self, row: TableRow, order: DateOrder) -> Read:
        """Read a row."""
        header, when = self.header, self.header.when(row)
        time = _time_of(when, order)
        if row.problem:
            return Unread(row.line, row.problem)
        if when and time is None:
            return Unread(row.line, f"its date or time cannot be read: {when[:40]}")
        is_deleted = _is_yes(header.cell(row, "deleted"))
        return Turn(
            name_of(header.cell(row, "sender")),
            "" if is_deleted else text_of(header.cell(row, "text")),
            time.replace(tzinfo=None) if time and len(self.zones) > 1 else time,
            is_edited=_is_yes(header.cell(row, "edited")),
            is_deleted=is_deleted,
            media=joined(map(file_name, re.split(r"; ?|, |\n", header.cell(row, "media")))),
            chat=name_of(header.cell(row, "chat")) if len(self.chats) > 1 else "",
        )


def _is_yes(cell: str) -> bool:
    return cell.lower() not in _NO


def _time_of(when: str, order: DateOrder) -> datetime | None:
    """Return the time that a cell says; a date alone is its midnight."""
    if when.isdecimal():
        return instant_of(when, _PER_SECOND.get(len(when), 1))
    if _ISO.fullmatch(when):
        return time_of(when.removesuffix(" UTC") + "+00:00" * when.endswith(" UTC"))
    written = _WRITTEN.fullmatch(when)
    if written:
        date = written["date"] or written["date_last"]
        return moment(date, written["clock"] or written["clock_first"] or "00:00", order)
    named = _NAMED.fullmatch(when)
    day, at = (named_date(named["date"]), clock(named["clock"] or "00:00")) if named else (None, None)
    return datetime.combine(day, at) if day and at else None


READERS: tuple[ChatReader, ...] = (NamedColumns(),)
