"""Detect the encoding of an input: from its byte order mark, or from the letters it contains."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence

from charset_normalizer import CharsetMatch, CharsetMatches, from_bytes

from coach.cli.check.inputs.wide import wide_name

MOST_LOOKED_AT = 16_384
"""Bytes of non-UTF-8 lines examined to guess their encoding."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("\u00a0’‘“”–—…•€£¥§©®™°·¡¿«»¼½¾²³ªºàáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ")
"""Non-ASCII characters found in English messages; other cp1252 characters suggest another encoding."""
_NOT_BY_LINE = ("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le")
_COHERENT, _LEAD = 0.15, 1.5
"""Minimum fitness to a language, and how many times fitter than the runner-up."""


def marked(begin: bytes) -> str | None:
    """Return the encoding revealed by the first bytes: by a byte order mark, or by what they decode to."""
    for mark, name in _MARKS:
        if begin.startswith(mark):
            return name
    return wide_name(begin)


def keeps_lines(name: str) -> bool:
    """Whether a line feed is the same byte as in ASCII, so that bytes can be split into lines before decoding."""
    return "a\n".encode(name) == b"a\n"


def guessed(sample: bytes) -> str | None:
    """Guess the encoding of lines that are not UTF-8; None if several are plausible.

    Prefer cp1252 if it decodes to typical English text; accept another encoding only if its letters fit a language.
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
    """Score how well the letters fit a language, minus how odd their combinations are."""
    return match.coherence - match.chaos


def _is_western(sample: bytes, found: CharsetMatches) -> bool:
    """Whether cp1252 decodes the sample to clean English text and charset-normalizer finds the same text."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = {char for char in text if not char.isascii()}
    return beyond <= _WESTERN and any(not match.chaos and str(match) == text for match in found)


def sampled(lines: Sequence[bytes]) -> bytes:
    """Join the lines that contain non-ASCII bytes, up to `MOST_LOOKED_AT` bytes."""
    return b"".join(_up_to_the_most(line for line in lines if not line.isascii()))


def _up_to_the_most(lines: Iterator[bytes]) -> Iterator[bytes]:
    left = MOST_LOOKED_AT
    for line in lines:
        yield line[:left]
        left -= len(line)
        if left <= 0:
            return
