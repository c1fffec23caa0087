"""Features of the second reader: runs of plain words, pieces and kinds of words, and their shapes.

The rules' finds are left out: rules do well on the voices that their authors read, so a reader that learns with them
relies on them and fails on voices that nobody read.

Every feature is a number below `BUCKETS`, from a checksum that is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from coach.engine.reader.clusters import KINDS, WHOLES, kind_runs, run_places
from coach.engine.text.bounded_cache import BoundedCache
from coach.engine.text.reading import Reading, reading_of

BUCKETS = 1 << 18
"""Number of features; two that share a number are one. Kinds of words use the upper half."""
PIECES = range(2, 6)
"""Letters in a piece of a word, its edges included."""
KNOWN_WORDS = 1 << 14
"""Words whose numbers are cached."""

Numbers = NDArray[np.int32]
Block = tuple[Numbers, Numbers, Numbers]
"""Features of one sort: their numbers, the first word of each, and the word after its last."""

_HALF_BITS = 17
_HALF = 1 << _HALF_BITS
_NUMBER = np.dtype(np.int32)
EDGE_NUMBER = int(kind_runs([], _HALF_BITS)[0]) + _HALF
"""Number of the edge of a message, alone."""
_PLAIN = ("x", "x")
"""Two words of small letters: nearly all are, so they carry no information."""


class Features:
    """The distinct features of one message in blocks: whole words, pieces of words, kinds of words."""

    def __init__(self, *blocks: Block) -> None:
        numbers, starts, ends = (np.concatenate(columns) for columns in zip(*blocks, strict=True))
        self.numbers, first = np.unique(numbers, return_index=True)
        """Numbers of the features."""
        self.starts = starts[first]
        """The first word of each."""
        self.ends = ends[first]
        """The word after the last of each."""
        self.values = _values(np.searchsorted(np.cumsum([len(block[0]) for block in blocks]), first, "right"))
        """Weight of each, so that long and short messages compare."""


def _values(blocks: NDArray[np.intp]) -> NDArray[np.float32]:
    """Give every feature of a block the same value, so that each block has length 1."""
    shares = 1 / np.sqrt(np.maximum(np.bincount(blocks), 1))
    return np.asarray(shares[blocks], np.float32)


def features_of(doc: Doc) -> Features:
    """Return the features of a message that the rules have read."""
    return features_in(reading_of(doc))


def features_in(reading: Reading) -> Features:
    """Return the features of a message by its words."""
    return features_with(reading, numbers_in(reading))


def features_with(reading: Reading, numbers: Sequence[Numbers]) -> Features:
    """Return the same features, from known numbers."""
    return Features(*blocks_in(reading, numbers))


def numbers_in(reading: Reading) -> tuple[Numbers, Numbers, Numbers]:
    """Return the numbers of whole words, pieces of words and kinds of words, with repeats."""
    words = reading.words
    wholes = [*_run_numbers(words), *[number for _, number in shape_runs(reading)]]
    return np.array(wholes, np.int64).astype(np.int32), _piece_numbers(words), kind_runs(words, _HALF_BITS) + _HALF


def blocks_in(reading: Reading, numbers: Sequence[Numbers]) -> tuple[Block, ...]:
    """Return the features with these numbers in the same order."""
    words = reading.words
    sizes = [len(_PIECES_OF[word]) // _NUMBER.itemsize if word else 0 for word in words]
    in_pieces = np.repeat(np.arange(len(words), dtype=np.int32), sizes)
    places = _whole_places(reading), (in_pieces, in_pieces + 1), run_places(len(words), KINDS)
    return tuple((each, *place) for each, place in zip(numbers, places, strict=True))


def _whole_places(reading: Reading) -> tuple[Numbers, Numbers]:
    words = reading.words
    starts, ends = run_places(len(words), WHOLES)
    no_edges = [at for at, word in enumerate([None, *words, None]) if not word]
    pairs = np.array([at for at, _ in shape_runs(reading)], np.int32)
    return np.concatenate((np.delete(starts, no_edges), pairs)), np.concatenate((np.delete(ends, no_edges), pairs + 2))


_EDGE = b" |"
"""The edge of a clause in the name of a run."""
_RUN = crc32(b"w")
"""Checksum at the start of every run's name."""


def number_of(name: str) -> int:
    """Return the number of a feature by its name."""
    return crc32(name.encode("utf-8", "replace")) % _HALF


def _run_numbers(words: Sequence[str | None]) -> list[int]:
    """Number runs of one to three words; edges of clauses are words too, but not alone."""
    named = [_EDGE_NAME, *map(_NAME_OF.__getitem__, words), _EDGE_NAME]
    names, alone = [name for name, _ in named], [checksum for _, checksum in named]
    # A checksum extends that of the same run without its last word.
    two = list(map(crc32, names[1:], alone))
    three = map(crc32, names[2:], two)
    known = [checksum for word, checksum in zip(words, alone[1:], strict=False) if word]
    return [checksum % _HALF for checksum in chain(known, two, three)]


def shape_runs(reading: Reading) -> list[tuple[int, int]]:
    """Return the first word and number of each pair of adjacent words by shape, `Xx Xx` or `0 Xx`."""
    shapes = reading.shapes()
    return [(at, _NUMBER_OF["s {} {}".format(*both)]) for at, both in enumerate(pairwise(shapes)) if both != _PLAIN]


def _piece_numbers(words: Sequence[str | None]) -> Numbers:
    return np.frombuffer(b"".join([_PIECES_OF[word] for word in words if word]), _NUMBER)


def _piece_bytes(word: str) -> bytes:
    """Return the numbers of every piece of a word, its edges marked, as bytes."""
    edged = f"<{_without_digits(word)[:24]}>"
    found = [number_of(f"c {edged[at : at + size]}") for size in PIECES for at in range(len(edged) - size + 1)]
    return np.array(found, _NUMBER).tobytes()


def _named(word: str | None) -> tuple[bytes, int]:
    """Return a word as in the name of a run, and the checksum of the run of that word."""
    name = f" {_without_digits(word)}".encode("utf-8", "replace") if word else _EDGE
    return name, crc32(name, _RUN)


def _without_digits(word: str) -> str:
    """Replace digits: that there is a number matters, not which."""
    return "".join("0" if char.isdigit() else char for char in word)


_EDGE_NAME = _named(None)
_PIECES_OF = BoundedCache(_piece_bytes, KNOWN_WORDS)
_NAME_OF = BoundedCache(_named, KNOWN_WORDS)
_NUMBER_OF = BoundedCache(number_of, KNOWN_WORDS)
