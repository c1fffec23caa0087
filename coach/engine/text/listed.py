"""Find phrases of a word set by the longest pair of adjacent words in each: few messages contain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

Key = tuple[str | None, ...]
"""One word or two."""


class Listed:
    """Finds the phrases of a word set in plain spelling."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_key: dict[Key, list[tuple[int, list[str]]]] = defaultdict(list)
        self._longest = 0
        for phrase in phrases:
            words = phrase.split()
            at, key = max(_keys(words), key=lambda each: len("".join(each[1])))
            self._by_key[key].append((at, words))
            self._longest = max(self._longest, len(words))
        self._keys = frozenset(self._by_key)

    def is_in(self, words: list[str | None]) -> bool:
        """Return whether any of the phrases is in these words."""
        if self._keys.isdisjoint(zip(words, strict=True)) and self._keys.isdisjoint(pairwise(words)):
            return False
        return any(self.find(words, 0, len(words)))

    def find(self, words: list[str | None], first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the first and after-last word of each phrase that starts from `first` up to `last`."""
        near = words[first : last + self._longest]
        for at, key in chain(enumerate(zip(near, strict=True), first), enumerate(pairwise(near), first)):
            for before, phrase in self._by_key.get(key, ()):
                begin = at - before
                if first <= begin < last and words[begin : begin + len(phrase)] == phrase:
                    yield begin, begin + len(phrase)


def _keys(words: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each pair of adjacent words with the place of the first; a phrase of one word yields that word."""
    width = min(len(words), 2)
    for at in range(len(words) - width + 1):
        yield at, tuple(words[at : at + width])
