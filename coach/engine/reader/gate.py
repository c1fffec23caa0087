"""A quick look before the encoder: could it say anything about this window?

Most messages are calm, and a few words in a row are enough to see that. The gate is a small convolutional network that
learned from the encoder how sure it would be. What it lets in, the encoder reads; it never flags anything itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WIDTH, FILTERS, REACH = 24, 64, 3
"""Numbers for each piece, patterns looked for, and pieces in a row that a pattern sees."""


@dataclass(frozen=True)
class ReaderGate:
    """What the gate learned."""

    small: NDArray[np.int8]
    """A row for each word piece."""
    scale: NDArray[np.float32]
    """The value of one step of `small`."""
    filters: NDArray[np.float32]
    """(`REACH`, `WIDTH`, `FILTERS`)."""
    bias: NDArray[np.float32]
    out: NDArray[np.float32]
    """How much each pattern says, by filter."""
    least: NDArray[np.float32]
    """The sum from which the encoder reads."""

    def lets_in(self, numbers: Sequence[int]) -> bool:
        """Return whether the encoder should read a window, given the numbers of its pieces."""
        return self.sum(numbers) >= float(self.least)

    def sum(self, numbers: Sequence[int]) -> float:
        """Return how sure the encoder is likely to be, above or below its threshold."""
        count = len(numbers)
        padded = np.zeros((count + 2 * (REACH - 1), WIDTH), np.float32)
        padded[REACH - 1 : REACH - 1 + count] = self.small[numbers]
        padded *= self.scale
        places = count + REACH - 1
        seen = padded[:places] @ self.filters[0]
        for at in range(1, REACH):
            seen += padded[at : at + places] @ self.filters[at]
        # The largest first: adding the bias and cutting at 0 do not change which place that is.
        strongest = np.maximum(seen.max(axis=0) + self.bias, 0)
        return float(strongest @ self.out)
