"""Write reports as a table with one row per flag: CSV for spreadsheets, Parquet for programs.

A message in a language that Coach does not read has a row too, without a flag: no row would look calm.

User text never becomes a formula: CSV cells that a spreadsheet would evaluate start with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from coach.cli.check.formats.text_report import LineIndex
from coach.cli.check.formats.writer import NO_COUNSEL, Answer, StreamWriter
from coach.cli.check.inputs.entries import InputMessage
from coach.errors import InputError
from coach.models import FLAG_KEYS, Counsel, Report
from coach.visible import visible

if TYPE_CHECKING:
    import pyarrow

COLUMNS = ("line", "id", *FLAG_KEYS, "not_english")
"""The columns, in order; `line` is the line of the message or, if the whole input is one message, of the phrase."""
_NUMBERS = frozenset({"line", "start", "end"})
_LISTS = frozenset({"instead"})
_BETWEEN = " | "
"""Separates better words within one CSV cell."""
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula can start with, including full-width characters."""
_ROWS = 1_024
"""Parquet rows held in memory at a time."""


class CsvTable(StreamWriter):
    """CSV with a header."""

    opening = empty = ",".join(COLUMNS) + "\n"

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:  # noqa: ARG002
        """Yield one row per flag, or one that says that the message was not read."""
        for row in _rows(entry, report):
            line = io.StringIO()
            csv.writer(line, lineterminator="\n").writerow([_cell(value) for value in row.values()])
            yield line.getvalue()


class ParquetTable:
    """Parquet with the same columns, but with better words as a list."""

    takes_counsel = False

    def __init__(self) -> None:
        """Check that Parquet can be written.

        Raises:
            InputError: pyarrow is not installed.
        """
        _writer()

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:  # noqa: ARG002
        """Yield one line of JSON per flag."""
        yield from (f"{json.dumps(row)}\n" for row in _rows(entry, report))

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Write the table; if `answers` raises, it holds the rows so far.

        Raises:
            InputError: the output is a terminal.
        """
        if out.isatty():
            raise InputError("cannot write Parquet to a terminal\n    fix: name a file with --out")
        pyarrow, writer = _writer()
        out.flush()
        schema = pyarrow.schema([(name, _type_of(name, pyarrow)) for name in COLUMNS])
        rows = (json.loads(line) for one in answers for part in one.body for line in part.splitlines())
        with writer(out.buffer, schema) as table:  # type: ignore[attr-defined]
            while batch := list(islice(rows, _ROWS)):
                table.write_batch(pyarrow.RecordBatch.from_pylist([_utf8(row) for row in batch], schema=schema))


def _rows(entry: InputMessage, report: Report) -> Iterator[dict[str, Any]]:
    lines = LineIndex(report.message.text) if entry.origin.input_format == "text" else None
    language = report.not_english
    for flag in report.flags:
        line = lines.of(flag.start) if lines else entry.origin.line
        yield {"line": line, "id": entry.id, **flag.to_dict(), "not_english": language}
    if report.unread:
        yield {**dict.fromkeys(COLUMNS), "line": entry.origin.line, "id": entry.id, "not_english": language}


def _cell(value: object) -> str:
    """Format a cell so that neither a spreadsheet nor a terminal interprets it; empty for None."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    words = visible(_BETWEEN.join(value) if isinstance(value, list) else str(value))
    return f"'{words}" if words.startswith(_COMPUTED) else words


def _utf8(row: dict[str, Any]) -> dict[str, Any]:
    """Replace lone surrogates with `?`; Parquet cannot store them."""
    return {key: _without_surrogates(value) if isinstance(value, str) else value for key, value in row.items()}


def _without_surrogates(words: str) -> str:
    return words.encode("utf-8", "replace").decode()


def _type_of(column: str, pyarrow: Any) -> pyarrow.DataType:  # noqa: ANN401
    if column in _NUMBERS:
        return pyarrow.int64()
    return pyarrow.list_(pyarrow.string()) if column in _LISTS else pyarrow.string()


def _writer() -> tuple[Any, Any]:
    """Import pyarrow and its ParquetWriter.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise InputError("Parquet requires pyarrow\n    fix: pip install 'coach-together[parquet]'") from error
    return pyarrow, ParquetWriter
