"""Sets how sure the second reader must be, by false alarms on ordinary conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from coach.engine import build, check_all
from coach.engine.patterns.compiled import Compiled
from coach.engine.reader import QUESTIONS, Encoder, SecondReader, Weights
from coach.engine.spacy_parts import part_in
from coach.models import Audience, FlagSource, Message
from coach.training.examples import WindowExample
from coach.training.row import Row
from coach.training.settings import TrainingSettings

SHARE = 20
"""Only one in this many calm messages is checked: those with the highest scores."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Computes a threshold for each question."""

    settings: TrainingSettings
    rules: Compiled
    calm: Sequence[WindowExample]
    """The windows of calm messages that are not trained on."""

    def of(self, weights: Weights) -> NDArray[np.float32]:
        """Return the threshold of each question: what is sure by the settings, or more if calm messages need more."""
        logits = self._logits(weights)
        nlp, found = build(self.rules, weights=weights), []
        for at, name in enumerate(QUESTIONS):
            teach(nlp, _only(weights, at))
            least = self.settings.least[name]
            found.append(max(log(least / (1 - least)), self._by_calm(nlp, logits, at, name)))
        return np.array(found, np.float32)

    def _logits(self, weights: Weights) -> dict[Row, NDArray[np.float32]]:
        """Return the highest answer to each question in any window of each calm message."""
        highest = dict[Row, NDArray[np.float32]]()
        by_length = sorted(self.calm, key=lambda one: len(one.words))
        for answer, one in zip(answers_to(weights, by_length), by_length, strict=True):
            highest[one.row] = np.maximum(highest.get(one.row, answer), answer)
        return highest

    def _by_calm(self, nlp: Language, logits: dict[Row, NDArray[np.float32]], at: int, name: str) -> float:
        """Find the lowest threshold that keeps false alarms on every calm file within limits, for one question."""
        highest = -np.inf
        for file, allowed in self.settings.false_alarms.get(name, {}).items():
            asked = (row for row in logits if row.source == file and QUESTIONS[name] in row.teaches)
            rows = sorted(asked, key=lambda row: -float(logits[row][at]))
            likely = rows[: max(len(rows) // SHARE, 1)]
            flagged = [float(logits[row][at]) for row, heard in zip(likely, _heard(nlp, likely), strict=True) if heard]
            spared = int(len(rows) * allowed / 1000)
            if spared < len(flagged):
                highest = max(highest, flagged[spared])
        return highest


def answers_to(weights: Weights, examples: Sequence[WindowExample]) -> Iterator[NDArray[np.float32]]:
    """Yield the encoder's answers to the questions about each example."""
    encoder = Encoder(weights)
    for one in examples:
        yield encoder.read(weights.embedding.spelled(one.words, one.row.direction)).questions


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
    """Replace the weights of a pipeline's second reader, if it has one, without compiling the rules again."""
    if "coach_reader" in nlp.pipe_names:
        part_in(nlp, SecondReader).set_weights(weights)


def _only(weights: Weights, at: int) -> Weights:
    """Set thresholds so that one question is always answered yes and all others no."""
    thresholds = np.full(len(QUESTIONS), np.inf, np.float32)
    thresholds[at] = -np.inf
    return replace(weights, thresholds=thresholds)
