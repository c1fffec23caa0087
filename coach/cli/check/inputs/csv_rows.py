"""Read messages from CSV with any delimiter; report rows that are malformed or of the wrong length.

An unclosed quote would swallow all rows after it, so such a row is refused and reading resumes on the next line.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coach.cli.check.inputs.csv_cells import bad_quote, start_of_cell
from coach.cli.check.inputs.entries import MAX_MESSAGE, Failure, Item, Origin, failure_of
from coach.cli.check.inputs.lines import MAX_LINE, InputLine, ReadOptions, read_lines
from coach.cli.check.inputs.rows import Columns, no_column, of_row, two_columns
from coach.foreign import foreign_text
from coach.models import Message

DELIMITERS = (",", ";", "\t", "|")
"""Delimiters that are detected."""
_SAYS = re.compile(r'"?sep=(.)"?\s*')
"""A first line like this, an Excel convention, sets the delimiter."""
_DEFAULTS = ReadOptions()
MOST_AGAIN = 20_000_000
"""How many characters may be reread after malformed rows, beyond the length of the file."""
_CLOSE = 'close the quote, and write "" for a quote inside a cell'
_NAMES = {"\t": "a tab", ",": "a comma", ";": "a semicolon", "|": "|"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row and its position."""

    line: InputLine
    """The line it starts on."""
    cells: Sequence[str]
    problem: str = ""
    fix: str = ""
    column: int = 0


def read_csv(
    chunks: Iterable[bytes], columns: Columns, given: Message, file: str, options: ReadOptions = _DEFAULTS
) -> Iterator[Item]:
    """Yield the messages of a table whose first line names the columns."""
    csv.field_size_limit(MAX_MESSAGE)
    lines = _HeldLines(read_lines(chunks, options))
    delimiter = options.delimiter or _delimiter(lines, columns)
    rows = _rows(lines, delimiter)
    header = next(rows, _Row(InputLine(1, ""), []))
    failure = _of_header(header, columns, Origin(header.line.number, file, "csv"))
    if failure:
        yield failure
        return
    for row in rows:
        origin = Origin(row.line.number, file, "csv")
        problem, fix, column = _problem(row, header.cells, delimiter)
        if problem:
            yield Failure(origin, problem, fix, column)
        elif row.cells:
            yield from of_row(dict(zip(header.cells, row.cells, strict=False)), columns, given, origin)


class _HeldLines:
    """Lines for `csv.reader`; holds those of the current row so that they can be reread."""

    def __init__(self, coming: Iterator[InputLine]) -> None:
        self.held = list[InputLine]()
        self._coming = coming
        self._again = deque[InputLine]()
        self._length = 0
        """Length of the held lines, in characters."""
        self._may_read_again = MOST_AGAIN

    def __iter__(self) -> _HeldLines:
        return self

    def __next__(self) -> str:
        if self._length > MAX_LINE:
            raise csv.Error("the row is too long")
        if self._again:
            line = self._again.popleft()
        else:
            line = next(self._coming)
            self._may_read_again += len(line.text)
        self.held.append(line)
        self._length += len(line.text)
        return line.text

    def clear(self) -> None:
        """Drop the held lines."""
        self.held.clear()
        self._length = 0

    def give_back(self, first: int) -> bool:
        """Reread the held lines from index `first`; return False if too much has been reread already."""
        self._again.extendleft(reversed(self.held[first:]))
        self._may_read_again -= self._length
        self.clear()
        return self._may_read_again > 0


def _rows(lines: _HeldLines, delimiter: str) -> Iterator[_Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line, count = lines.held[0], len(lines.held)
            if not lines.give_back(1):
                yield _Row(line, (), "too many malformed rows; the rest is not read", "save the file again as CSV")
                return
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield _broken(line, count, delimiter, str(error))
        else:
            bad = next((line for line in lines.held if line.problem), None)
            yield _Row(bad or lines.held[0], cells)


def _broken(line: InputLine, count: int, delimiter: str, error: str) -> _Row:
    """Describe a malformed row."""
    if line.problem:
        return _Row(line, ())
    column = bad_quote(line.text, delimiter)
    if column:
        return _Row(line, (), "this quoted cell is not closed properly", _CLOSE, column)
    if error.startswith("field larger") and count == 1:
        return _Row(line, (), f"cell too long: at most {MAX_MESSAGE:,} characters are allowed", "shorten or remove it")
    return _Row(line, (), f"malformed CSV row: {error}", "correct the row, or save the file again as CSV")


def _of_header(header: _Row, columns: Columns, origin: Origin) -> Failure | None:
    """Return why the columns cannot be read, or None."""
    if header.line.problem:
        return failure_of(header.line, origin)
    if header.problem:
        return Failure(origin, header.problem, header.fix, header.column)
    missing = columns.missing(header.cells)
    if missing is not None:
        foreign = foreign_text(header.line.text, is_whole=False)
        return (
            Failure(origin, f"this is {foreign.what}, not CSV", foreign.fix)
            if foreign
            else no_column(missing, header.cells, origin)
        )
    twin = columns.doubled(header.cells)
    return None if twin is None else two_columns(twin, origin)


def _problem(row: _Row, names: Sequence[str], delimiter: str) -> tuple[str, str, int]:
    """Return the problem of a row, its fix and its column; empty if the row is valid."""
    if row.line.problem:
        return row.line.problem, row.line.fix, row.line.column
    if row.problem or not row.cells:
        return row.problem, row.fix, row.column
    extra = row.cells[len(names) :]
    if len(row.cells) >= len(names) and not any(extra):
        return "", "", 0
    problem = f"{_counted(len(row.cells))}, but the header has {len(names)}"
    separator = _NAMES.get(delimiter, delimiter)
    if extra:
        fix = f"quote cells that contain {separator}, or set --delimiter"
        return problem, fix, start_of_cell(row.line.text, delimiter, len(names))
    fix = f"quote cells that contain line breaks, and write {separator} for each empty cell"
    return problem, fix, len(row.line.text.rstrip("\r\n")) + 1


def _counted(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


def _delimiter(lines: _HeldLines, columns: Columns) -> str:
    """Detect the delimiter: the one that yields the columns to read, or else the most columns."""
    header = next(lines, "")
    says = _SAYS.fullmatch(header)
    lines.give_back(1 if says else 0)
    if says:
        return says[1]
    found = {delimiter: _cells(header, delimiter) for delimiter in DELIMITERS}
    several = [delimiter for delimiter in DELIMITERS if len(found[delimiter]) > 1]
    fitting = [delimiter for delimiter in several if columns.missing(found[delimiter]) is None]
    return max(fitting or several, key=lambda delimiter: len(found[delimiter]), default=DELIMITERS[0])


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
