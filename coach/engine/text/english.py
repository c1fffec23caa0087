"""Whether a word is an English word or a name, by a list of 145,000: only other words are read as typos.

The list holds the words of SCOWL 2020.12.07 up to size 70 and its proper names up to size 80, in small letters and
in all its regional spellings; `english-licence.txt` is SCOWL's own. It is read when the first unknown word is.
"""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

from coach.engine.text.word_lists import word_list

_FILE = Path(__file__).with_name("english.txt.xz")
_MODERN = word_list(Path(__file__).with_name("words.toml"), "modern")
_PREFIX = 3
"""Words with the same first letters share a line; shorter words are not listed."""
_NO_MORE = "."
"""The end of a word that is only these letters."""


def is_english(word: str) -> bool:
    """Return whether this word, in small letters, is on the list; any word of one or two letters counts as one."""
    if len(word) < _PREFIX or word in _MODERN:
        return True
    line, end = _line(word), word[_PREFIX:] or _NO_MORE
    return f" {end} " in line or f" {end}+" in line


def how_common(word: str) -> int:
    """Return 2 for one of the 4,000 most common words, 1 for one of the next 7,000, 0 for all others."""
    line, end = _line(word), word[_PREFIX:] or _NO_MORE
    if f" {end}++ " in line:
        return 2
    return int(f" {end}+ " in line)


def english_words() -> frozenset[str]:
    """Return the whole list."""
    ends = ((first, end.rstrip("+")) for first, line in _lines().items() for end in line.split())
    return frozenset(first + end.removesuffix(_NO_MORE) for first, end in ends)


def _line(word: str) -> str:
    return _lines().get(word[:_PREFIX], "")


@cache
def _lines() -> dict[str, str]:
    """Read the list: the ends of all words by their first letters, those of common words with one `+` or two."""
    lines = lzma.decompress(_FILE.read_bytes()).decode("ascii").splitlines()
    return {line[:_PREFIX]: line[_PREFIX:] for line in lines}
