"""Fits linear models to rows: one for every concern, and one for every category."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from coach.engine.second_reader import BUCKETS, CATEGORIES, CONCERNS, Layer, make_layer
from coach.models import Concern
from coach.training.corpus_rows import CONCERN_OF
from coach.training.row import CALIBRATION, HELD_OUT, Row

SEED = 20
TIGHTNESS = 10.0
"""How closely weights follow the rows (the inverse of regularisation)."""
CALM_WEIGHT = 0.3
"""How much a row of the calm files counts beside a message of a voice."""
_PASSES = 40


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and their features, line by line."""

    rows: Sequence[Row]
    features: csr_matrix

    def part(self, chosen: NDArray[np.bool_]) -> Table:
        """Some of its lines."""
        at = np.flatnonzero(chosen)
        return Table([self.rows[int(one)] for one in at], self.features[at])

    def where(self, concern: Concern) -> NDArray[np.bool_]:
        """The lines that say yes or no to a concern."""
        return np.array([concern in row.teaches for row in self.rows], bool)

    def marked(self, concern: Concern) -> NDArray[np.bool_]:
        """The lines that say yes to a concern."""
        return np.array([concern in row.concerns for row in self.rows], bool)

    def from_voices(self) -> NDArray[np.bool_]:
        """The lines that come from the corpus."""
        return np.array([row.part < 0 for row in self.rows], bool)


def learnable(table: Table) -> NDArray[np.bool_]:
    """The lines that may be learned from: none that is held out, none that thresholds are set by."""
    return np.array([row.part not in {HELD_OUT, CALIBRATION} for row in table.rows], bool)


def fit_concerns(table: Table) -> Layer:
    """One answer a concern."""
    fitted = [fit_concern(table, concern) for concern in CONCERNS]
    return _layer(fitted)


def fit_concern(table: Table, concern: Concern) -> tuple[NDArray[np.float32], float]:
    """Weights and bias of one concern."""
    part = table.part(table.where(concern))
    counts = np.array([row.weight * (CALM_WEIGHT if _is_calm(row) else 1) for row in part.rows])
    return _fit(part.features, part.marked(concern), counts)


def fit_categories(table: Table) -> Layer:
    """One answer a category, learned from the messages that are marked with its concern."""
    fitted = []
    for concern in CONCERNS:
        part = table.part(table.from_voices() & table.marked(concern))
        for name in (one for one in CATEGORIES if one.startswith(f"{concern}/")):
            yes = np.array([any(_id(mark.category) == name for mark in row.marks) for row in part.rows], bool)
            fitted.append(_fit(part.features, yes, np.ones(len(part.rows))))
    return _layer(fitted)


def _fit(
    features: csr_matrix, yes: NDArray[np.bool_], counts: NDArray[np.float64]
) -> tuple[NDArray[np.float32], float]:
    if yes.all() or not yes.any():
        return np.zeros(BUCKETS, np.float32), 9.0 if yes.any() else -9.0
    model = LogisticRegression(
        C=TIGHTNESS, solver="liblinear", dual=True, max_iter=_PASSES, tol=0.05, random_state=SEED
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(features, yes, sample_weight=counts)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _layer(fitted: Sequence[tuple[NDArray[np.float32], float]]) -> Layer:
    weights = np.stack([one[0] for one in fitted], axis=1)
    return make_layer(weights, np.array([one[1] for one in fitted], np.float32))


def _is_calm(row: Row) -> bool:
    return row.part >= 0 and row.weight == 1


def _id(name: str) -> str:
    return f"{CONCERN_OF[name]}/{name}"
