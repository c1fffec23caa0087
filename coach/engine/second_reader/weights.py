"""What the second reader learned: one small number a feature and answer, read from a file without pickle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from coach.engine.second_reader.features import BUCKETS
from coach.errors import CoachError
from coach.models import Concern
from coach.models.category import CATEGORY_NAMES

CONCERNS = tuple(Concern)
"""The order in which answers about concerns stand."""
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

    concern: Layer
    category: Layer
    thresholds: NDArray[np.float32]
    """By concern: how sure the reader must be."""


def make_layer(weights: NDArray[np.float32], biases: NDArray[np.float32]) -> Layer:
    """Round weights (a line a feature) to steps of the largest of their column by 127."""
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return Layer(np.round(weights / scales).astype(np.int8), scales.astype(np.float32), biases.astype(np.float32))


def read_weights(path: Path = MODEL_PATH) -> Weights:
    """Read a trained model.

    Raises:
        CoachError: the file is missing, broken, or of another form.
    """
    try:
        with np.load(path, allow_pickle=False) as held:
            weights = Weights(_layer(held, "concern"), _layer(held, "category"), held["thresholds"])
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise CoachError(f"{path}: no model of the second reader\n    mend: install Coach again") from error
    shapes = (weights.concern.small.shape, weights.category.small.shape)
    if shapes != ((BUCKETS, len(CONCERNS)), (BUCKETS, len(CATEGORIES))):
        raise CoachError(f"{path}: a model of another Coach\n    mend: install Coach again, or train the model anew")
    return weights


def write_weights(path: Path, weights: Weights) -> None:
    """Write a model; the same weights give the same bytes.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    new = path.with_name(f".{path.stem}.new.npz")
    layers = {"concern": weights.concern, "category": weights.category}
    parts = {f"{name}_{part}": getattr(layer, part) for name, layer in layers.items() for part in Layer.__slots__}
    np.savez_compressed(new, thresholds=weights.thresholds, **parts)
    new.replace(path)


def _layer(held: np.lib.npyio.NpzFile, name: str) -> Layer:
    return Layer(held[f"{name}_small"], held[f"{name}_scales"], held[f"{name}_biases"])
