"""What the second reader learned: one small number a feature and answer, read from a file without pickle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.features import BUCKETS
from coach.errors import CoachError
from coach.models import Concern
from coach.models.category import CATEGORY_NAMES
from coach.writing import SHARED, write_whole

RUDE = "rude"
"""The question whether grown-ups' comments of the open data would be called rude like this."""
QUESTIONS: Mapping[str, Concern] = {**{concern.value: concern for concern in Concern}, RUDE: Concern.UNKIND}
"""What is asked of a message, in the order in which answers stand, and the concern that a yes is about.

How children hurt and how people insult are two questions: in one, each spoils the answers to the other.
"""
CATEGORIES = tuple(f"{concern}/{name}" for concern, names in CATEGORY_NAMES.items() for name in names)
"""The order in which answers about categories stand."""
MODEL_PATH = Path(__file__).parent / "model.npz"
"""The model that Coach ships."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of one question: a line a feature, a column an answer."""

    small: NDArray[np.int8]
    scales: NDArray[np.float32]
    """What a step of `small` stands for, by answer."""
    biases: NDArray[np.float32]

    def shares(self, numbers: NDArray[np.int32], values: NDArray[np.float32]) -> NDArray[np.float32]:
        """What each feature says for each answer."""
        found = self.small[numbers].astype(np.float32)
        return np.asarray(found * values[:, None] * self.scales, np.float32)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned."""

    question: Layer
    category: Layer
    thresholds: NDArray[np.float32]
    """By question: how sure the reader must be."""


def make_layer(weights: NDArray[np.float32], biases: NDArray[np.float32]) -> Layer:
    """Round weights (a line a feature) to steps of the largest of their column by 127."""
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return Layer(np.round(weights / scales).astype(np.int8), scales.astype(np.float32), biases.astype(np.float32))


def read_weights(path: Path = MODEL_PATH) -> Weights:
    """Read a trained model.

    Raises:
        CoachError: the file is missing, broken, or of another form.
    """
    return _read(path, str(path))


def _read(source: Path | BytesIO, name: str) -> Weights:
    try:
        with np.load(source, allow_pickle=False) as held:
            weights = Weights(_layer(held, "question"), _layer(held, "category"), held["thresholds"])
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise CoachError(f"{name}: no model of the second reader\n    fix: install Coach again") from error
    shapes = (weights.question.small.shape, weights.category.small.shape)
    if shapes != ((BUCKETS, len(QUESTIONS)), (BUCKETS, len(CATEGORIES))):
        raise CoachError(f"{name}: a model of another Coach\n    fix: install Coach again, or train the model anew")
    return weights


def unpack_weights(packed: bytes, name: str) -> Weights:
    """Read what `pack_weights` gave; `name` stands in errors.

    Raises:
        CoachError: it is broken, or of another form.
    """
    return _read(BytesIO(packed), name)


def write_weights(path: Path, weights: Weights) -> None:
    """Write a model.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    write_whole(path, pack_weights(weights), SHARED)


def pack_weights(weights: Weights) -> bytes:
    """A model as it is kept; the same weights give the same bytes."""
    layers = {"question": weights.question, "category": weights.category}
    parts = {f"{name}_{part}": getattr(layer, part) for name, layer in layers.items() for part in Layer.__slots__}
    np.savez_compressed(packed := BytesIO(), thresholds=weights.thresholds, **parts)
    return packed.getvalue()


def _layer(held: np.lib.npyio.NpzFile, name: str) -> Layer:
    return Layer(held[f"{name}_small"], held[f"{name}_scales"], held[f"{name}_biases"])
