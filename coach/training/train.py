"""Trains a model from rows; the same rows always give the same model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from coach.engine import build
from coach.engine.reader import BUCKETS, QUESTIONS, Weights
from coach.engine.spacy_parts import respell_in
from coach.models import Catalog, Voice
from coach.training.calm_rows import calm_rows
from coach.training.corpus_rows import corpus_rows
from coach.training.fit import Table, fit_categories, fit_questions, learnable
from coach.training.open_rows import open_rows
from coach.training.row import CALIBRATION, Kind, Row
from coach.training.sentence_rows import sentence_rows
from coach.training.settings import TrainingSettings
from coach.training.table import features_table, read_features
from coach.training.thresholds import Thresholds


def read_rows(voices: Iterable[Voice], folder: Path) -> list[Row]:
    """Read all rows: the voices, the calm files and the open data.

    Raises:
        InputError: a file is missing in `folder`.
        AuthorError: a line of a file is not a JSON object.
    """
    return [*corpus_rows(voices), *calm_rows(folder), *open_rows(folder)]


def make_table(catalog: Catalog, rows: Sequence[Row], step: Callable[[], None] = lambda: None) -> Table:
    """Split rows into sentences as the engine does and compute their features; `step` is called after each row."""
    nlp = build(catalog)
    rows = list(sentence_rows(respell_in(nlp), rows))
    return Table(rows, features_table(read_features(nlp, rows, step), BUCKETS))


STEPS = 2 * len(QUESTIONS)
"""The number of progress steps for training one model."""


@dataclass(frozen=True, slots=True)
class Trainer:
    """Trains models from one table, with or without some voices."""

    settings: TrainingSettings
    catalog: Catalog
    """The rules; the thresholds depend on what they flag already."""
    table: Table
    step: Callable[[], None] = lambda: None
    """Called `STEPS` times while a model is trained."""

    def train(self, without: Collection[str] = ()) -> Weights:
        """Train on all training rows except those of the voices `without`."""
        rows = self.table.rows
        kept = np.array([row.source not in without for row in rows], bool)
        learned = self.table.part(learnable(self.table) & kept)
        calm = self.table.part(np.array([row.part == CALIBRATION and row.kind is Kind.CALM for row in rows], bool))
        questions = fit_questions(self.settings, learned, self.step)
        never = np.full(len(QUESTIONS), np.inf, np.float32)
        weights = Weights(questions, fit_categories(self.settings, learned), never)
        thresholds = Thresholds(self.settings, self.catalog, learned, calm)
        return replace(weights, thresholds=thresholds.of(weights, self.step))
