"""Find the words that carry a decision: the stretch within one clause that the encoder tags most."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.engine.text.word_lists import word_list

_FILE = Path(__file__).with_name("words.toml")
_SURE = 30.0
"""A logit beyond this is as good as certain."""
LEAST = 0.5
"""A word belongs to the phrase if it is tagged at least with this share of the strongest word's probability."""


def best_phrase(words: Sequence[str | None], tags: NDArray[np.float32]) -> tuple[int, int]:
    """Return first and after-last word of the strongest stretch, never across a break.

    Args:
        words: the words, at least one of them not a break.
        tags: how much each word says so, as a logit.
    """
    likely = 1 / (1 + np.exp(-np.clip(tags, -_SURE, _SURE)))
    said = [float(one) if word else 0.0 for word, one in zip(words, likely, strict=True)]
    price = max(said) * LEAST
    best, start, total = (0.0, 0, 0), 0, 0.0
    for at, word in enumerate(words):
        if word is None:
            start, total = at + 1, 0.0
            continue
        total += said[at] - price
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
