"""Letters of UTF-8 that were read as another encoding (`donâ€™t`), read as the letters that they were.

`ftfy` finds and repairs them. The repaired text is shorter, and it is what all components read; flags are moved back
to the characters of the text as given, which is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat

from coach.models import Flag

_SUSPECT = re.compile("[\u00c2-\u00f4\u0102-\u017e][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
"""What a letter of UTF-8 looks like in another encoding: its first byte, and one that may follow."""


@dataclass(frozen=True, slots=True)
class Unmixed:
    """A text with its letters repaired, and where each of them was."""

    text: str
    _behind: list[int] = field(default_factory=list)
    """The places behind the letters that took several characters, in order."""
    _shifts: list[int] = field(default_factory=list)
    """How many characters more the text as given has up to there."""

    def moved(self, flag: Flag) -> Flag:
        """The flag in the text as given."""
        start, end = self._place(flag.start), self._place(flag.end)
        return flag.model_copy(update={"start": start, "end": end})

    def _place(self, at: int) -> int:
        behind = bisect_right(self._behind, at)
        return at + self._shifts[behind - 1] if behind else at


def unmixed(text: str) -> Unmixed | None:
    """The text with such letters repaired; None where there are none."""
    if text.isascii() or not _SUSPECT.search(text):
        return None
    # Few messages need it, and it takes a tenth of a second.
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
    """What was meant by characters that look like bytes of UTF-8; the same where that is doubtful."""
    from ftfy import fix_encoding  # noqa: PLC0415
    from ftfy.badness import is_bad  # noqa: PLC0415

    letters = fix_encoding(written) if is_bad(written) else written
    return letters if 0 < len(letters) <= len(written) else written


def _widths(letters: str, length: int) -> Iterator[int]:
    """How many of `length` characters each letter took: as many as its bytes, and the last one what is left."""
    if len(letters) == length:
        yield from repeat(1, length)
        return
    for left, letter in zip(range(len(letters) - 1, -1, -1), letters, strict=True):
        free = length - left
        width = min(len(letter.encode("utf-8", "surrogatepass")), free) if left else free
        length -= width
        yield width
