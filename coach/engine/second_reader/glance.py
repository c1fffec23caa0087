"""A first look: whether the second reader may be sure of anything, by sums that are nearly right.

Most messages are calm. For these it is enough to know how sure the reader is to within `MARGIN`; only what comes near
is read with all that it takes to tell the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coach.engine.second_reader.features import Numbers
from coach.engine.second_reader.weights import Weights

MARGIN = 0.001
"""Far more than sums in another order can differ."""
_BLOCK_BITS = 2
_OF = (1 << _BLOCK_BITS) - 1
"""The bits of a key that tell the block."""


def may_be_sure(weights: Weights, numbers: Sequence[Numbers], asked: NDArray[np.intp]) -> bool:
    """Whether any question that is asked may be answered with yes.

    Args:
        weights: what was learned.
        numbers: the numbers of the features, by block.
        asked: which questions are asked.
    """
    question = weights.question
    kept, values = _once(numbers)
    sums = values @ question.small.take(kept, 0).astype(np.float32)
    sure = sums * question.scales + question.biases - weights.thresholds
    return bool(sure[asked].max() > -MARGIN)


def _once(blocks: Sequence[Numbers]) -> tuple[Numbers, NDArray[np.float32]]:
    """The number of each feature once, and how much it counts; one that is in two blocks is of the first."""
    keys = np.concatenate([(numbers << _BLOCK_BITS) + at for at, numbers in enumerate(blocks)])
    keys.sort()
    numbers = keys >> _BLOCK_BITS
    new = np.empty(len(keys), bool)
    new[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    of = keys[new] & _OF
    shares = 1 / np.sqrt(np.maximum(np.bincount(of), 1))
    return numbers[new], shares.astype(np.float32)[of]
