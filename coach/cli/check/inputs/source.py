"""Open the input of `coach check` (TEXT, standard input or a file) and choose its reader."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial

from coach.cli.check.inputs.chats import read_chats
from coach.cli.check.inputs.csv_rows import read_csv
from coach.cli.check.inputs.entries import InputMessage, Item, is_empty, read_entries
from coach.cli.check.inputs.exports import Export
from coach.cli.check.inputs.lines import ReadOptions, in_chunks
from coach.cli.check.inputs.rows import Columns, read_objects, read_parquet
from coach.cli.check.progress import ProgressLine
from coach.cli.terminal import counted, one_line
from coach.cli.typed import stream_of
from coach.errors import InputError
from coach.models import Audience, Direction, Message


def items_of(
    args: argparse.Namespace, export: Export | None, progress: ProgressLine, files: ExitStack
) -> Iterator[Item]:
    """Yield the messages and failures of one input, and report on standard error how many messages are empty.

    Args:
        args: the parsed arguments.
        export: the file; None for TEXT and standard input.
        progress: counts how much has been read.
        files: closes the file.

    Raises:
        InputError: the file cannot be opened, or standard input is closed.
    """
    return _noting_empty(_items(args, export, progress, files), str(export.path) if export else "")


def _noting_empty(items: Iterator[Item], file: str) -> Iterator[Item]:
    """Pass items on, then report empty messages, or that there were none at all: neither is calm, both are unread."""
    total = empty = 0
    for item in items:
        total += 1
        empty += isinstance(item, InputMessage) and is_empty(item.message.text)
        yield item
    if not total:
        _say(file, "no message in this input, so nothing was checked")
    if empty:
        _say(file, f"{counted(empty, 'empty message')}: nothing to check there")


def _items(args: argparse.Namespace, export: Export | None, progress: ProgressLine, files: ExitStack) -> Iterator[Item]:
    """Choose the reader of one input."""
    file = str(export.path) if export else ""
    given = Message(text="", direction=_direction(args), audience=Audience(args.audience))
    input_format = export.input_format if export else args.input or "text"
    if export and not args.input and (chats := read_chats(export.path, given, partial(_say, file))):
        return chats
    columns = Columns(args.text_column or "text", args.id_column)
    if export and input_format == "parquet":
        return read_parquet(export.path, columns, given, file, progress.count)
    chunks, options = (
        _chunks(args, export, progress, files),
        ReadOptions(args.encoding, args.delimiter, partial(_say, file)),
    )
    if input_format == "csv":
        return read_csv(chunks, columns, given, file, options)
    if input_format == "jsonl" and (args.text_column or args.id_column):
        return read_objects(chunks, columns, given, file, options)
    return read_entries(chunks, input_format, given, file, options)


def _chunks(
    args: argparse.Namespace, export: Export | None, progress: ProgressLine, files: ExitStack
) -> Iterable[bytes]:
    """Yield the input as small chunks of bytes."""
    if export is None:
        stream = stream_of(args.text, "coach check")
        if stream is None:
            return [" ".join(args.text).encode("utf-8", "surrogatepass")]
        return in_chunks(stream)
    try:
        file = files.enter_context(export.path.open("rb"))
    except OSError as error:
        raise InputError(f"{export.path}: {error.strerror}\n    fix: name a file that you can read") from error
    return progress.metered(in_chunks(file), export.path.stat().st_size)


def _direction(args: argparse.Namespace) -> Direction:
    return Direction.RECEIVED if args.received else Direction.DRAFT


def _say(file: str, what: str) -> None:
    """Print a note about an input on standard error."""
    name = f"{one_line(file)}: " if file else ""
    print(f"coach: {name}{what}", file=sys.stderr, flush=True)
