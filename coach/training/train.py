"""Trains the second reader from rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file

from coach.engine import build
from coach.engine.patterns.compiled import Compiled
from coach.engine.reader import QUESTIONS, Weights
from coach.engine.reader.embedding import Embedding
from coach.engine.reader.pieces import Pieces
from coach.engine.spacy_parts import respell_in
from coach.models import Direction, Voice
from coach.training.calm_rows import calm_rows
from coach.training.corpus_rows import corpus_rows
from coach.training.embedding import make_embedding
from coach.training.examples import WindowExample, examples_of
from coach.training.export import graph_of
from coach.training.fit import Fit, chosen
from coach.training.gate_fit import calm_both_ways, fit_gate, open_gate
from coach.training.network import Network, Start
from coach.training.open_rows import open_rows
from coach.training.public_rows import public_rows
from coach.training.row import CALIBRATION, HELD_OUT, Kind, Row
from coach.training.settings import TrainingSettings
from coach.training.thresholds import Thresholds, answers_to


def read_rows(voices: Iterable[Voice], folder: Path) -> list[Row]:
    """Read all rows: the voices, the calm files, the open data and the labelled public comments.

    Raises:
        InputError: a file is missing in `folder`.
        AuthorError: a line of a file is not a JSON object.
    """
    return [*corpus_rows(voices), *calm_rows(folder), *open_rows(folder), *public_rows(folder)]


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained network, and the word pieces with their meaning."""

    network: Network
    embedding: Embedding


@dataclass(frozen=True, slots=True)
class Trainer:
    """Trains second readers from the same rows, with or without some voices."""

    settings: TrainingSettings
    rules: Compiled
    """The thresholds depend on what they flag already."""
    start: Start
    examples: Sequence[WindowExample]

    def train(self, without: Collection[str] = (), step: Callable[[float], None] = lambda _: None) -> Weights:
        """Train on all training rows except those of the voices `without`.

        Args:
            without: names of voices.
            step: called with the share of the training that is done.
        """
        return self.finish(self.train_network(without, step), without)

    def train_network(self, without: Collection[str], step: Callable[[float], None]) -> Trained:
        """Train network and word pieces alone; takes the same arguments as `train`."""
        learned = self._learned(without)
        torch.manual_seed(self.settings.seed)
        network = Network(self.settings.drop)
        network.start_from(self.start.weights)
        words = (word for one in learned for word in one.words)
        training = Fit(self.settings, network, make_embedding(self.start, words, self.settings.pieces))
        return Trained(network, training.run(learned, step))

    def finish(self, trained: Trained, without: Collection[str]) -> Weights:
        """Quantize a trained network, and set thresholds and gate."""
        calm = [one for one in self.examples if one.row.part == CALIBRATION and one.row.kind is Kind.CALM]
        unset = np.full(len(QUESTIONS), np.inf, np.float32)
        weights = Weights(
            trained.embedding, open_gate(len(trained.embedding.pieces.names)), graph_of(trained.network), unset
        )
        weights = replace(weights, thresholds=Thresholds(self.settings, self.rules, calm).of(weights))
        learned = self._learned(without)
        asked = [*chosen(self.settings, learned), *calm_both_ways(self.settings.seed, learned)]
        return replace(weights, gate=fit_gate(self.settings.seed, weights.embedding, asked, _sure(weights, asked)))

    def _learned(self, without: Collection[str]) -> list[WindowExample]:
        return [one for one in self.examples if is_learnable(one.row) and one.row.source not in without]


def save_trained(trained: Trained, path: Path) -> None:
    """Keep a trained network and its pieces in a file."""
    embedding = trained.embedding
    pieces = torch.frombuffer(bytearray("\n".join(embedding.pieces.names).encode()), dtype=torch.uint8)
    arrays = {"small": embedding.small, "scales": embedding.scales, "places": embedding.places}
    tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
    save_file({**trained.network.state_dict(), **tensors, "pieces": pieces}, path)


def load_trained(path: Path) -> Trained:
    """Load what `save_trained` kept."""
    held, network = load_file(path), Network()
    names = held.pop("pieces").numpy().tobytes().decode().split("\n")
    small, scales, places = (held.pop(name).numpy() for name in ("small", "scales", "places"))
    network.load_state_dict(held)
    return Trained(network.eval(), Embedding(Pieces(names), small, scales, places))


def make_examples(rules: Compiled, start: Start, rows: Sequence[Row], step: Callable[[], None]) -> list[WindowExample]:
    """Split rows into windows as the second reader does; `step` is called after each row."""
    return list(examples_of(respell_in(build(rules)), Pieces(start.pieces), rows, step))


def is_learnable(row: Row) -> bool:
    """Return whether a row is trained on: neither held out nor reserved for thresholds."""
    return row.part not in {HELD_OUT, CALIBRATION}


def _sure(weights: Weights, examples: Sequence[WindowExample]) -> NDArray[np.float32]:
    """Return how far the surest answer that counts lies above its threshold, by example.

    An answer counts if its concern is looked for in messages that go that way.
    """
    ways = {way: np.array([way in about.directions for about in QUESTIONS.values()]) for way in Direction}
    answers = zip(examples, answers_to(weights, examples), strict=True)
    return np.array([(said - weights.thresholds)[ways[one.row.direction]].max() for one, said in answers], np.float32)
