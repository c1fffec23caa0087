"""Recognizes files that are not prose: read as prose, their markup would look like quotes and silence every rule."""

from __future__ import annotations

import json
from dataclasses import dataclass

from coach.locale import N_

LOOKED_AT = 4_096
"""How many bytes at the start are inspected; enough for most formats."""
_MOST_JSON = 20_000_000
"""The longest text, in characters, that is parsed to see if it is JSON; of a longer one only the ends are checked."""
_MOST_BRACKETS = 100_000
"""Text with more brackets is taken for JSON, as parsing it would take a lot of memory."""
_SAMPLED_LINES = 3
"""How many lines are parsed to recognize JSON lines."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that is not read as prose."""

    what: str
    """Its name with an article: `a zip archive`."""
    fix: str
    """What to do instead."""


_OPEN_IT = "open it, copy the messages, and check those"
_EXPORT = 'save the messages as JSON lines, one {"id": "1", "text": "..."} per line, or as CSV with a `text` column'
_SAVE_SHEET = "open it and save the sheet with the messages as CSV with a `text` column"
_UNPACK = "unpack it and check the files inside"
_TYPE = "type the words it contains"
PICTURE, RECORDING = Foreign(N_("a picture"), _TYPE), Foreign(N_("a recording"), _TYPE)
_OLD_OFFICE = Foreign(N_("a spreadsheet or document from an older office program"), f"{_OPEN_IT}; or {_EXPORT}")
_MAGIC: tuple[tuple[bytes, Foreign], ...] = (
    (b"PK\x05\x06", Foreign(N_("an empty zip archive"), _EXPORT)),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"\x1f\x8b", Foreign(N_("packed with gzip"), _UNPACK)),
    (b"BZh", Foreign(N_("packed with bzip2"), _UNPACK)),
    (b"\xfd7zXZ", Foreign(N_("packed with xz"), _UNPACK)),
    (b"Rar!", Foreign(N_("a rar archive"), _UNPACK)),
    (b"7z\xbc\xaf", Foreign(N_("a 7z archive"), _UNPACK)),
    (b"%PDF", Foreign(N_("a PDF"), _OPEN_IT)),
    (b"{\\rtf", Foreign(N_("an RTF document"), _OPEN_IT)),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"OggS", RECORDING),
    (b"ID3", RECORDING),
    (b"SQLite format 3", Foreign(N_("an SQLite database"), f"open it in a database program; {_EXPORT}")),
    (b"PAR1", Foreign(N_("a Parquet file"), "name it NAME.parquet and use --file, or add --input parquet")),
)
_NO_TEXT = Foreign(N_("not text"), f"save it as UTF-8 text; or {_EXPORT}")
_ZIP = b"PK\x03\x04"
_IN_ZIP: tuple[tuple[bytes, Foreign], ...] = (
    (b"xl/", Foreign(N_("a spreadsheet (xlsx)"), _SAVE_SHEET)),
    (b"opendocument.spreadsheet", Foreign(N_("a spreadsheet (ods)"), _SAVE_SHEET)),
    (b"word/", Foreign(N_("a document (docx)"), _OPEN_IT)),
    (b"opendocument.text", Foreign(N_("a document (odt)"), _OPEN_IT)),
    (b"ppt/", Foreign(N_("a presentation (pptx)"), _OPEN_IT)),
)
"""File names near the start of a zip archive that identify its format."""
_ZIPPED = Foreign(N_("a zip archive"), _UNPACK)
_AT_FOUR = {b"ftypheic": PICTURE, b"ftypavif": PICTURE, b"ftypmif1": PICTURE}
"""Container types of pictures, found at the fifth byte; any other container is a recording."""
_JSON = Foreign(N_("JSON"), f"{_EXPORT}; then add --input jsonl or --input csv")
_JSON_LINES = Foreign(N_("JSON lines"), "add --input jsonl")
_ONE_A_LINE = "put each message on its own line; for a list, `jq -c '.[]' list.json > messages.jsonl` does it"
_JSON_LIST = Foreign(N_("a JSON list"), _ONE_A_LINE)
_JSON_DOCUMENT = Foreign(N_("one JSON document over many lines"), _ONE_A_LINE)
_WEB = ("<?xml", "<!DOCTYPE", "<!doctype", "<html", "<HTML")
_XML = Foreign(N_("XML or a web page"), f"{_OPEN_IT}, or {_EXPORT}")


def foreign_bytes(begin: bytes, *, has_zeros: bool = False) -> Foreign | None:
    """Recognize a file by its first bytes, ignoring its name; None if it may be text.

    Args:
        begin: the first bytes of the file.
        has_zeros: whether zero bytes belong to the encoding, as in UTF-16.
    """
    if begin.startswith(_ZIP):
        return next((foreign for name, foreign in _IN_ZIP if name in begin), _ZIPPED)
    for magic, foreign in _MAGIC:
        if begin.startswith(magic):
            return foreign
    if begin[4:8] == b"ftyp":
        return _AT_FOUR.get(begin[4:12], RECORDING)
    if begin.startswith(b"RIFF"):
        return PICTURE if begin[8:12] == b"WEBP" else RECORDING
    if not has_zeros and b"\0" in begin and not begin.strip(b"\0").isascii():
        return _NO_TEXT
    return None


def foreign_text(text: str, *, is_whole: bool = True) -> Foreign | None:
    """Recognize a text written for programs; None if it may be prose.

    Args:
        text: the text.
        is_whole: whether `text` is complete; if not, it is only the start of a longer one.
    """
    bare = text.strip()
    if bare.startswith(_WEB):
        return _XML
    if bare[:1] not in {"{", "["}:
        return None
    if not is_whole or len(bare) > _MOST_JSON:
        return _JSON if not is_whole or bare[-1] in "}]" else None
    if bare[-1] not in "}]":
        return None
    if _is_json(bare):
        return _JSON
    lines = bare.splitlines()
    return _JSON_LINES if len(lines) > 1 and all(map(_is_json, lines[:_SAMPLED_LINES])) else None


def foreign_line(line: str) -> Foreign | None:
    """Recognize, by its first line, an input that was declared as JSON lines but is not; None if it may be."""
    bare = line.strip()
    if bare.startswith("["):
        return _JSON_LIST if _is_list(bare) or bare[-1] in "[{,}" else None
    if bare == "{" or (bare.startswith("{") and bare[-1] in "[{,"):
        return _JSON_DOCUMENT
    return _XML if bare.startswith(_WEB) else None


def _is_list(text: str) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except (RecursionError, ValueError):
        return False


def _is_json(text: str) -> bool:
    """Return whether `text` is a JSON object or a list that is not empty."""
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        return True
    try:
        value = json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return isinstance(value, dict) or (isinstance(value, list) and bool(value))
