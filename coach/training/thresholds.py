"""Sets the second reader's thresholds, by false alarms on calm messages and by F score on held-out voices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from coach.engine import build, check_all
from coach.engine.reader import QUESTIONS, RUDE, Layer, SecondReader, Weights
from coach.engine.spacy_parts import part_in
from coach.models import Audience, Catalog, FlagSource, Message
from coach.training.fit import Table, fit_question
from coach.training.row import Kind, Row
from coach.training.settings import TrainingSettings

FEWEST = 20
"""The fewest flags from which a threshold is estimated."""
SHARE = 20
"""Only one in this many calm messages is checked: those with the highest scores."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Computes a threshold for each question."""

    settings: TrainingSettings
    catalog: Catalog
    learned: Table
    """The training rows."""
    calm: Table
    """Calm rows that are not training rows."""

    def of(self, weights: Weights, step: Callable[[], None]) -> NDArray[np.float32]:
        """Compute the threshold of each question; `step` is called after each."""
        nlp, found = build(self.catalog, weights=weights), []
        for at, name in enumerate(QUESTIONS):
            teach(nlp, _only(weights, at))
            by_voices = -np.inf if name == RUDE else self._by_voices(name)
            found.append(max(by_voices, self._by_calm(nlp, weights.question, at, name)))
            step()
        return np.array(found, np.float32)

    def _by_calm(self, nlp: Language, layer: Layer, at: int, name: str) -> float:
        """Find the lowest threshold that keeps false alarms on every calm file within limits, for one question."""
        scores = np.asarray(self.calm.features @ (layer.small[:, at] * layer.scales[at]) + layer.biases[at])
        highest = -np.inf
        for file, allowed in self.settings.false_alarms.get(name, {}).items():
            lines = np.flatnonzero([row.source == file for row in self.calm.rows])
            likely = lines[np.argsort(-scores[lines], kind="stable")][: max(len(lines) // SHARE, 1)]
            heard = list(_heard(nlp, [self.calm.rows[int(one)] for one in likely]))
            flagged = scores[likely][heard]
            messages = sum(self.calm.rows[int(one)].opens for one in lines)
            spared = int(messages * allowed / 1000)
            if spared < len(flagged):
                highest = max(highest, float(flagged[spared]))
        return highest

    def _by_voices(self, name: str) -> float:
        """Find the best threshold by cross-validation over voices."""
        folds, concern = self._folds(), QUESTIONS[name]
        scores, marked = [], []
        for fold in range(self.settings.folds):
            weights, bias = fit_question(self.settings, self.learned.part(folds != fold), name)
            left_out = self.learned.part((folds == fold) & self.learned.where(concern))
            scores.append(left_out.features @ weights + bias)
            marked.append(left_out.marked(concern))
        return _best(np.concatenate(scores), np.concatenate(marked), self.settings.beta)

    def _folds(self) -> NDArray[np.int64]:
        """Return the fold of each row's voice; -1 for other rows."""
        names = sorted({row.source for row in self.learned.rows if row.kind is Kind.VOICE})
        folds = {name: at % self.settings.folds for at, name in enumerate(names)}
        return np.array([folds.get(row.source, -1) for row in self.learned.rows])


def _heard(nlp: Language, rows: Sequence[Row]) -> Iterator[bool]:
    """For each row, yield whether the reader's flag survives: nothing silences it, and no rule flags the same concern.

    The audience is somebody known only online, for whom every concern counts.
    """
    messages = (Message(text=row.text, direction=row.direction, audience=Audience.STRANGER) for row in rows)
    for _, report in check_all(nlp, enumerate(messages)):
        noticed = {flag.concern for flag in report.flags if flag.source is FlagSource.SECOND_READER}
        ruled = {flag.concern for flag in report.flags if flag.source is not FlagSource.SECOND_READER}
        yield bool(noticed - ruled)


def teach(nlp: Language, weights: Weights) -> None:
    """Replace the weights of a pipeline's second reader, if it has one, without recompiling the rules."""
    if "coach_reader" in nlp.pipe_names:
        part_in(nlp, SecondReader).set_weights(weights)


def _only(weights: Weights, at: int) -> Weights:
    """Set thresholds so that one question is always answered yes and all others no."""
    thresholds = np.full(len(QUESTIONS), np.inf, np.float32)
    thresholds[at] = -np.inf
    return replace(weights, thresholds=thresholds)


def _best(scores: NDArray[np.float64], marked: NDArray[np.bool_], beta: float) -> float:
    """Find the threshold with the best F score for this beta; infinity if nothing is marked."""
    if not marked.any():
        return np.inf
    order = np.argsort(-scores, kind="stable")
    right, flagged = np.cumsum(marked[order]), np.arange(1, len(order) + 1)
    worth = (1 + beta**2) * right / (flagged + beta**2 * max(int(marked.sum()), 1))
    first = min(FEWEST, len(order)) - 1
    return float(scores[order][first + int(np.argmax(worth[first:]))]) - 1e-6
