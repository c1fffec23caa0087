"""A first look: whether the second reader may be sure of anything, by sums that are nearly right.

Most messages are calm. For these it is enough to know how sure the reader is to within `MARGIN`; only what comes near
is read with all that it takes to tell the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coach.engine.second_reader.features import Block
from coach.engine.second_reader.weights import Weights

MARGIN = 0.001
"""Far more than sums in another order can differ."""


def may_be_sure(weights: Weights, blocks: Sequence[Block]) -> bool:
    """Whether any question may be answered with yes; the blocks are those that features are made of."""
    question = weights.question
    numbers, values = _once([block[0] for block in blocks])
    sums = values @ question.small[numbers].astype(np.float32)
    sure = sums * question.scales + question.biases - weights.thresholds
    return bool(sure.max() > -MARGIN)


def _once(blocks: Sequence[NDArray[np.int32]]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The number of each feature once, and how much it counts; one that is in two blocks is of the first."""
    keys = np.concatenate([numbers * len(blocks) + at for at, numbers in enumerate(blocks)])
    keys.sort()
    numbers, of = np.divmod(keys, len(blocks))
    new = np.append(True, numbers[1:] != numbers[:-1])
    of = of[new]
    shares = 1 / np.sqrt(np.maximum(np.bincount(of), 1))
    return numbers[new], shares[of].astype(np.float32)
