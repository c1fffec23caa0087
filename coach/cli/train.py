"""`coach train`: train the second reader again, and evaluate it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coach.errors import InputError
from coach.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.engine.reader import Weights
    from coach.models import Voice
    from coach.training.row import Row
    from coach.training.train import Trainer

_EPILOG = """FOLDER contains surge_toxicity, paradetox, toxic_spans, calm_sms, calm_persona_chat, calm_goemotions and
wnut17, each as NAME.jsonl; coach/training/README.md says where to download them. Training takes two minutes, and
--evaluate five more."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("train", help="train the second reader again, and evaluate it", epilog=_EPILOG)
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the open datasets and calm files")
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to write the model (default: over Coach's own)"
    )
    parser.add_argument(
        "--evaluate",
        action="store_true",
        help="cross-validate over voices in five folds, and write the figures and the model card",
    )
    parser.add_argument(
        "--kinds",
        type=Path,
        metavar="MODEL",
        help="first cluster the words again, with the copy of all-MiniLM-L6-v2 in this folder",
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="training settings (default: coach/training/reader.cfg)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Train, write the model, and evaluate it if asked."""
    try:
        import sklearn  # noqa: F401
    except ImportError as error:
        raise InputError("training needs scikit-learn\n    fix: pip install 'coach-together[train]'") from error
    from coach.corpus import read_corpus
    from coach.engine.reader import MODEL_PATH, write_weights
    from coach.rules import read_catalog
    from coach.training.evaluate import GROUPS
    from coach.training.settings import SETTINGS_PATH, read_settings
    from coach.training.train import STEPS, Trainer, make_table, read_rows

    folder = args.out or MODEL_PATH.parent
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder\n    fix: create it, or name another")
    settings = read_settings(args.config or SETTINGS_PATH)
    if args.kinds:
        _make_kinds(args.kinds)
    voices, catalog = read_corpus(), read_catalog()
    rows = read_rows(voices, args.data)
    table = make_table(catalog, rows, _bar("reading", len(rows)))
    trainer = Trainer(settings, catalog, table, _bar("learning", STEPS))
    weights = trainer.train()
    write_weights(folder / MODEL_PATH.name, weights)
    print(visible(f"{folder / MODEL_PATH.name}: {(folder / MODEL_PATH.name).stat().st_size:,} bytes"))
    if args.evaluate:
        measured = replace(trainer, step=_bar("leaving voices out", STEPS * GROUPS))
        _evaluate(folder, voices, rows, measured, weights)
    return 0


def _make_kinds(folder: Path) -> None:
    from coach.engine.reader import KINDS_PATH
    from coach.training.kinds import make_kinds
    from coach.writing import SHARED, write_whole

    write_whole(KINDS_PATH, make_kinds(folder).encode(), SHARED)
    print(visible(f"{KINDS_PATH}: {KINDS_PATH.stat().st_size:,} bytes"))


def _evaluate(folder: Path, voices: Sequence[Voice], rows: Sequence[Row], trainer: Trainer, weights: Weights) -> None:
    from hashlib import sha256

    from coach.engine.reader import MODEL_PATH
    from coach.training.card import CARD, card_text
    from coach.training.evaluate import leave_groups_out, measure_calm, measure_open, readers
    from coach.training.fairness import measure_fairness
    from coach.training.figures import FIGURES, Figures
    from coach.writing import SHARED, write_whole

    shipped = readers(trainer.catalog, weights)
    figures = Figures(
        model=sha256((folder / MODEL_PATH.name).read_bytes()).hexdigest(),
        voices=tuple(leave_groups_out(trainer, voices)),
        calm=measure_calm(shipped, rows),
        open=measure_open(shipped, rows),
        fairness=measure_fairness(shipped),
    )
    write_whole(folder / FIGURES, figures.model_dump_json(indent=1).encode(), SHARED)
    write_whole(folder / CARD, card_text(figures).encode(), SHARED)
    print(visible(card_text(figures)))


def _bar(what: str, count: int) -> Callable[[], None]:
    """Return a function that advances a progress bar on standard error, if that is a terminal."""
    done, shown = 0, -1

    def step() -> None:
        nonlocal done, shown
        done += 1
        percent = 100 * done // count
        if percent != shown and sys.stderr is not None and sys.stderr.isatty():
            shown = percent
            end = "\n" if done == count else ""
            print(f"\r{what} [{'#' * (percent // 4):<25}] {percent:3}%", end=end, file=sys.stderr, flush=True)

    return step
