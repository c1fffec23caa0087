"""Phrases out of a word set, looked for word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence


class Listed:
    """Finds the phrases of a word set, in plain spelling."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[list[str]]] = defaultdict(list)
        for phrase in phrases:
            words = phrase.split()
            self._by_first[words[0]].append(words)

    def is_in(self, words: Sequence[str | None]) -> bool:
        """Whether any of the phrases is among these words."""
        return any(self.find(words, 0, len(words)))

    def find(self, words: Sequence[str | None], first: int, last: int) -> Iterator[tuple[int, int]]:
        """The first and after-last word of each phrase that begins from `first` up to `last`."""
        for at in range(first, last):
            for phrase in self._by_first.get(words[at] or "", ()):
                if list(words[at : at + len(phrase)]) == phrase:
                    yield at, at + len(phrase)
