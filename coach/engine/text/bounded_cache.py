"""A cache for results about words and other pieces of text, with bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

MOST_KEPT = 50_000
"""Texts kept before the cache is emptied."""
LONGEST_KEPT = 80
"""Longest text kept, in characters: longer ones are rarely seen twice."""

Text = TypeVar("Text", bound=str | None)
Found = TypeVar("Found")


class BoundedCache(dict[Text, Found]):
    """Computes the result for a text on first use; a lookup with `[]` or `__getitem__` costs no more than in a dict."""

    def __init__(self, compute: Callable[[Text], Found], most: int = MOST_KEPT, longest: int = LONGEST_KEPT) -> None:
        """Create an empty cache.

        Args:
            compute: returns the result for a text.
            most: how many texts are kept before the cache is emptied.
            longest: how many characters a text that is kept has at most.
        """
        super().__init__()
        self._compute = compute
        self._most = most
        self._longest = longest

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle an empty cache: texts that were read stay out of the pickle."""
        return BoundedCache, (self._compute, self._most, self._longest)

    def __missing__(self, text: Text) -> Found:
        found = self._compute(text)
        if text is None or len(text) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[text] = found
        return found
