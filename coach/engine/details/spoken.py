"""Numbers in words, or mixed with digits: `oh seven double zero`, `zero7 seven0`."""

from __future__ import annotations

import re

from coach.engine.details.lazy_regex import Expression

_DIGITS = {
    word: str(digit)
    for digit, words in enumerate(
        ("zero oh o nought naught", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    )
    for word in words.split()
}
_ZEROS = {"hundred": "00", "thousand": "000"}
"""Said of the digit before; only in a number that begins with 0, others may count things."""
_DIGITS |= _ZEROS
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORD = rf"(?:{'|'.join(sorted((*_DIGITS, *_TIMES), key=len, reverse=True))}|\d{{1,4}}(?!\d))"
SAID = Expression(rf"\b{_WORD}(?:[ \t,.\-_/]{{0,3}}{_WORD}){{4,24}}\b", re.IGNORECASE)
"""Number words in a row."""
_EACH = Expression(_WORD, re.IGNORECASE)


def spoken_digits(said: str) -> tuple[str, int]:
    """Return the digits that words say, and how many of the words are not written digits."""
    digits, times, words = "", 1, 0
    for found in _EACH.finditer(said.lower()):
        word = found[0]
        words += not word.isdigit()
        if word in _TIMES:
            times = _TIMES[word]
        else:
            digits += _DIGITS.get(word, word) * times
            times = 1
    counts = not digits.startswith("0") and any(word in said.lower() for word in _ZEROS)
    return ("", 0) if counts else (digits, words)
