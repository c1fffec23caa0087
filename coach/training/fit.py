"""Fits linear models to rows: one per question and one per category."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from coach.engine.reader import BUCKETS, CATEGORIES, QUESTIONS, Layer, make_layer
from coach.models import Concern
from coach.training.corpus_rows import CONCERN_OF
from coach.training.row import CALIBRATION, HELD_OUT, Kind, Row
from coach.training.settings import TrainingSettings

_PASSES = 40


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and their features."""

    rows: Sequence[Row]
    features: csr_matrix

    def part(self, chosen: NDArray[np.bool_]) -> Table:
        """Select some rows."""
        at = np.flatnonzero(chosen)
        return Table([self.rows[int(one)] for one in at], self.features[at])

    def where(self, concern: Concern) -> NDArray[np.bool_]:
        """Mask the rows that are examples for a concern."""
        return np.array([concern in row.teaches for row in self.rows], bool)

    def marked(self, concern: Concern) -> NDArray[np.bool_]:
        """Mask the positive examples for a concern."""
        return np.array([concern in row.concerns for row in self.rows], bool)

    def of_kind(self, kind: Kind) -> NDArray[np.bool_]:
        """Mask the rows from files of this kind."""
        return np.array([row.kind is kind for row in self.rows], bool)


def learnable(table: Table) -> NDArray[np.bool_]:
    """Mask the training rows: neither held out nor reserved for thresholds."""
    return np.array([row.part not in {HELD_OUT, CALIBRATION} for row in table.rows], bool)


def fit_questions(settings: TrainingSettings, table: Table, step: Callable[[], None]) -> Layer:
    """Fit one model per question; `step` is called after each."""
    fitted = []
    for name in QUESTIONS:
        fitted.append(fit_question(settings, table, name))
        step()
    return _layer(fitted)


def fit_question(settings: TrainingSettings, table: Table, name: str) -> tuple[NDArray[np.float32], float]:
    """Fit weights and bias for one question."""
    counts = np.array([settings.counts[name][row.kind] for row in table.rows])
    used = table.where(QUESTIONS[name]) & (counts > 0)
    part = table.part(used)
    return _fit(settings, part.features, part.marked(QUESTIONS[name]), counts[used])


def fit_categories(settings: TrainingSettings, table: Table) -> Layer:
    """Fit one model per category, trained on messages marked with its concern."""
    fitted = []
    for concern in Concern:
        part = table.part(table.of_kind(Kind.VOICE) & table.marked(concern))
        for name in (one for one in CATEGORIES if one.startswith(f"{concern}/")):
            yes = np.array([any(_id(mark.category) == name for mark in row.marks) for row in part.rows], bool)
            fitted.append(_fit(settings, part.features, yes, np.ones(len(part.rows))))
    return _layer(fitted)


def _fit(
    settings: TrainingSettings, features: csr_matrix, yes: NDArray[np.bool_], counts: NDArray[np.float64]
) -> tuple[NDArray[np.float32], float]:
    if yes.all() or not yes.any():
        return np.zeros(BUCKETS, np.float32), 9.0 if yes.any() else -9.0
    model = LogisticRegression(
        C=settings.tightness, solver="liblinear", dual=True, max_iter=_PASSES, tol=0.05, random_state=settings.seed
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(features, yes, sample_weight=counts)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _layer(fitted: Sequence[tuple[NDArray[np.float32], float]]) -> Layer:
    weights = np.stack([one[0] for one in fitted], axis=1)
    return make_layer(weights, np.array([one[1] for one in fitted], np.float32))


def _id(name: str) -> str:
    return f"{CONCERN_OF[name]}/{name}"
