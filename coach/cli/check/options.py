"""The options of `coach check` that say what is read, and how."""

from __future__ import annotations

import argparse
import codecs
from pathlib import Path

INPUTS = ("text", "lines", "jsonl", "csv", "parquet")
_TABS = frozenset({"tab", "\\t", "\t"})


def add_input_options(parser: argparse.ArgumentParser) -> None:
    """Add them to the parser."""
    parser.add_argument(
        "--file", type=Path, nargs="+", action="extend", metavar="PATH", help="read files or folders of exports instead"
    )
    parser.add_argument("--input", choices=INPUTS, help="one message, or many (as the file's name ends)")
    parser.add_argument("--text-column", metavar="NAME", help="the column or key that holds the text (text)")
    parser.add_argument("--id-column", metavar="NAME", help="the column or key that names the message (id)")
    parser.add_argument(
        "--delimiter", type=_delimiter, metavar="CHAR", help="what parts the cells of CSV (as in its first line)"
    )
    parser.add_argument(
        "--encoding", type=_encoding, metavar="NAME", help="how letters are stored (UTF-8, or what it can only be)"
    )


def _delimiter(given: str) -> str:
    if given in _TABS:
        return "\t"
    if len(given) != 1 or given in '"\r\n ':
        raise argparse.ArgumentTypeError(f"invalid value {given!r}: give one character, such as ';', or tab")
    return given


def _encoding(given: str) -> str:
    try:
        "a".encode(given)
    except (LookupError, UnicodeError) as error:
        allowed = "give one such as utf-8, utf-16 or cp1252"
        raise argparse.ArgumentTypeError(f"unknown encoding {given!r}: {allowed}") from error
    return codecs.lookup(given).name
