"""Words and sentences of what people write, counted without any library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n")


def has_words(text: str, words: str) -> bool:
    """Whether `words` stand in `text` as whole words; case does not matter."""
    pattern = r"\s+".join(map(re.escape, _straight(words).split()))
    return re.search(rf"(?<!\w){pattern}(?!\w)", _straight(text), re.IGNORECASE) is not None


def same_words(text: str, other: str) -> bool:
    """Whether two texts are the same but for case and spaces."""
    return _straight(text).casefold().split() == _straight(other).casefold().split()


def says_something(text: str) -> bool:
    """Whether there is a letter, a digit or a picture sign in `text`."""
    return any(char.isalnum() or unicodedata.category(char) == "So" for char in text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text`; the end of a line ends a sentence too."""
    return (part.strip() for part in _SENTENCE_END.split(text) if part.strip())


def word_count(text: str) -> int:
    """How many words `text` has; "don't" is one."""
    return len(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of `text`; "don't" is one."""
    return _WORD.findall(text)


def _straight(text: str) -> str:
    return text.replace("’", "'")
