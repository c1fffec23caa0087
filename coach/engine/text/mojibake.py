"""Repair mojibake: UTF-8 letters that were decoded in another encoding (`donâ€™t`).

`ftfy` finds and repairs them. All components read the repaired text, which is shorter; flags are moved back to the
characters of the original text, which never changes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat

from coach.models import Flag

_SUSPECT = re.compile("[\u00c2-\u00f4\u0102-\u017e][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
"""A UTF-8 letter decoded in another encoding: its first byte and a possible second one."""


@dataclass(frozen=True, slots=True)
class Unmixed:
    """A repaired text, with the original place of each letter."""

    text: str
    _behind: list[int] = field(default_factory=list)
    """Places after letters that took several characters, in order."""
    _shifts: list[int] = field(default_factory=list)
    """How many characters longer the original text is up to there."""

    def moved(self, flag: Flag) -> Flag:
        """Return the flag in the original text."""
        start, end = self.place(flag.start), self.place(flag.end)
        return flag.model_copy(update={"start": start, "end": end})

    def place(self, at: int) -> int:
        """Return the place in the original text of a place in the repaired one."""
        behind = bisect_right(self._behind, at)
        return at + self._shifts[behind - 1] if behind else at


def unmixed(text: str) -> Unmixed | None:
    """Return the repaired text; None if it needs no repair."""
    if text.isascii() or not _SUSPECT.search(text):
        return None
    # Imported here: few messages need it, and it takes a tenth of a second.
    from ftfy.chardata import UTF8_DETECTOR_RE  # noqa: PLC0415

    parts, behind, shifts = list[str](), list[int](), list[int]()
    given = read = 0
    for found in UTF8_DETECTOR_RE.finditer(text):
        letters = _letters(found.group())
        parts += (text[given : found.start()], letters)
        read += found.start() - given
        given = found.start()
        for width in _widths(letters, len(found.group())):
            read, given = read + 1, given + width
            behind.append(read)
            shifts.append(given - read)
    return Unmixed("".join([*parts, text[given:]]), behind, shifts)


def _letters(written: str) -> str:
    """Return the letters meant by characters that look like UTF-8 bytes; unchanged where doubtful."""
    from ftfy import fix_encoding  # noqa: PLC0415
    from ftfy.badness import is_bad  # noqa: PLC0415

    letters = fix_encoding(written) if is_bad(written) else written
    return letters if 0 < len(letters) <= len(written) else written


def _widths(letters: str, length: int) -> Iterator[int]:
    """Yield how many of `length` characters each letter took: one for each byte, the last letter takes the rest."""
    if len(letters) == length:
        yield from repeat(1, length)
        return
    for left, letter in zip(range(len(letters) - 1, -1, -1), letters, strict=True):
        free = length - left
        width = min(len(letter.encode("utf-8", "surrogatepass")), free) if left else free
        length -= width
        yield width
