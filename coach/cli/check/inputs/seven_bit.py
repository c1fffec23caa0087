"""Recognize text whose letters are hidden in ASCII: ISO-2022, HZ and UTF-7; read as ASCII it would look calm."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(rb"\x1b\$|\x1b\([IJ]|\x1b\.|\x0e[\x21-\x7e]{2}|~\{")
_BY_ESCAPE = ("iso2022_jp_2", "iso2022_jp_3", "iso2022_jp_2004", "iso2022_jp_ext", "iso2022_kr", "hz")
_KOREAN = b"\x1b$)C"
"""Begins an ISO-2022-KR text; its lines after the first have only shifts."""
_UTF_7 = re.compile(rb"\+(?:/v[89+/]|[A-Za-z0-9+/]{8,})")
_CHINESE, _HANGUL = range(0x4E, 0xA0), range(0xAC, 0xD8)
"""Scripts that take many blocks of 256 characters."""


def seven_bit_name(line: bytes) -> str | None:
    """Return the name of the 7-bit encoding that an ASCII line is in; None if it is just ASCII."""
    if b"+" in line and any(_is_utf7(found[0]) for found in _UTF_7.finditer(line)):
        return "utf-7"
    if not _ESCAPES.search(line):
        return None
    return next((name for name in _BY_ESCAPE if _has_letters(line, name)), None)


def _has_letters(line: bytes, name: str) -> bool:
    """Whether the line decodes to letters beyond ASCII."""
    begin = _KOREAN + b"\n" if name == "iso2022_kr" and _KOREAN not in line else b""
    try:
        return not (begin + line).decode(name).isascii()
    except UnicodeDecodeError:
        return False


def _is_utf7(run: bytes) -> bool:
    """Whether a run after a plus sign is letters of one script; telephone numbers and links are not."""
    try:
        text = (run + b"-").decode("utf-7")
    except UnicodeDecodeError:
        return False
    return text == "\ufeff" or (all(map(_is_written, text)) and len(set(map(_script, text)) - {-1}) == 1)


def _is_written(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMNPSZ"


def _script(char: str) -> int:
    """Return a number for the script of a letter; -1 for what every script has."""
    page = ord(char) >> 8
    if not char.isalpha():
        return -1
    return next((script[0] for script in (_CHINESE, _HANGUL) if page in script), page)
