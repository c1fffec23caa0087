"""Chooses the word pieces that are kept, and rounds their meaning to small numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.embedding import PLACES, Embedding
from coach.engine.reader.pieces import BREAK, END, START, UNKNOWN, Pieces
from coach.training.network import Start

_ALWAYS = (START, END, UNKNOWN, BREAK, "received")
_LETTERS = 3
"""A piece of one letter, `##x`, has at most this many characters: all are kept, so that any word can be spelled."""


def make_embedding(start: Start, words: Iterable[str | None], count: int) -> Embedding:
    """Keep the `count` pieces that these words need most."""
    whole = Pieces(start.pieces)
    used = Counter(number for word, times in Counter(words).items() for number in whole.of(word) * min(times, 20))
    kept = [whole.number[name] for name in _ALWAYS]
    kept += [at for at, name in enumerate(start.pieces) if len(name) <= _LETTERS and name.isascii() and at not in kept]
    kept += [at for at, _ in used.most_common() if at not in set(kept)]
    chosen = sorted(kept[:count])
    table = start.weights["embeddings.word_embeddings.weight"].numpy()[chosen]
    places = start.weights["embeddings.position_embeddings.weight"].numpy()[:PLACES]
    kind = start.weights["embeddings.token_type_embeddings.weight"].numpy()[0]
    pieces = Pieces([start.pieces[at] for at in chosen])
    unset = Embedding(pieces, np.zeros(table.shape, np.int8), np.ones(len(table), np.float32), places + kind)
    return rounded(unset, table)


def rounded(embedding: Embedding, table: NDArray[np.float32]) -> Embedding:
    """Return the same pieces with another meaning, rounded to small numbers."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-9).astype(np.float32) / 127
    return replace(embedding, small=np.round(table / scales[:, None]).astype(np.int8), scales=scales)
