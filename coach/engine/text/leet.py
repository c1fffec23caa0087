"""Read a message again with letters for digits: `1 h4t3 y0u`, `th4t r00m`, `g3t 0v3r 1t`.

Spelling undoes most such words one by one. But spaCy cuts a unit from a digit, `th4t` into `th4` and `t` for tons, and
a word such as `1t` or `4` may be a number. So these are read as letters only where another word shows that digits
stand for letters, and beside the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial
from itertools import islice

from coach.engine.text.english import is_english
from coach.engine.text.first_names import first_names
from coach.engine.text.normalize import unleeted

_SHOWS = re.compile(r"[013457](?<=[a-zA-Z][013457])[013457]{0,12}[a-zA-Z]")
"""Digits between letters."""
_WORD = re.compile(r"(?<![^\s(\"'*_.,!?-])(?:[a-zA-Z']{0,12}[013457]){1,12}[a-zA-Z']{0,12}(?![^\s)\"'*_.,!?;:-])")
_LONE = {"1": "i", "4": "a"}
_MOST_TRIES = 16
_SHORTEST = 3
"""A word of fewer letters has to be one of the rules: every two letters may be an English word."""


def with_letters(text: str, known: Collection[str]) -> str:
    """Return the text with letters for digits in words that are `known`, English or a name, if it has any such word."""
    if not _SHOWS.search(text):
        return text
    changed = _WORD.sub(partial(_meant, known), text)
    return changed if _shows_letters(text, changed) else text


def _shows_letters(text: str, changed: str) -> bool:
    """Return whether digits between letters were changed."""
    return any(text[begin:end] != changed[begin:end] for begin, end in map(re.Match.span, _SHOWS.finditer(text)))


def _meant(known: Collection[str], found: re.Match[str]) -> str:
    written = found.group()
    if written in _LONE or written.isdigit():
        return _LONE.get(written, written)
    plain = islice(unleeted(written.lower()), _MOST_TRIES)
    return next((word for word in plain if word in known or _is_word(word)), written)


def _is_word(word: str) -> bool:
    return len(word) >= _SHORTEST and (is_english(word) or word in first_names())
