"""The word sets of a catalog, as the engine looks into them."""

from __future__ import annotations

from collections.abc import Iterable


class WordSets(dict[str, frozenset[str]]):
    """Word sets by name; one that the catalog does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()

    def has(self, name: str, words: Iterable[str]) -> bool:
        """Whether any of these words is in the set of this name."""
        return not self[name].isdisjoint(words)
