"""What the second reader learned: one small number for each feature and answer, read from a file without pickle."""

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
"""The question whether adult comments in the open data would be called rude."""
QUESTIONS: Mapping[str, Concern] = {**{concern.value: concern for concern in Concern}, RUDE: Concern.UNKIND}
"""Questions about a message in the order of the answers, with the concern that a yes is about.

How children hurt and how people insult are two questions: as one, each spoils the answers to the other.
"""
CATEGORIES = tuple(f"{concern}/{name}" for concern, names in CATEGORY_NAMES.items() for name in names)
"""Categories in the order of the answers."""
MODEL_PATH = Path(__file__).parent / "model.npz"
"""The model that Coach ships."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of one question: a row for each feature, a column for each answer."""

    small: NDArray[np.int8]
    scales: NDArray[np.float32]
    """Value of one step of `small`, by answer."""
    biases: NDArray[np.float32]

    def shares(self, numbers: NDArray[np.int32], values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the contribution of each feature to each answer."""
        found = self.small[numbers].astype(np.float32)
        return np.asarray(found * values[:, None] * self.scales, np.float32)


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the reader learned."""

    question: Layer
    category: Layer
    thresholds: NDArray[np.float32]
    """By question, how sure the reader must be."""


def make_layer(weights: NDArray[np.float32], biases: NDArray[np.float32]) -> Layer:
    """Round weights (one row for each feature) to steps of the largest of their column divided by 127."""
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return Layer(np.round(weights / scales).astype(np.int8), scales.astype(np.float32), biases.astype(np.float32))


def read_weights(path: Path = MODEL_PATH) -> Weights:
    """Read a trained model.

    Raises:
        CoachError: the file is missing, broken, or in another format.
    """
    return _read(path, str(path))


def _read(source: Path | BytesIO, name: str) -> Weights:
    try:
        with np.load(source, allow_pickle=False) as held:
            weights = Weights(_layer(held, "question"), _layer(held, "category"), held["thresholds"])
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise CoachError(f"{name}: cannot read the model of the second reader\n    fix: install Coach again") from error
    shapes = (weights.question.small.shape, weights.category.small.shape)
    if shapes != ((BUCKETS, len(QUESTIONS)), (BUCKETS, len(CATEGORIES))):
        raise CoachError(f"{name}: model in another format\n    fix: install Coach again, or retrain the model")
    return weights


def unpack_weights(packed: bytes, name: str) -> Weights:
    """Read what `pack_weights` returned; `name` appears in errors.

    Raises:
        CoachError: it is broken or in another format.
    """
    return _read(BytesIO(packed), name)


def write_weights(path: Path, weights: Weights) -> None:
    """Write a model.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    write_whole(path, pack_weights(weights), SHARED)


def pack_weights(weights: Weights) -> bytes:
    """Serialize a model; the same weights give the same bytes."""
    layers = {"question": weights.question, "category": weights.category}
    parts = {f"{name}_{part}": getattr(layer, part) for name, layer in layers.items() for part in Layer.__slots__}
    np.savez_compressed(packed := BytesIO(), thresholds=weights.thresholds, **parts)
    return packed.getvalue()


def _layer(held: np.lib.npyio.NpzFile, name: str) -> Layer:
    return Layer(held[f"{name}_small"], held[f"{name}_scales"], held[f"{name}_biases"])
