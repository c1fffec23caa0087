"""Prefilter: find which of many things a message can contain at all, from its pieces alone.

For phrases the pieces are words (`required_words.py`); for the seekers of details they are the text between two spaces
(`details/signs.py`). Each thing has groups, and a message can contain it only if the pieces fill every one of them. A
piece fills one bit for each such thing and group; a message fills the `or` of the bits of its pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Generic

from coach.engine.text.bounded_cache import MOST_KEPT, BoundedCache, Text

MOST_BITS = 800_000_000
"""Total size of the cache of what pieces fill, in bits."""

_BYTE = 8
"""Bits of a byte."""

Slot = tuple[int, int]
"""A thing and one of its groups, both counted from 0."""


class Layers:
    """Gives every thing and group a bit: first the bits of all first groups, then of all second ones, and so on."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """Take the number of groups of each thing; one without groups is always possible."""
        self.count = len(sizes)
        """Number of things."""
        self.depth = 1 << max(max(sizes, default=0) - 1, 0).bit_length()
        """Number of layers, a power of two."""
        lacking = (str(int(size <= layer)) for layer in reversed(range(self.depth)) for size in reversed(sizes))
        self.lacking = int("".join(lacking) or "0", 2)
        """One bit for each group that a thing lacks, which needs nothing to fill it."""

    def bits(self, slots: Iterable[Slot]) -> int:
        """Return one bit for each of these slots."""
        filled = bytearray(-(-self.count * self.depth // _BYTE))
        for thing, group in slots:
            at = thing + group * self.count
            filled[at // _BYTE] |= 1 << at % _BYTE
        return int.from_bytes(filled, "little")

    def full(self, filled: int) -> int:
        """Return one bit for every thing whose groups are all filled."""
        layers = self.depth
        while layers > 1:
            layers //= 2
            filled &= filled >> layers * self.count
        return filled & (1 << self.count) - 1


class Prefilter(Generic[Text]):
    """Finds which things some pieces can contain."""

    def __init__(self, layers: Layers, fill: Callable[[Text], int]) -> None:
        """Take the layout, and a function that returns the bits that a piece fills."""
        self._layers = layers
        self.filled_by = BoundedCache(fill, min(MOST_KEPT, MOST_BITS // max(layers.depth * layers.count, 1)))
        """By piece, the bits that it fills, computed on first use."""

    def possible(self, pieces: Iterable[Text]) -> int:
        """Return one bit for every thing whose groups are all filled by the pieces."""
        filled = filter(None, map(self.filled_by.__getitem__, pieces))
        return self._layers.full(reduce(or_, filled, self._layers.lacking))


def things_in(bits: int) -> Iterator[int]:
    """Yield the number of each thing whose bit is set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
