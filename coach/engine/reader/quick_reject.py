"""Quick first check whether the second reader may be sure of anything, with approximate sums.

Most messages are calm. For these it is enough to know the reader's certainty to within `MARGIN`; only close cases
are read in full, including the phrase. The sentences of a message are processed together, and each counts
separately.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.features import EDGE_NUMBER, Numbers, blocks_in, numbers_in, shape_runs
from coach.engine.reader.sentences import Stretch, joined, part_of
from coach.engine.reader.weights import Weights
from coach.engine.text.reading import Reading

MARGIN = 0.001
"""Far more than sums in a different order can differ."""
_BLOCK_BITS = 2
_BLOCKS = 1 << _BLOCK_BITS
_NUMBER_BITS = 18
_WHOLES_BLOCK, _KINDS_BLOCK = 0, 2


def unsure(weights: Weights, reading: Reading, stretches: Sequence[Stretch], asked: NDArray[np.intp]) -> list[Stretch]:
    """Return the sentences in which an asked question may be answered with yes.

    Args:
        weights: what was learned.
        reading: the message; a single break separates two sentences.
        stretches: its sentences.
        asked: questions to ask.
    """
    if len(stretches) == 1:
        keys = _keys(numbers_in(part_of(reading, stretches[0])))
    else:
        keys = _keys_of_each(*joined(reading, stretches))
    sure = _sure(weights, keys, len(stretches))[:, asked].max(axis=1)
    return [stretches[int(at)] for at in np.flatnonzero(sure > -MARGIN)]


def _keys(numbers: Sequence[Numbers]) -> NDArray[np.int64]:
    """Return the number and block of every feature."""
    return np.concatenate([(each.astype(np.int64) << _BLOCK_BITS) + at for at, each in enumerate(numbers)])


def _keys_of_each(reading: Reading, stretches: Sequence[Stretch]) -> NDArray[np.int64]:
    """Return the sentence, number and block of every feature; features across the end of a sentence are left out."""
    of_word = np.full(len(reading.words) + 1, -1, np.int64)
    for sentence_number, (begin, end) in enumerate(stretches):
        of_word[begin:end] = sentence_number
    found = []
    for block, (numbers, starts, ends) in enumerate(blocks_in(reading, numbers_in(reading))):
        first, last = of_word[starts], of_word[np.maximum(ends - 1, starts)]
        middle = of_word[np.minimum(starts + 1, ends - 1)]
        sentence = np.where(first >= 0, first, np.where(last >= 0, last, middle))
        kept = (sentence >= 0) & ((first < 0) | (last < 0) | (first == last))
        if block == _WHOLES_BLOCK:
            # Shapes of two words count only between words, not between an edge and a word.
            pairs = len(numbers) - len(shape_runs(reading))
            kept[pairs:] &= (first[pairs:] >= 0) & (last[pairs:] >= 0)
        keys = numbers[kept].astype(np.int64) << _BLOCK_BITS
        found.append((sentence[kept] << (_NUMBER_BITS + _BLOCK_BITS)) + keys + block)
    edges = np.arange(len(stretches), dtype=np.int64) << (_NUMBER_BITS + _BLOCK_BITS)
    return np.concatenate((*found, edges + (EDGE_NUMBER << _BLOCK_BITS) + _KINDS_BLOCK))


def _sure(weights: Weights, keys: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """Return the reader's certainty for each of `count` sentences, by question."""
    keys.sort()
    numbers = keys >> _BLOCK_BITS
    new = np.empty(len(keys), bool)
    new[:1] = True
    # A number in two blocks of a sentence belongs to the first.
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    numbers, of = numbers[new], keys[new] & (_BLOCKS - 1)
    sentence = numbers >> _NUMBER_BITS
    numbers &= (1 << _NUMBER_BITS) - 1
    place = sentence * _BLOCKS + of
    shares = (1 / np.sqrt(np.maximum(np.bincount(place, minlength=count * _BLOCKS), 1))).astype(np.float32)
    question = weights.question
    said = question.small.take(numbers, 0).astype(np.float32)
    if count == 1:
        sums = (shares[place] @ said)[None]
    else:
        sums = np.zeros((count, said.shape[1]), np.float32)
        begins = np.searchsorted(sentence, np.arange(count))
        sums[:] = np.add.reduceat(said * shares[place][:, None], begins, axis=0)
    return np.asarray(sums * question.scales + question.biases - weights.thresholds, np.float32)
