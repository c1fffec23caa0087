"""What a file is that is no prose: its marks would be read as quotation marks, and everything in it would look calm."""

from __future__ import annotations

import json
from dataclasses import dataclass

LOOKED_AT = 4_096
"""So many bytes at the start tell what most files are."""
_MOST_JSON = 20_000_000
"""Longer text is judged as JSON by its first and last character, in characters."""
_LESSER_LINES = 3
"""So many lines, at most, are read to see whether each is JSON."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something that is not read as prose."""

    what: str
    """What it is, as the end of a sentence: `a zip archive`."""
    fix: str
    """What to do instead."""


_OPEN_IT = "open it, copy the messages, and give those"
_EXPORT = 'save the messages as JSON lines, {"id": "1", "text": "..."} a line, or as CSV with a column `text`'
_MAGIC: tuple[tuple[bytes, Foreign], ...] = (
    (b"PK\x03\x04", Foreign("a zip archive, or a spreadsheet or document in one", f"unpack it, or {_EXPORT}")),
    (b"PK\x05\x06", Foreign("an empty zip archive", _EXPORT)),
    (b"\xd0\xcf\x11\xe0", Foreign("a spreadsheet or document of an older office program", _EXPORT)),
    (b"\x1f\x8b", Foreign("packed with gzip", "unpack it first")),
    (b"Rar!", Foreign("a rar archive", "unpack it first")),
    (b"7z\xbc\xaf", Foreign("a 7z archive", "unpack it first")),
    (b"%PDF", Foreign("a PDF", _OPEN_IT)),
    (b"\x89PNG", Foreign("a picture", "type the words of it")),
    (b"\xff\xd8\xff", Foreign("a picture", "type the words of it")),
    (b"GIF8", Foreign("a picture", "type the words of it")),
    (b"SQLite format 3", Foreign("a database", _EXPORT)),
    (b"PAR1", Foreign("a Parquet file", "name it as NAME.parquet with --file, or say --input parquet")),
    (b"\xff\xfe", Foreign("text in UTF-16", "save it as UTF-8")),
    (b"\xfe\xff", Foreign("text in UTF-16", "save it as UTF-8")),
)
_JSON = Foreign("JSON", f"{_EXPORT}; then say --input jsonl or --input csv")
_JSON_LINES = Foreign("JSON lines", "say --input jsonl")
_XML = Foreign("XML or a web page", f"{_OPEN_IT}, or {_EXPORT}")


def foreign_bytes(begin: bytes) -> Foreign | None:
    """What a file is by its first bytes; None where it may be text."""
    for magic, foreign in _MAGIC:
        if begin.startswith(magic):
            return foreign
    if b"\0" in begin and not begin.strip(b"\0").isascii():
        return Foreign("no text", _EXPORT)
    even, odd = begin[:LOOKED_AT:2], begin[1:LOOKED_AT:2]
    if len(odd) > 1 and (not any(odd) or not any(even)):
        return Foreign("text in UTF-16", "save it as UTF-8")
    return None


def foreign_text(text: str) -> Foreign | None:
    """What a text is that is written for programs; None where it may be prose."""
    bare = text.strip()
    if bare.startswith(("<?xml", "<!DOCTYPE", "<!doctype", "<html", "<HTML")):
        return _XML
    if bare[:1] not in {"{", "["} or bare[-1:] not in {"}", "]"}:
        return None
    if len(bare) > _MOST_JSON or _is_json(bare):
        return _JSON
    lines = bare.splitlines()
    return _JSON_LINES if len(lines) > 1 and all(map(_is_json, lines[:_LESSER_LINES])) else None


def _is_json(text: str) -> bool:
    """Whether it is a JSON object, or a list that holds more than words and numbers."""
    try:
        value = json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return isinstance(value, dict) or (isinstance(value, list) and bool(value))
