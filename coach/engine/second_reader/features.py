"""What the second reader looks at: runs of plain words, pieces and kinds of words, and how they are written.

What the rules found is left out: rules are right about the voices that their authors read, so a reader that learns
beside them leans on them and is blind on a voice that nobody read.

Every feature is a number below `BUCKETS`, from a checksum that is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from coach.engine.reading import Reading, reading_of
from coach.engine.second_reader.kinds import kind_runs, run_places

BUCKETS = 1 << 18
"""How many features there are; two that share a number are one. Kinds of words have the upper half."""
LONGEST_RUN = 3
"""Words in the longest run of words."""
PIECES = range(2, 6)
"""Letters in a piece of a word; its edges count as letters."""
KNOWN_WORDS = 1 << 14
"""Words whose pieces are kept in memory."""
MOST_WORDS = 400
"""Words that are read; what stands behind them in a very long message is left to the rules."""

Feature = tuple[int, int, int]
"""A number, the first word that it covers, and the word after its last."""
Block = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]
"""Features of one sort, in three columns."""

_HALF_BITS = 17
_HALF = 1 << _HALF_BITS


class Features:
    """The features of one message, each once, in blocks: whole words, pieces of words, kinds of words."""

    def __init__(self, *blocks: Block) -> None:
        numbers, starts, ends = (np.concatenate(columns) for columns in zip(*blocks, strict=True))
        self.numbers, first = np.unique(numbers, return_index=True)
        """Which features there are."""
        self.starts = starts[first]
        """The first word that each covers."""
        self.ends = ends[first]
        """The word after the last that each covers."""
        self.values = _values(np.searchsorted(np.cumsum([len(block[0]) for block in blocks]), first, "right"))
        """How much each counts, so that long and short messages can be compared."""


def _values(blocks: NDArray[np.intp]) -> NDArray[np.float32]:
    """The same share for every feature of a block, so that each block has the length 1."""
    shares = 1 / np.sqrt(np.maximum(np.bincount(blocks), 1))
    return np.asarray(shares[blocks], np.float32)


def features_of(doc: Doc) -> Features:
    """The features of a message that the rules have read."""
    return features_in(reading_of(doc))


def features_in(reading: Reading) -> Features:
    """The features of a message by its words."""
    return Features(*blocks_in(reading))


def blocks_in(reading: Reading) -> tuple[Block, ...]:
    """Whole words, pieces of words and kinds of words, some of them more than once."""
    words, text = reading.words[:MOST_WORDS], reading.text
    shapes = [_shape(text[start:end]) for start, end in reading.spans[:MOST_WORDS]]
    wholes = np.array([*_runs(words), *_shape_runs(shapes)], np.int32).reshape(-1, 3).T
    return (wholes[0], wholes[1], wholes[2]), _piece_block(words), _kind_block(words)


_EDGE = b" |"
"""The edge of a clause in the name of a run."""
_RUN = crc32(b"w")
"""The checksum with which the name of every run begins."""


def number_of(name: str) -> int:
    """The number of a feature by its name."""
    return crc32(name.encode("utf-8", "replace")) % _HALF


def _runs(words: Sequence[str | None]) -> Iterator[Feature]:
    """Runs of one to three words; the edges of clauses are words too, though not alone."""
    plain = [_EDGE, *(_encoded(word) if word else _EDGE for word in words), _EDGE]
    sums, count = [_RUN] * len(plain), len(words)
    for length in range(1, LONGEST_RUN + 1):
        # A checksum goes on from that of the same run without its last word.
        sums = list(map(crc32, plain[length - 1 :], sums))
        for at, checksum in enumerate(sums):
            if length > 1 or plain[at] != _EDGE:
                yield checksum % _HALF, max(at - 1, 0), min(at + length - 1, count)


def _shape_runs(shapes: Sequence[str]) -> Iterator[Feature]:
    """Two words side by side as they are written: `Xx Xx`, `0 Xx`."""
    for at, (one, other) in enumerate(pairwise(shapes)):
        if one != "x" or other != "x":
            yield number_of(f"s {one} {other}"), at, at + 2


def _piece_block(words: Sequence[str | None]) -> Block:
    found = [(at, _pieces(word)) for at, word in enumerate(words) if word]
    places = np.repeat(np.array([at for at, _ in found], np.int32), [len(pieces) for _, pieces in found])
    numbers = np.concatenate([np.empty(0, np.int32), *(pieces for _, pieces in found)])
    return numbers, places, places + 1


def _kind_block(words: Sequence[str | None]) -> Block:
    return (kind_runs(words, _HALF_BITS) + _HALF).astype(np.int32), *run_places(len(words))


@lru_cache(KNOWN_WORDS)
def _pieces(word: str) -> NDArray[np.int32]:
    """Every piece of a word, its edges marked."""
    edged = f"<{_without_digits(word)[:24]}>"
    found = [number_of(f"c {edged[at : at + size]}") for size in PIECES for at in range(len(edged) - size + 1)]
    return np.array(found, np.int32)


@lru_cache(KNOWN_WORDS)
def _encoded(word: str) -> bytes:
    """A word as it stands in the name of a run."""
    return f" {_without_digits(word)}".encode("utf-8", "replace")


@lru_cache(KNOWN_WORDS)
def _without_digits(word: str) -> str:
    """Figures say that there is a number, not which."""
    return "".join("0" if char.isdigit() else char for char in word)


@lru_cache(KNOWN_WORDS)
def _shape(written: str) -> str:
    """`X` capitals, `Xx` a capital first, `0` figures, `x` small letters, `.` anything else; no two alike in a row."""
    shape = ""
    for char in written[:24]:
        kind = "0" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else "."
        if not shape.endswith(kind):
            shape += kind
    return shape
