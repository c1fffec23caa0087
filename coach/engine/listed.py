"""Phrases out of a word set, looked for by the longest word of each, which few messages hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator


class Listed:
    """Finds the phrases of a word set, in plain spelling."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_longest: dict[str | None, list[tuple[int, list[str]]]] = defaultdict(list)
        for phrase in phrases:
            words = phrase.split()
            longest = max(words, key=len)
            self._by_longest[longest].append((words.index(longest), words))
        self._longest = frozenset(self._by_longest)
        self._most = max((len(words) for found in self._by_longest.values() for _, words in found), default=0)

    def is_in(self, words: list[str | None]) -> bool:
        """Whether any of the phrases is among these words."""
        return not self._longest.isdisjoint(words) and any(self.find(words, 0, len(words)))

    def find(self, words: list[str | None], first: int, last: int) -> Iterator[tuple[int, int]]:
        """The first and after-last word of each phrase that begins from `first` up to `last`."""
        for at, word in enumerate(words[first : last + self._most], first):
            for before, phrase in self._by_longest.get(word, ()):
                begin = at - before
                if first <= begin < last and words[begin : begin + len(phrase)] == phrase:
                    yield begin, begin + len(phrase)
