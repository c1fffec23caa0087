"""Fits a linear layer to the second reader's views: a logistic regression for each answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coach.stages.layer import ViewLayer

_NEWTON_STEPS = 25
Rows = NDArray[np.float64]


def fit_layer(views: Rows, shown: Rows, decay: float) -> ViewLayer:
    """Fit a layer.

    Args:
        views: a row for each text.
        shown: by row, 1 for each answer that is right.
        decay: how much large weights cost.
    """
    mean, scale = views.mean(axis=0), views.std(axis=0) + 1e-3
    given = np.hstack([(views - mean) / scale, np.ones((len(views), 1))])
    return ViewLayer(mean, scale, np.stack([_weights(given, wanted, decay) for wanted in shown.T], axis=1))


def _weights(given: Rows, wanted: Rows, least: float) -> Rows:
    """Return the weights of a logistic regression, the last one without decay, by Newton's method."""
    decay = np.full(given.shape[1], least)
    decay[-1] = 1e-9
    found = np.zeros(given.shape[1])
    for _ in range(_NEWTON_STEPS):
        likely = squashed(given @ found)
        slope = given.T @ (likely - wanted) / len(given) + decay * found
        bend = (given * (likely * (1 - likely))[:, None]).T @ given / len(given) + np.diag(decay)
        found = found - np.linalg.solve(bend, slope)
    return found


def squashed(logits: Rows) -> Rows:
    """Return logits as shares from 0 to 1."""
    shares: Rows = 1 / (1 + np.exp(-logits))
    return shares
