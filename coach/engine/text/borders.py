"""Read a message again with spaces where they belong: `go homeno body wants you`, `you are stu pid`; and `1 h4te u`.

The text keeps its length, and every word of a changed place is located at the whole place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coach.engine.text.bounded_cache import BoundedCache
from coach.engine.text.english import is_english
from coach.engine.text.reading import Span
from coach.engine.text.word_lists import word_list

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_APART, _FIRST_HALVES = _words("written-apart"), _words("first-halves")
_ALONE = frozenset("ai")
_MOST_MOVED = 3
"""Most letters on the wrong side of a space."""
_SHORTEST_JOINED = 5
_LONE = re.compile(r"(?<!\S)[14](?!\S)")
_LEET_WORD = re.compile(r"(?<![^\W\d])[a-zA-Z]+[013457][a-zA-Z]|(?<!\S)[013457][a-zA-Z]{2}")
_MEANT = {"1": "i", "4": "a"}


class Borders:
    """Finds spaces that cut words at the wrong place."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._odd, self._better = BoundedCache(self._is_odd), BoundedCache(self._best)

    def _is_odd(self, written: str) -> bool:
        """Return whether this is not a word, or often the start of a word that was written apart."""
        word = written.lower()
        if not word.isascii() or not word.isalpha():
            return False
        return word in _FIRST_HALVES or self._is_strange(word)

    def _is_strange(self, word: str) -> bool:
        return not (word in self._known or is_english(word))

    def moved(self, text: str) -> tuple[str, list[Span]] | None:
        """Return the text with its spaces moved, and the places that changed; None if no space is wrong."""
        chunks = text.split(" ")
        odd = list(map(self._odd.__getitem__, chunks))
        if True not in odd:
            return None
        pairs = {at for near, is_odd in enumerate(odd) if is_odd for at in (near - 1, near)}
        better = {at: self._better[f"{chunks[at]} {chunks[at + 1]}"] for at in pairs if 0 <= at < len(chunks) - 1}
        return _changed(chunks, better) if any(better.values()) else None

    def _best(self, pair: str) -> str:
        """Return two words with the space between them where it belongs; nothing if it is there already."""
        one, other = pair.lower().split(" ")
        whole = one + other
        if whole in _APART and one in _FIRST_HALVES:
            return whole
        if not whole.isascii() or not whole.isalpha() or not (self._is_strange(one) or self._is_strange(other)):
            return ""
        if len(whole) >= _SHORTEST_JOINED and self._is_word(whole):
            return whole
        cuts = (len(one) + shift for by in range(1, _MOST_MOVED + 1) for shift in (-by, by))
        halves = ((whole[:at], whole[at:]) for at in cuts if 0 < at < len(whole))
        return next((f"{left} {right}" for left, right in halves if self._is_word(left) and self._is_word(right)), "")

    def _is_word(self, word: str) -> bool:
        return word in _ALONE or (len(word) > 1 and word in self._known and is_english(word))


def unlone(text: str) -> str:
    """Return the text with `1` as `i` and `4` as `a`, if other words of it have digits for letters too."""
    if ("1" not in text and "4" not in text) or not _LONE.search(text) or not _LEET_WORD.search(text):
        return text
    return _LONE.sub(lambda found: _MEANT[found.group()], text)


def widened(locate: Callable[[], list[Span]], places: list[Span]) -> Callable[[], list[Span]]:
    """Locate each word of a changed place at the whole place."""

    def wide(span: Span) -> Span:
        return next((place for place in places if place[0] < span[1] and span[0] < place[1]), span)

    return lambda: list(map(wide, locate()))


def _changed(chunks: list[str], better: dict[int, str]) -> tuple[str, list[Span]]:
    parts, places, at, start = list[str](), list[Span](), 0, 0
    while at < len(chunks):
        pair = better.get(at, "")
        width = len(chunks[at]) + (1 + len(chunks[at + 1]) if pair else 0)
        if pair:
            places.append((start, start + width))
        parts.append(pair.ljust(width) if pair else chunks[at])
        start, at = start + width + 1, at + (2 if pair else 1)
    return " ".join(parts), places
