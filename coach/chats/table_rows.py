"""The rows of a table in text: CSV with any delimiter, quoted as RFC 4180 describes it.

A quote that is never closed would swallow all rows after it; such a row is given as broken, and reading goes on in the
next line.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from coach.chats.text_lines import MAX_LINE, FileLine

DELIMITERS = (",", ";", "\t", "|")
_MOST_LINES = 1_000
"""The most lines of one row."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row and the line where it starts."""

    line: int
    cells: list[str] = field(default_factory=list)
    problem: str = ""
    """Why it cannot be read; empty if it can."""


def cells_of(line: str, delimiter: str) -> list[str] | None:
    """Return the cells of a row; None if it is not whole."""
    if '"' not in line:
        return line.split(delimiter)
    csv.field_size_limit(MAX_LINE)
    try:
        return next(csv.reader([f"{part}\n" for part in line.split("\n")], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


class TableRows:
    """Reads rows; looks ahead where a cell goes over several lines."""

    def __init__(self, lines: Iterator[FileLine], delimiter: str) -> None:
        self._coming = lines
        self._again = deque[FileLine]()
        self._delimiter = delimiter

    def __iter__(self) -> Iterator[TableRow]:
        """Yield every row that is not blank."""
        while line := self._next():
            if line.problem:
                yield TableRow(line.number, problem=line.problem)
            elif line.text.strip():
                cells = cells_of(line.text, self._delimiter)
                yield TableRow(line.number, cells) if cells is not None else self._over_lines(line)

    def _next(self) -> FileLine | None:
        return self._again.popleft() if self._again else next(self._coming, None)

    def _over_lines(self, first: FileLine) -> TableRow:
        """Read a row that is not whole in its first line; if it never is, the lines after it are read again."""
        block, length, quotes = [first], len(first.text), first.text.count('"')
        while quotes % 2 and len(block) < _MOST_LINES and length < MAX_LINE and (line := self._next()):
            block.append(line)
            length += len(line.text)
            quotes += line.text.count('"')
        whole = "\n".join(line.text for line in block)
        problem = next((line.problem for line in block if line.problem), "")
        cells = cells_of(whole, self._delimiter) if quotes % 2 == 0 and not problem else None
        if cells is not None:
            return TableRow(first.number, cells)
        self._again.extendleft(reversed(block[1:]))
        return TableRow(first.number, problem="a quoted cell is not closed properly")
