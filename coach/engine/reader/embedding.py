"""The meaning of word pieces, as rows of small numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.pieces import BREAK, END, START, Pieces
from coach.engine.reader.windows import MOST_PIECES
from coach.models import Direction

WIDTH = 384
"""Numbers for each piece."""
PLACES = MOST_PIECES + 4
"""Most pieces read at once: those of a window, its start and end, and how it came."""
_OPENING = {Direction.DRAFT: (START,), Direction.RECEIVED: (START, "received", BREAK)}

Spelled = tuple[Sequence[int], Sequence[int]]
"""The numbers of the pieces of a window, and the word that each is part of; -1 for none."""


@dataclass(frozen=True)
class Embedding:
    """The word pieces that are kept, each with its meaning."""

    pieces: Pieces
    small: NDArray[np.int8]
    """A row for each piece."""
    scales: NDArray[np.float32]
    """The value of one step of `small`, by piece."""
    places: NDArray[np.float32]
    """What is added for the place of a piece in its window."""

    @cached_property
    def _opening(self) -> Mapping[Direction, tuple[int, ...]]:
        return {way: tuple(self.pieces.number[one] for one in names) for way, names in _OPENING.items()}

    def spelled(self, words: Sequence[str | None], direction: Direction) -> Spelled:
        """Spell a window in pieces; one word of more pieces than fit is cut."""
        numbers = [*self._opening[direction]]
        of = [-1] * len(numbers)
        for at, word in enumerate(words):
            found = self.pieces.of(word)
            numbers += found
            of += [at] * len(found)
        return [*numbers[: PLACES - 1], self.pieces.number[END]], [*of[: PLACES - 1], -1]

    def of(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the meaning of a window's pieces in their places (pieces, `WIDTH`)."""
        return self.small[numbers] * self.scales[numbers, None] + self.places[: len(numbers)]

    def table(self) -> NDArray[np.float32]:
        """Return the meaning of every piece, four times as large as `small`."""
        return self.small.astype(np.float32) * self.scales[:, None]
