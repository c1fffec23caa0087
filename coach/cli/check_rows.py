"""Messages out of exports: the column with the text is named by whoever calls, other columns are left alone."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.cli.check_input import Entry, Fault, Place
from coach.errors import InputError
from coach.models import Message

MAX_FIELD = 10_000_000
"""The longest field of a CSV file, in characters: a quote that is never closed does not fill the memory."""
ROWS = 1_024
"""Rows of a Parquet file that are in memory at a time."""
_MEND = "mend the row, or save the file anew"
_UTF8 = "save the file as UTF-8"
Item = Entry | Fault


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns are read."""

    text: str = "text"
    id: str | None = None
    """None: the column `id` where there is one, or else the number of the line or row."""

    def missing(self, names: Iterable[str]) -> str | None:
        """The first column that is not among `names`."""
        return next((name for name in (self.text, self.id) if name is not None and name not in names), None)


def read_csv(lines: Iterable[bytes], columns: Columns, given: Message, file: str) -> Iterator[Item]:
    """The messages of a CSV file whose first line names the columns."""
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(_decoded(lines))
    try:
        names = next(reader, [])
    except csv.Error as error:
        yield Fault(Place(1, file, "csv"), f"no row of CSV: {error}", _MEND)
        return
    missing = columns.missing(names)
    if missing is not None:
        yield _no_column(missing, names, Place(1, file, "csv"))
        return
    while True:
        place = Place(reader.line_num + 1, file, "csv")
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(place, f"no row of CSV: {error}", _MEND)
        else:
            yield from _of_row(dict(zip(names, row, strict=False)), columns, given, place)


def read_objects(lines: Iterable[bytes], columns: Columns, given: Message, file: str) -> Iterator[Item]:
    """The messages of JSON lines with whatever keys."""
    for number, line in enumerate(_decoded(lines), 1):
        place = Place(number, file, "jsonl")
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield Fault(place, "not a JSON line", f'write {{"{columns.text}": "..."}}')
            continue
        if not isinstance(row, dict) or columns.missing(row) is not None:
            yield Fault(place, f"no JSON object with the key {columns.text!r}", "name the key with --text-column")
        else:
            yield from _of_row(row, columns, given, place)


def read_parquet(
    path: Path, columns: Columns, given: Message, file: str, count: Callable[[int, int], None]
) -> Iterator[Item]:
    """The messages of a Parquet file.

    Args:
        path: the file.
        columns: which columns are read.
        given: direction and audience.
        file: the name of the file.
        count: told, with every row, that so many of so many are read.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError("Parquet files need pyarrow\n    mend: pip install 'coach-together[parquet]'") from error
    return _parquet_rows(lambda: ParquetFile(path), columns, given, file, count)


def _parquet_rows(
    opened: Callable[[], Any], columns: Columns, given: Message, file: str, count: Callable[[int, int], None]
) -> Iterator[Item]:
    number = 0
    try:
        table = opened()
        missing = columns.missing(table.schema_arrow.names)
        if missing is not None:
            yield _no_column(missing, table.schema_arrow.names, Place(1, file, "parquet"))
            return
        wanted = {columns.text, columns.id or "id"}.intersection(table.schema_arrow.names)
        for batch in table.iter_batches(batch_size=ROWS, columns=sorted(wanted)):
            for row in batch.to_pylist():
                number += 1
                count(number, table.metadata.num_rows)
                yield from _of_row(row, columns, given, Place(number, file, "parquet"))
    except (OSError, ValueError):
        yield Fault(Place(number + 1, file, "parquet"), "this is no whole Parquet file", "export it anew")


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Lines as text; what is not UTF-8 becomes lone surrogates, which no UTF-8 text holds."""
    for number, raw in enumerate(lines):
        yield raw.removeprefix(b"" if number else b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")


def _of_row(row: dict[str, Any], columns: Columns, given: Message, place: Place) -> Iterator[Item]:
    """The message of a row; none where its text is missing, as in exports of pictures."""
    text = row.get(columns.text)
    if text is None:
        return
    if not isinstance(text, str):
        yield Fault(place, f"the column {columns.text!r} holds no text", "name another with --text-column")
    elif place.form != "parquet" and any("\udc80" <= char <= "\udcff" for char in text):
        yield Fault(place, "this is not UTF-8 text", _UTF8)
    else:
        name = row.get(columns.id or "id")
        yield Entry(str(place.line if name is None else name), given.model_copy(update={"text": text}), place)


def _no_column(missing: str, names: Iterable[str], place: Place) -> Fault:
    known = ", ".join(map(repr, names)) or "none"
    return Fault(place, f"no column is called {missing!r}", f"name one with --text-column or --id-column: {known}")
