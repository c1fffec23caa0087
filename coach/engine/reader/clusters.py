"""Kinds of words: words with similar meaning share a kind, so that what is learned about one applies to the others.

`kinds.txt` lists one kind a line. A word not in it is a kind of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from struct import pack
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from coach.engine.text.bounded_cache import BoundedCache

KINDS_PATH = Path(__file__).with_name("kinds.txt")
"""The kinds that Coach ships; `coach train --kinds` makes them."""
KNOWN_WORDS = 1 << 14
"""Words whose numbers are cached."""
KNOWN_LENGTHS = 1 << 14
"""Lengths of messages, in words, whose runs are cached."""

_EDGE = 1
_OWN = 1 << 20
"""Numbers from here on are words without a kind."""
# Odd numbers of 64 bits that share no pattern; products wrap around, and their upper bits spread evenly.
_KIND = (0x9E3779B97F4A7C15, 0xD1B54A32D192ED03, 0xAEF17502108EF2D9, 0xF1357AEA2E62A9C5)
_NAME = (0xBEA225F9EB34556D, 0x8CB92BA72F3D8DD7)
_ALL_BITS = (1 << 64) - 1
WHOLES, KINDS = (1, 2, 3), (1, 2, 2, 2, 3)
"""Lengths of runs of words and of kinds, in the order of their numbers."""


@cache
def read_kinds(path: Path = KINDS_PATH) -> Mapping[str, int]:
    """Map each word with a kind to the number of that kind."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word: number for number, line in enumerate(lines, _EDGE + 1) for word in line.split()}


def kind_runs(words: Sequence[str | None], bits: int) -> NDArray[np.int32]:
    """Return runs of one to three kinds, and of a kind next to a word, as numbers of `bits` bits.

    A break, and each end of the message, is an edge. `run_places` locates the runs.
    """
    spread = b"".join([_EDGE_SPREAD, *map(_SPREAD_OF.__getitem__, words), _EDGE_SPREAD])
    alone, first, second, third, one, two = np.ascontiguousarray(np.frombuffer(spread, np.uint64).reshape(-1, 6).T)
    follows = second[1:]
    before = first[:-1] + follows
    found = np.concatenate((alone, before, first[:-1] + two[1:], one[:-1] + follows, before[:-1] + third[2:]))
    return (found >> np.uint64(64 - bits)).astype(np.int32)


@lru_cache(KNOWN_LENGTHS)
def run_places(count: int, lengths: tuple[int, ...]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the first word and the word after the last of each run of `count` words between two edges.

    Args:
        count: how many words there are.
        lengths: lengths of the runs, those of one length together.
    """
    long = np.repeat(lengths, [count + 3 - length for length in lengths]).astype(np.int32)
    at = np.concatenate([np.arange(count + 3 - length, dtype=np.int32) for length in lengths])
    return np.maximum(at - 1, 0), np.minimum(at + long - 1, count)


def _spread(word: str | None) -> bytes:
    """Return a word's kind and the word itself as large numbers for every place in a run, as bytes."""
    kind, name = _numbers(word)
    products = [*(factor * kind for factor in _KIND), *(factor * name for factor in _NAME)]
    return pack("=6Q", *(product & _ALL_BITS for product in products))


def _numbers(word: str | None) -> tuple[int, int]:
    """Return a word's kind and the word itself as numbers."""
    if not word:
        return _EDGE, _EDGE
    name = _OWN + crc32(word.encode("utf-8", "replace"))
    return read_kinds().get(word, name), name


_EDGE_SPREAD = _spread(None)
_SPREAD_OF = BoundedCache(_spread, KNOWN_WORDS)
