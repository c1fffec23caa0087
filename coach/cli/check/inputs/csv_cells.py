"""Locate cells and quotes within a line of CSV, to report the column of a problem."""

from __future__ import annotations

from collections.abc import Iterator


def bad_quote(line: str, delimiter: str) -> int:
    """Return the 1-based column of the first quoted cell that is not closed properly; 0 if there is none."""
    for begin, end in _parts(line, delimiter):
        if line[begin] == '"' and (end < 0 or line[end : end + 1] not in {delimiter, "\r", "\n", ""}):
            return begin + 1
    return 0


def start_of_cell(line: str, delimiter: str, number: int) -> int:
    """Return the 1-based column where the cell with index `number` starts; 0 if it starts on a later line."""
    for at, (begin, _) in enumerate(_parts(line, delimiter)):
        if at == number:
            return begin + 1
    return 0


def _parts(line: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each cell in a line; the end is -1 if a quote is not closed."""
    at = 0
    while at < len(line):
        end = _closed(line, at + 1) if line[at] == '"' else at
        yield at, end
        following = line.find(delimiter, end) if end >= 0 else -1
        if following < 0:
            return
        at = following + 1


def _closed(line: str, at: int) -> int:
    """Return the position after the closing quote; -1 if there is none."""
    while (quote := line.find('"', at)) >= 0:
        if line[quote + 1 : quote + 2] != '"':
            return quote + 1
        at = quote + 2
    return -1
