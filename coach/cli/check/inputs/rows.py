"""Read messages from JSON objects and Parquet rows; only the chosen columns are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.cli.check.inputs.entries import Failure, Item, Origin, entry_of, failure_of
from coach.cli.check.inputs.json_line import parsed
from coach.cli.check.inputs.lines import ReadOptions, read_lines
from coach.errors import InputError
from coach.foreign import foreign_line
from coach.models import Message

ROWS = 1_024
"""Parquet rows held in memory at a time."""
_DEFAULTS = ReadOptions()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns to read."""

    text: str = "text"
    id: str | None = None
    """None means the column `id` if there is one, otherwise the line or row number."""

    def missing(self, names: Iterable[str]) -> str | None:
        """Return the first column that is not in `names`, or None."""
        return next((name for name in (self.text, self.id) if name is not None and name not in names), None)

    def doubled(self, names: Sequence[str]) -> str | None:
        """Return the first column to read whose name is in `names` more than once, or None."""
        return next((name for name in (self.text, self.id or "id") if names.count(name) > 1), None)


def read_objects(
    chunks: Iterable[bytes], columns: Columns, given: Message, file: str, options: ReadOptions = _DEFAULTS
) -> Iterator[Item]:
    """Yield the messages of JSON lines with arbitrary keys."""
    is_first = True
    for line in read_lines(chunks, options):
        origin = Origin(line.number, file, "jsonl")
        if line.problem:
            yield failure_of(line, origin)
        elif line.text.strip():
            if is_first and (foreign := foreign_line(line.text)):
                yield Failure(origin, f"this is {foreign.what}, not JSON lines", foreign.fix)
                return
            is_first = False
            yield from _of_line(line.text, columns, given, origin)


def _of_line(line: str, columns: Columns, given: Message, origin: Origin) -> Iterator[Item]:
    try:
        row = parsed(line)
    except (ValueError, RecursionError) as error:
        yield Failure(origin, f"not a JSON line: {error}", f'write {{"{columns.text}": "..."}}')
        return
    if not isinstance(row, dict) or columns.missing(row) is not None:
        yield Failure(
            origin, f"expected a JSON object with the key {columns.text!r}", "name the key with --text-column"
        )
    else:
        yield from of_row(row, columns, given, origin)


def read_parquet(
    path: Path, columns: Columns, given: Message, file: str, count: Callable[[int, int], None]
) -> Iterator[Item]:
    """Yield the messages of a Parquet file.

    Args:
        path: the file.
        columns: which columns to read.
        given: default direction and audience.
        file: the file name.
        count: called for every row with the number of rows read and in total.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError("Parquet requires pyarrow\n    fix: pip install 'coach-together[parquet]'") from error
    return _parquet_rows(lambda: ParquetFile(path), columns, given, file, count)


def _parquet_rows(
    opened: Callable[[], Any], columns: Columns, given: Message, file: str, count: Callable[[int, int], None]
) -> Iterator[Item]:
    number = 0
    try:
        table = opened()
        missing = columns.missing(table.schema_arrow.names)
        if missing is not None:
            yield no_column(missing, table.schema_arrow.names, Origin(1, file, "parquet"))
            return
        if (twin := columns.doubled(table.schema_arrow.names)) is not None:
            yield two_columns(twin, Origin(1, file, "parquet"))
            return
        wanted = {columns.text, columns.id or "id"}.intersection(table.schema_arrow.names)
        for batch in table.iter_batches(batch_size=ROWS, columns=sorted(wanted)):
            for row in batch.to_pylist():
                number += 1
                count(number, table.metadata.num_rows)
                yield from of_row(row, columns, given, Origin(number, file, "parquet"))
    except (OSError, ValueError):
        yield Failure(
            Origin(number + 1, file, "parquet"), "this Parquet file is incomplete or damaged", "export it again"
        )


def of_row(row: Mapping[str, Any], columns: Columns, given: Message, origin: Origin) -> Iterator[Item]:
    """Yield the message of a row; nothing if it has no text, as with pictures in an export."""
    text = row.get(columns.text)
    if text is None:
        return
    if not isinstance(text, str):
        yield Failure(origin, f"the column {columns.text!r} does not contain text", "name another with --text-column")
        return
    name = row.get(columns.id or "id")
    yield entry_of(str(origin.line if name is None else name), text, given, origin)


def no_column(missing: str, names: Iterable[str], origin: Origin) -> Failure:
    """Return the failure for a missing column."""
    known = ", ".join(map(repr, names)) or "none"
    return Failure(origin, f"missing column {missing!r}", f"choose one with --text-column or --id-column: {known}")


def two_columns(name: str, origin: Origin) -> Failure:
    """Return the failure for two columns with the same name, one of which would not be read."""
    return Failure(origin, f"two columns have the name {name!r}", "rename one of them")
