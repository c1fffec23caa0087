"""A catalog's word sets, for lookup by the engine."""

from __future__ import annotations

from collections.abc import Iterable


class SettingWords(dict[str, frozenset[str]]):
    """Word sets by name; a name missing from the catalog gives an empty set."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()

    def has(self, name: str, words: Iterable[str]) -> bool:
        """Return whether any of these words is in the named set."""
        return not self[name].isdisjoint(words)
