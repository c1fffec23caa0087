"""Take invisible characters out of mail addresses and numbers: soft hyphens, zero-width spaces and joiners.

Between the letters of other words they may mean a space or nothing; spelling reads them both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engine.text.mojibake import Unmixed

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_MAIL = re.compile(r"[^\s@]{1,80}@[^\s@]{1,80}")
_IN_NUMBER = re.compile(rf"(?<=\d){_INVISIBLE.pattern}(?=\d)")


def without_hidden(text: str) -> Unmixed | None:
    """Return the text without invisible characters in addresses and numbers; None if there are none."""
    if text.isascii() or not _INVISIBLE.search(text):
        return None
    parts, behind, shifts = list[str](), list[int](), list[int]()
    given = read = 0
    for start, end in sorted(_hidden(text)):
        parts.append(text[given:start])
        read += start - given
        given = end
        behind.append(read)
        shifts.append(given - read)
    return Unmixed("".join([*parts, text[given:]]), behind, shifts) if parts else None


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    mails = [found.span() for found in _MAIL.finditer(text)]
    for start, end in mails:
        yield from (found.span() for found in _INVISIBLE.finditer(text, start + 1, end - 1))
    for found in _IN_NUMBER.finditer(text):
        if not any(start < found.start() < end for start, end in mails):
            yield found.span()
