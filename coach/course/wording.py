"""Splits text into words and sentences, without any library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n")


def has_words(text: str, words: str) -> bool:
    """Return whether `text` contains `words` as whole words, ignoring case."""
    pattern = r"\s+".join(map(re.escape, _straight(words).split()))
    return re.search(rf"(?<!\w){pattern}(?!\w)", _straight(text), re.IGNORECASE) is not None


def says_something(text: str) -> bool:
    """Return whether `text` contains a letter, a digit or an emoji."""
    return any(char.isalnum() or unicodedata.category(char) == "So" for char in text)


def sentences(text: str) -> Iterator[str]:
    """Split `text` into sentences; a line break ends a sentence too."""
    return (part.strip() for part in _SENTENCE_END.split(text) if part.strip())


def word_count(text: str) -> int:
    """Count the words of `text`; "don't" is one."""
    return len(words_of(text))


def words_of(text: str) -> list[str]:
    """Split `text` into words; "don't" is one."""
    return _WORD.findall(text)


def _straight(text: str) -> str:
    return text.replace("’", "'")
