"""Kinds of words: words of like meaning share a kind, so that what was learned of one word tells of its neighbours.

`kinds.txt` holds a kind a line. A word that stands nowhere in it is a kind of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

KINDS_PATH = Path(__file__).with_name("kinds.txt")
"""The kinds that Coach ships; `coach train --kinds` makes them."""
KNOWN_WORDS = 4096
"""Words whose numbers are kept in memory."""

_EDGE = 1
_OWN = 1 << 20
"""Numbers from here on are words without a kind."""
# Odd numbers of 64 bits that share no pattern; products wrap around, and their upper bits spread evenly.
_KIND = np.array([[0x9E3779B97F4A7C15, 0xD1B54A32D192ED03, 0xAEF17502108EF2D9, 0xF1357AEA2E62A9C5]], np.uint64).T
_NAME = np.array([[0xBEA225F9EB34556D, 0x8CB92BA72F3D8DD7]], np.uint64).T


@cache
def read_kinds(path: Path = KINDS_PATH) -> Mapping[str, int]:
    """The number of the kind of each word that has one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word: number for number, line in enumerate(lines, _EDGE + 1) for word in line.split()}


def kind_runs(words: Sequence[str | None], bits: int) -> NDArray[np.uint64]:
    """Runs of one to three kinds, and of a kind beside a word, as numbers of so many bits.

    A break, and each end of the message, is an edge. `run_places` says where they stand.
    """
    known = np.array([(_EDGE, _EDGE), *map(_numbers, words), (_EDGE, _EDGE)], np.uint64)
    alone, first, second, third = _KIND * known[:, 0]
    one, two = _NAME * known[:, 1]
    pairs = first[:-1] + second[1:], first[:-1] + two[1:], one[:-1] + second[1:]
    found = np.concatenate((alone, *pairs, first[:-2] + second[1:-1] + third[2:]))
    return np.asarray(found >> np.uint64(64 - bits), np.uint64)


@lru_cache(KNOWN_WORDS)
def run_places(count: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """For the runs of `count` words: the first word that each covers, and the word after its last."""
    lengths = np.repeat([1, 2, 2, 2, 3], [count + 2, count + 1, count + 1, count + 1, count]).astype(np.int32)
    at = np.concatenate([np.arange(count + 3 - length, dtype=np.int32) for length in (1, 2, 2, 2, 3)])
    return np.maximum(at - 1, 0), np.minimum(at + lengths - 1, count)


@lru_cache(KNOWN_WORDS)
def _numbers(word: str | None) -> tuple[int, int]:
    """The kind of a word, and the word itself, as numbers."""
    if not word:
        return _EDGE, _EDGE
    name = _OWN + crc32(word.encode("utf-8", "replace"))
    return read_kinds().get(word, name), name
