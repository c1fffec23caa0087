"""From rows to a model: the same rows give the same model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from coach.engine import build
from coach.engine.second_reader import BUCKETS, Weights
from coach.models import Catalog, Voice
from coach.training.calm_rows import calm_rows
from coach.training.corpus_rows import corpus_rows
from coach.training.fit import Table, fit_categories, fit_concerns, learnable
from coach.training.open_rows import open_rows
from coach.training.row import CALIBRATION, Row
from coach.training.table import features_table, read_features
from coach.training.thresholds import set_thresholds


def read_rows(voices: Iterable[Voice], folder: Path) -> list[Row]:
    """Every row there is: the voices, the calm files, and the open data.

    Raises:
        InputError: a file is missing in `folder`.
        AuthorError: a line of a file is no JSON object.
    """
    return [*corpus_rows(voices), *calm_rows(folder), *open_rows(folder)]


def make_table(catalog: Catalog, rows: Sequence[Row], step: Callable[[], None] = lambda: None) -> Table:
    """Read every row as the engine does, and note its features; `step` is called after each row."""
    return Table(rows, features_table(read_features(build(catalog), rows, step), BUCKETS))


def train(table: Table, without: str = "") -> Weights:
    """Learn from all rows that may be learned from.

    Args:
        table: the rows.
        without: a voice to leave out.
    """
    kept = np.array([row.source != without for row in table.rows], bool)
    known = learnable(table) & kept
    learned = table.part(known)
    concerns = fit_concerns(learned)
    calibrating = np.array([row.part == CALIBRATION and row.weight == 1 for row in table.rows], bool)
    thresholds = set_thresholds(table.part(known | calibrating), concerns)
    return Weights(concerns, fit_categories(learned), thresholds)
