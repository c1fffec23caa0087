"""What the second reader looks at: runs of plain words, pieces of words, and how they are written.

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

BUCKETS = 1 << 17
"""How many features there are; two that share a number are one."""
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


class Features:
    """The features of one message, each once, in two blocks: whole words, and pieces of words."""

    def __init__(self, wholes: Sequence[Feature], pieces: Sequence[tuple[int, NDArray[np.int32]]]) -> None:
        places = [np.full(len(found), word, np.int32) for word, found in pieces]
        numbers = [_column(wholes, 0), *(found for _, found in pieces)]
        self.numbers, first = np.unique(np.concatenate(numbers), return_index=True)
        """Which features there are."""
        self.starts = np.concatenate([_column(wholes, 1), *places])[first]
        """The first word that each covers."""
        self.ends = np.concatenate([_column(wholes, 2), *(place + 1 for place in places)])[first]
        """The word after the last that each covers."""
        self.values = _values(first < len(wholes))
        """How much each counts, so that long and short messages can be compared."""


def _column(wholes: Sequence[Feature], at: int) -> NDArray[np.int32]:
    return np.fromiter((one[at] for one in wholes), np.int32, len(wholes))


def _values(whole: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The same share for every feature of a block, so that each block has the length 1."""
    count = int(whole.sum())
    shares = 1 / max(count, 1) ** 0.5, 1 / max(len(whole) - count, 1) ** 0.5
    return np.asarray(np.where(whole, *shares), np.float32)


def features_of(doc: Doc) -> Features:
    """The features of a message that the rules have read."""
    return features_in(reading_of(doc))


def features_in(reading: Reading) -> Features:
    """The features of a message by its words."""
    return Features(*blocks_in(reading))


def blocks_in(reading: Reading) -> tuple[list[Feature], list[tuple[int, NDArray[np.int32]]]]:
    """Whole words, and pieces of words, some of them more than once."""
    words, text = reading.words[:MOST_WORDS], reading.text
    shapes = [_shape(text[start:end]) for start, end in reading.spans[:MOST_WORDS]]
    wholes = [*_runs(words), *_shape_runs(shapes)]
    pieces = [(at, _pieces(word)) for at, word in enumerate(words) if word]
    return wholes, pieces


_EDGE = b" |"
"""The edge of a clause in the name of a run."""
_RUN = crc32(b"w")
"""The checksum with which the name of every run begins."""


def number_of(name: str) -> int:
    """The number of a feature by its name."""
    return crc32(name.encode("utf-8", "replace")) % BUCKETS


def _runs(words: Sequence[str | None]) -> Iterator[Feature]:
    """Runs of one to three words; the edges of clauses are words too, though not alone."""
    plain = [_EDGE, *(_encoded(word) if word else _EDGE for word in words), _EDGE]
    sums, count = [_RUN] * len(plain), len(words)
    for length in range(1, LONGEST_RUN + 1):
        # A checksum goes on from that of the same run without its last word.
        sums = list(map(crc32, plain[length - 1 :], sums))
        for at, checksum in enumerate(sums):
            if length > 1 or plain[at] != _EDGE:
                yield checksum % BUCKETS, max(at - 1, 0), min(at + length - 1, count)


def _shape_runs(shapes: Sequence[str]) -> Iterator[Feature]:
    """Two words side by side as they are written: `Xx Xx`, `0 Xx`."""
    for at, (one, other) in enumerate(pairwise(shapes)):
        if one != "x" or other != "x":
            yield number_of(f"s {one} {other}"), at, at + 2


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
