"""The input options of `coach check`."""

from __future__ import annotations

import argparse
import codecs
from pathlib import Path

INPUTS = ("text", "lines", "jsonl", "csv", "parquet")
_ENCODINGS = "give one such as utf-8, utf-16 or cp1252"
_ESCAPES = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Encodings of names and program text; some lines cannot be decoded at all."""
_TABS = frozenset({"tab", "\\t", "\t"})


def add_input_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to the parser."""
    parser.add_argument(
        "--file",
        type=path_named,
        nargs="+",
        action="extend",
        metavar="PATH",
        help="read messages from files or folders instead",
    )
    parser.add_argument("--input", choices=INPUTS, help="input format (default: by the file's suffix, otherwise text)")
    parser.add_argument(
        "--text-column", metavar="NAME", help="the column or key that contains the text (default: text)"
    )
    parser.add_argument(
        "--id-column", metavar="NAME", help="the column or key that identifies the message (default: id)"
    )
    parser.add_argument(
        "--delimiter", type=_delimiter, metavar="CHAR", help="CSV delimiter (default: detected from the first line)"
    )
    parser.add_argument(
        "--encoding", type=_encoding, metavar="NAME", help="character encoding (default: UTF-8, or detected)"
    )


def path_named(given: str) -> Path:
    """Convert an argument to a path; an empty one, as from an unset variable, would mean the current folder."""
    if not given:
        raise argparse.ArgumentTypeError("empty name: name a file or folder")
    return Path(given)


def _delimiter(given: str) -> str:
    if given in _TABS:
        return "\t"
    if len(given) != 1 or given in '"\r\n ':
        raise argparse.ArgumentTypeError(f"invalid value {given!r}: give one character, such as ';', or tab")
    return given


def _encoding(given: str) -> str:
    try:
        "a".encode(given)
        name = codecs.lookup(given).name
    except (LookupError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"unknown encoding {given!r}: {_ENCODINGS}") from error
    if name.replace("-", "_") in _ESCAPES:
        raise argparse.ArgumentTypeError(f"{given!r} is not an encoding of text files: {_ENCODINGS}")
    return name
