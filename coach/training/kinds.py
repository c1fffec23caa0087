"""Clusters the vocabulary of a sentence model into kinds of words with similar meanings.

The model is all-MiniLM-L6-v2 (Apache-2.0), as a folder with `model.safetensors` and `vocab.txt`. It embeds single words
only, and nothing of it is shipped but the resulting clusters.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf
from sklearn.cluster import KMeans

from coach.errors import InputError

COUNT = 1000
"""The number of kinds."""
_SEED = 20
_WIDTH = 128
_LAYERS, _HEADS = 6, 12
_START, _END = "[CLS]", "[SEP]"
_BATCH = 512
_TINY = 1e-12

Array = NDArray[np.float32]


def make_kinds(folder: Path, count: int = COUNT) -> str:
    """Return the content of `kinds.txt`.

    Raises:
        InputError: the folder does not contain the model.
    """
    pieces, parts = _read(folder)
    words = sorted(piece for piece in pieces if piece.isascii() and piece.isalpha() and len(piece) > 1)
    batches = (words[at : at + _BATCH] for at in range(0, len(words), _BATCH))
    vectors = [_meanings(parts, [pieces[word] for word in batch], pieces) for batch in batches]
    model = KMeans(count, init="random", n_init=1, max_iter=30, random_state=_SEED)
    found = model.fit_predict(_narrowed(np.concatenate(vectors)))
    kinds: dict[int, list[str]] = defaultdict(list)
    for word, kind in zip(words, found, strict=True):
        kinds[int(kind)].append(word)
    return "".join(f"{' '.join(kind)}\n" for kind in sorted(kinds.values()))


def _read(folder: Path) -> tuple[dict[str, int], dict[str, Array]]:
    try:
        pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        held = memoryview((folder / "model.safetensors").read_bytes())
        size = 8 + int.from_bytes(held[:8], "little")
        parts = {
            name: np.frombuffer(held[size:][slice(*part["data_offsets"])], np.float32).reshape(part["shape"])
            for name, part in json.loads(bytes(held[8:size])).items()
            if part.get("dtype") == "F32"
        }
    except (OSError, ValueError) as error:
        raise InputError(f"{folder}: {error}\n    fix: use the folder of all-MiniLM-L6-v2") from error
    return {piece: at for at, piece in enumerate(pieces)}, parts


def _narrowed(vectors: Array) -> Array:
    """Project onto the principal components and normalize each vector."""
    even = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    even -= even.mean(axis=0)
    _, axes = np.linalg.eigh(even.T @ even)
    narrow = even @ axes[:, ::-1][:, :_WIDTH]
    return np.asarray(narrow / np.linalg.norm(narrow, axis=1, keepdims=True), np.float32)


def _meanings(parts: Mapping[str, Array], words: Sequence[int], pieces: Mapping[str, int]) -> Array:
    """Embed each word alone: the mean over the word and the special tokens around it."""
    tokens = np.array([(pieces[_START], word, pieces[_END]) for word in words])
    start = parts["embeddings.word_embeddings.weight"][tokens] + parts["embeddings.position_embeddings.weight"][:3]
    hidden = _even(parts, "embeddings.LayerNorm", start + parts["embeddings.token_type_embeddings.weight"][0])
    for layer in range(_LAYERS):
        hidden = _layer(parts, f"encoder.layer.{layer}", hidden)
    return np.asarray(hidden.mean(axis=1), np.float32)


def _layer(parts: Mapping[str, Array], name: str, hidden: Array) -> Array:
    heads = [_in_heads(_linear(parts, f"{name}.attention.self.{one}", hidden)) for one in ("query", "key", "value")]
    query, key, value = heads
    likely = np.exp(query @ key.swapaxes(2, 3) / query.shape[-1] ** 0.5)
    looked = (likely / likely.sum(axis=-1, keepdims=True) @ value).swapaxes(1, 2).reshape(hidden.shape)
    seen = _linear(parts, f"{name}.attention.output.dense", looked)
    hidden = _even(parts, f"{name}.attention.output.LayerNorm", hidden + seen)
    inner = _linear(parts, f"{name}.intermediate.dense", hidden)
    outer = _linear(parts, f"{name}.output.dense", inner * (1 + erf(inner / 2**0.5)) / 2)
    return _even(parts, f"{name}.output.LayerNorm", hidden + outer)


def _in_heads(values: Array) -> Array:
    return values.reshape(*values.shape[:2], _HEADS, -1).swapaxes(1, 2)


def _linear(parts: Mapping[str, Array], name: str, values: Array) -> Array:
    return np.asarray(values @ parts[f"{name}.weight"].T + parts[f"{name}.bias"], np.float32)


def _even(parts: Mapping[str, Array], name: str, values: Array) -> Array:
    middle, spread = values.mean(axis=-1, keepdims=True), values.var(axis=-1, keepdims=True)
    even = (values - middle) / np.sqrt(spread + _TINY)
    return np.asarray(even * parts[f"{name}.weight"] + parts[f"{name}.bias"], np.float32)
