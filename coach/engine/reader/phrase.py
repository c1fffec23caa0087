"""Find the words that carry a decision: the stretch within one clause that contributes most."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.features import Features
from coach.engine.text.word_lists import word_list

_FILE = Path(__file__).with_name("words.toml")
LEAST = 0.25
"""A word belongs to the phrase if it contributes at least this share of the strongest word."""


def word_shares(features: Features, shares: NDArray[np.float32], count: int) -> NDArray[np.float64]:
    """Return the contribution of each of `count` words; that of a run is shared evenly among its words."""
    lengths = features.ends - features.starts
    said = np.zeros(count + 1)
    per_word = shares / np.maximum(lengths, 1)
    np.add.at(said, features.starts, per_word)
    np.add.at(said, features.ends, -per_word)
    return np.cumsum(said)[:count]


def best_phrase(words: Sequence[str | None], said: NDArray[np.float64]) -> tuple[int, int]:
    """Return first and after-last word of the strongest stretch, never across a break."""
    loudest = max((float(one) for word, one in zip(words, said, strict=True) if word), default=0.0)
    price = max(loudest, 0.0) * LEAST
    best, start, total = (0.0, 0, 0), 0, 0.0
    for at, word in enumerate(words):
        if word is None:
            start, total = at + 1, 0.0
            continue
        total += float(said[at]) - price
        if total > best[0]:
            best = (total, start, at + 1)
        if total <= 0:
            start, total = at + 1, 0.0
    return _trimmed(words, best[1], best[2])


def _trimmed(words: Sequence[str | None], start: int, end: int) -> tuple[int, int]:
    first, last, loose = start, end, word_list(_FILE, "loose")
    while first < last and words[first] in loose:
        first += 1
    while last > first and words[last - 1] in loose:
        last -= 1
    return (first, last) if first < last else (start, end)
