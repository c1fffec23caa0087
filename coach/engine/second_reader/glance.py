"""A first look: whether the second reader may be sure of anything, by sums that are nearly right.

Most messages are calm. For these it is enough to know how sure the reader is to within `MARGIN`; only what comes near
is read with all that it takes to tell the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coach.engine.second_reader.features import Feature
from coach.engine.second_reader.weights import Weights

MARGIN = 0.001
"""Far more than sums in another order can differ."""


def may_be_sure(weights: Weights, wholes: Sequence[Feature], pieces: Sequence[tuple[int, NDArray[np.int32]]]) -> bool:
    """Whether any question may be answered with yes; the blocks are those that features are made of."""
    question = weights.question
    numbers, values = _once(wholes, [found for _, found in pieces])
    sums = values @ question.small[numbers].astype(np.float32)
    sure = sums * question.scales + question.biases - weights.thresholds
    return bool(sure.max() > -MARGIN)


def _once(
    wholes: Sequence[Feature], pieces: Sequence[NDArray[np.int32]]
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The number of each feature once, and how much it counts; one that is in both blocks is of the first."""
    keys = np.concatenate([np.array([number for number, _, _ in wholes], np.int32), *pieces]) * 2
    keys[len(wholes) :] += 1
    keys.sort()
    numbers = keys >> 1
    new = np.append(True, numbers[1:] != numbers[:-1])
    numbers, is_piece = numbers[new], (keys[new] & 1).astype(np.bool_)
    count = int(is_piece.sum())
    shares = 1 / max(count, 1) ** 0.5, 1 / max(len(numbers) - count, 1) ** 0.5
    return numbers, np.where(is_piece, *shares).astype(np.float32)
