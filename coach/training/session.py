"""One run of `coach train`: the model that ships, and the models of the folds that measure it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import torch

from coach.corpus import read_corpus
from coach.engine.reader import MODEL_PATH, Weights, read_weights, write_weights
from coach.models import Voice
from coach.rules_cache import rules_at_hand
from coach.training.card import CARD, card_text
from coach.training.evaluate import GROUPS, left_out, measure_calm, measure_fold, measure_open, measure_public, readers
from coach.training.fairness import fairness_groups, function_groups, measure_groups
from coach.training.figures import FIGURES, Figures, VoiceFigures
from coach.training.network import read_start
from coach.training.row import Row
from coach.training.settings import SETTINGS_PATH, read_settings
from coach.training.train import Trainer, load_trained, make_examples, read_rows, save_trained
from coach.writing import SHARED, write_whole

Progress = Callable[[float], None]
"""Called with the share that is done."""


@dataclass(frozen=True)
class Session:
    """What training and evaluation need."""

    trainer: Trainer
    voices: Sequence[Voice]
    rows: Sequence[Row]
    data: Path
    """The folder with the open files."""
    keep: Path | None
    """The folder where trained networks are kept, if any."""

    def write_model(self, folder: Path, step: Progress) -> Path:
        """Train the model that ships, on every voice, and return its path."""
        path = folder / MODEL_PATH.name
        write_weights(path, self._trained(frozenset(), step))
        return path

    def write_figures(self, folder: Path, voices: Sequence[VoiceFigures]) -> str:
        """Measure the model in `folder`, and write all figures; return the model card.

        Args:
            folder: where the model is.
            voices: what `cross_validate` returned.
        """
        path = folder / MODEL_PATH.name
        shipped = readers(self.trainer.rules, read_weights(path))
        figures = Figures(
            model=sha256(path.read_bytes()).hexdigest(),
            voices=tuple(voices),
            calm=measure_calm(shipped, self.rows),
            open=measure_open(shipped, self.rows),
            public=measure_public(shipped, self.data),
            fairness=measure_groups(fairness_groups(), shipped),
            functions=measure_groups(function_groups(), shipped),
        )
        write_whole(folder / FIGURES, figures.model_dump_json(indent=1).encode(), SHARED)
        card = card_text(figures)
        write_whole(folder / CARD, card.encode(), SHARED)
        return card

    def cross_validate(self, workers: int, step: Progress) -> list[VoiceFigures]:
        """Train a model for each fold, several at once, and measure each on the voices that it left out.

        Call it before anything else is trained: a process that has computed on several threads cannot be forked.
        """
        _ = self._content  # computed once, for all workers
        found = dict[int, list[VoiceFigures]]()
        with ProcessPoolExecutor(workers, get_context("fork"), torch.set_num_threads, (1,)) as pool:
            folds = {pool.submit(self._fold, at): at for at in range(GROUPS)}
            for done in as_completed(folds):
                found[folds[done]] = done.result()
                step(len(found) / GROUPS)
        return [voice for at in range(GROUPS) for voice in found[at]]

    def _fold(self, at: int) -> list[VoiceFigures]:
        voices = left_out(self.voices, at)
        weights = self._trained(frozenset(voice.name for voice in voices))
        return list(measure_fold(self.trainer, weights, voices))

    def _trained(self, without: frozenset[str], step: Progress = lambda _: None) -> Weights:
        """Return the model of a fold; its network is kept, or trained now."""
        if self.keep is None:
            return self.trainer.train(without, step)
        path = self.keep / f"{self._digest(without)}.safetensors"
        if not path.exists():
            save_trained(self.trainer.train_network(without, step), path)
        return self.trainer.finish(load_trained(path), without)

    def _digest(self, without: frozenset[str]) -> str:
        """Return a name for a network: the same settings, examples and voices give the same."""
        settings = self.trainer.settings.model_dump_json(exclude={"least", "false_alarms"})
        return sha256(f"{settings}\n{sorted(without)}\n{self._content}".encode()).hexdigest()[:16]

    @cached_property
    def _content(self) -> str:
        """Return a checksum of the examples."""
        found = sha256()
        for one in self.trainer.examples:
            answers = [one.marked, sorted(one.concerns), sorted(one.row.teaches)]
            found.update(json.dumps([one.row.source, one.words, *answers]).encode())
        return found.hexdigest()


def read_session(
    data: Path, start: Path, config: Path | None, keep: Path | None, step: Callable[[int], None]
) -> Session:
    """Read everything that training needs; `step` is called with the number of rows that are read.

    Raises:
        InputError: a file is missing, or is not what it should be.
        AuthorError: a line of a file is not a JSON object.
    """
    settings, encoder = read_settings(config or SETTINGS_PATH), read_start(start)
    voices, rules, done = read_corpus(), rules_at_hand(), 0
    rows = read_rows(voices, data)

    def count() -> None:
        nonlocal done
        done += 1
        step(done)

    examples = make_examples(rules, encoder, rows, count)
    return Session(Trainer(settings, rules, encoder, examples), voices, rows, data, keep)
