"""Recognize UTF-16 and UTF-32 without a byte order mark; read as UTF-8, they would be garbage that looks calm."""

from __future__ import annotations

import codecs
import unicodedata

from coach.visible import HIDDEN

_NAMES = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_BLANKS = b"\t\n\r"
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\x1b")
_NOT_ASCII = bytes(byte for byte in range(0x100) if not 0x20 <= byte < 0x7F and byte not in _BLANKS)
_MOSTLY = 0.7
_NEARLY_ALL = 0.9
_MANY, _MOST_OF_A_WORD = 0.2, 0.35
"""Shares of control characters, in a text and in two letters, above which bytes do not extend ASCII."""
_STRAY = 2
"""This many control characters may stray into any text."""
_UNWRITTEN = frozenset({"Cc", "Cn", "Co", "Cs"})


def wide_name(begin: bytes) -> str | None:
    """Return the name of the UTF-16 or UTF-32 that the first bytes of an input are in; None if they are in neither."""
    if not is_garbled(begin) and b"\0" not in begin:
        return None
    is_utf8 = not begin.isascii() and not is_garbled(begin) and bool(_decoded(begin.replace(b"\0", b""), "utf-8"))
    is_latin = is_utf8 or _is_nearly_ascii(begin)
    found = {name: text for name in _NAMES if _is_sensible(text := _decoded(begin, name), is_latin=is_latin)}
    return min(found, key=lambda name: _pages(found[name]), default=None)


def is_garbled(raw: bytes) -> bool:
    """Whether bytes hold too many zeros or other control characters to be text in an encoding that extends ASCII."""
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    share = controls / max(len(raw), 1)
    return share > (_MANY if controls > _STRAY else _MOST_OF_A_WORD) and controls >= _STRAY


def _is_nearly_ascii(begin: bytes) -> bool:
    letters = begin.replace(b"\0", b"")
    return len(letters.translate(None, _NOT_ASCII)) >= _NEARLY_ALL * len(letters)


def _decoded(begin: bytes, name: str) -> str:
    """Decode as much as is complete; empty if the bytes are not in this encoding."""
    try:
        return codecs.getincrementaldecoder(name)().decode(begin)
    except UnicodeDecodeError:
        return ""


def _is_sensible(text: str, *, is_latin: bool) -> bool:
    """Whether a person may have written the text.

    Two ASCII letters are one Chinese character in UTF-16, so bytes that are nearly all ASCII must decode to ASCII.
    """
    bare = text.translate({ord("\r"): None, ord("\t"): " ", ord("\n"): " "})
    if not bare or HIDDEN.search(bare) or any(unicodedata.category(char) in _UNWRITTEN for char in bare):
        return False
    return not is_latin or sum(map(str.isascii, bare)) >= _MOSTLY * len(bare)


def _pages(text: str) -> int:
    """Count blocks of 256 characters in use; a wrong byte order scatters letters over many of them."""
    return len({ord(char) >> 8 for char in text})
