"""How the bytes of an input are read as text: as its mark says, as the caller says, or as they can only be meant."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence

from charset_normalizer import CharsetMatch, CharsetMatches, from_bytes

from coach.visible import HIDDEN

MOST_LOOKED_AT = 16_384
"""So many bytes of lines that are not UTF-8 are looked at to see what they are."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.7
_SELDOM = 0.1
"""In UTF-16 with Latin letters, most bytes of one half are zero, and hardly any of the other."""
_WESTERN = frozenset("\u00a0’‘“”–—…•€£¥§©®™°·¡¿«»¼½¾²³ªºàáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ")
"""What English messages hold beside ASCII; the rest of cp1252 is likelier to be another encoding."""
_NOT_BY_LINE = ("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le")
_COHERENT, _LEAD = 0.15, 1.5
"""How well letters must fit a language, and how much better than those of the next encoding."""


def marked(begin: bytes) -> str | None:
    """The encoding that the first bytes of an input give away: a byte order mark, or every second byte zero."""
    for mark, name in _MARKS:
        if begin.startswith(mark):
            return name
    even, odd = begin[0:-1:2], begin[1::2]
    zeros = (even.count(0) / len(odd), odd.count(0) / len(odd)) if odd else (0.0, 0.0)
    if min(zeros) > _SELDOM or max(zeros) < _MOSTLY:
        return None
    name = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    return None if HIDDEN.search(begin.decode(name, "ignore").replace("\r", "")) else name


def keeps_lines(name: str) -> bool:
    """Whether a line end is the same byte as in ASCII, so that a text can be cut at it before it is decoded."""
    return "a\n".encode(name) == b"a\n"


def guessed(sample: bytes) -> str | None:
    """The encoding of lines that are not UTF-8; None where they may be several.

    cp1252 is taken where it gives what English messages hold; another one only where its letters fit a language.
    """
    found = from_bytes(sample, cp_exclusion=list(_NOT_BY_LINE))
    if _is_western(sample, found):
        return "cp1252"
    ranked = sorted(found, key=_fitness, reverse=True)
    if not ranked or _fitness(ranked[0]) < _COHERENT:
        return None
    rivals = (_fitness(match) for match in ranked[1:] if str(match) != str(ranked[0]))
    return ranked[0].encoding if _fitness(ranked[0]) >= _LEAD * max(rivals, default=0.0) else None


def _fitness(match: CharsetMatch) -> float:
    """How well its letters fit a language, less how odd they stand together."""
    return match.coherence - match.chaos


def _is_western(sample: bytes, found: CharsetMatches) -> bool:
    """Whether cp1252 reads the sample, and so reads it what knows nothing of cp1252, as clean English text."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = {char for char in text if not char.isascii()}
    return beyond <= _WESTERN and any(not match.chaos and str(match) == text for match in found)


def sampled(lines: Sequence[bytes]) -> bytes:
    """Those lines that hold more than ASCII, up to `MOST_LOOKED_AT` bytes."""
    return b"".join(_up_to_the_most(line for line in lines if not line.isascii()))


def _up_to_the_most(lines: Iterator[bytes]) -> Iterator[bytes]:
    left = MOST_LOOKED_AT
    for line in lines:
        yield line[:left]
        left -= len(line)
        if left <= 0:
            return
