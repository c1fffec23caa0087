"""How sure the second reader must be: set by false alarms on calm talk and by what is best on voices left out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from coach.engine.second_reader import CONCERNS, Layer
from coach.models import Concern
from coach.training.fit import Table, fit_concern
from coach.training.row import CALIBRATION

FOLDS = 3
"""Into how many groups the voices are dealt to see how sure the reader is of voices that it does not know."""
BETA_SQUARED = 0.25
"""A false alarm weighs more than a miss: the measure on unknown voices is F with beta one half."""
FEWEST = 20
"""Fewer flags than these say nothing about a threshold."""
FALSE_ALARMS: Mapping[Concern, Mapping[str, float]] = {
    Concern.UNKIND: {"calm_sms": 8, "calm_persona_chat": 2, "calm_goemotions": 6},
    Concern.OVERSHARING: {"calm_sms": 5, "calm_persona_chat": 2, "calm_goemotions": 3, "wnut17": 5},
    Concern.CARE: {"calm_sms": 1.5, "calm_persona_chat": 1, "calm_goemotions": 1.5, "wnut17": 1.5},
    Concern.RED_FLAG: {},
}
"""The most flags in 1,000 calm messages."""


def set_thresholds(table: Table, layer: Layer) -> NDArray[np.float32]:
    """A threshold for each concern.

    Args:
        table: the lines that were learned from, and those for calibration.
        layer: what was learned about concerns.
    """
    found = [max(_by_calm(table, layer, at), _by_voices(table, concern)) for at, concern in enumerate(CONCERNS)]
    return np.array(found, np.float32)


def _by_calm(table: Table, layer: Layer, column: int) -> float:
    """The lowest threshold that keeps every calm file within its false alarms."""
    weights = layer.small[:, column] * layer.scales[column]
    highest = -np.inf
    for name, allowed in FALSE_ALARMS[CONCERNS[column]].items():
        part = table.part(np.array([row.source == name and row.part == CALIBRATION for row in table.rows], bool))
        scores = np.sort(part.features @ weights + layer.biases[column])[::-1]
        if len(scores):
            highest = max(highest, float(scores[min(int(len(scores) * allowed / 1000), len(scores) - 1)]))
    return highest


def _by_voices(table: Table, concern: Concern) -> float:
    """The threshold that reads voices best that were left out in turn."""
    learned = np.array([row.part != CALIBRATION for row in table.rows], bool)
    folds = _folds(table)
    scores, marked = [], []
    for fold in range(FOLDS):
        weights, bias = fit_concern(table.part(learned & (folds != fold)), concern)
        left_out = table.part((folds == fold) & table.where(concern))
        scores.append(left_out.features @ weights + bias)
        marked.append(left_out.marked(concern))
    return _best(np.concatenate(scores), np.concatenate(marked))


def _folds(table: Table) -> NDArray[np.int64]:
    """The group of each line's voice; -1 for other lines."""
    names = sorted({row.source for row in table.rows if row.part < 0})
    return np.array([names.index(row.source) % FOLDS if row.part < 0 else -1 for row in table.rows])


def _best(scores: NDArray[np.float64], marked: NDArray[np.bool_]) -> float:
    """The score from which on upwards flags are worth most."""
    order = np.argsort(-scores, kind="stable")
    right, flagged = np.cumsum(marked[order]), np.arange(1, len(order) + 1)
    worth = (1 + BETA_SQUARED) * right / (flagged + BETA_SQUARED * max(int(marked.sum()), 1))
    first = min(FEWEST, len(order)) - 1
    return float(scores[order][first + int(np.argmax(worth[first:]))]) - 1e-6
