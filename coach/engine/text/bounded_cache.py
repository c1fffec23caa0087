"""A cache for results about words and other pieces of text, with bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from weakref import WeakMethod

MOST_KEPT = 50_000
"""Texts kept before the cache is emptied."""
LONGEST_KEPT = 80
"""Longest text kept, in characters: longer ones are rarely seen twice."""

Text = TypeVar("Text", bound=str | None)
Found = TypeVar("Found")


class Weakly(Generic[Text, Found]):
    """A method that does not keep its object alive, for a cache that the object itself holds.

    Otherwise the two would hold each other: a pipeline that is replaced would wait for the garbage collector, which
    never looks at what `gc.freeze` set apart.
    """

    def __init__(self, method: Callable[[Text], Found]) -> None:
        """Take a method of an object that outlives its cache."""
        self._method = WeakMethod(method)

    def __call__(self, text: Text) -> Found:
        """Call the method."""
        return self._held()(text)

    def __reduce__(self) -> tuple[Any, ...]:
        return Weakly, (self._held(),)

    def _held(self) -> Callable[[Text], Found]:
        method = self._method()
        if method is None:
            raise ReferenceError("a cache was used after the object that it belongs to was gone")
        return method


class BoundedCache(dict[Text, Found]):
    """Computes the result for a text on first use; a lookup with `[]` or `__getitem__` costs no more than in a dict."""

    def __init__(self, compute: Callable[[Text], Found], most: int = MOST_KEPT, longest: int = LONGEST_KEPT) -> None:
        """Create an empty cache.

        Args:
            compute: returns the result for a text; `Weakly` where it is a method of who holds the cache.
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
