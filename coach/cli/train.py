"""`coach train`: train the second reader again, and evaluate it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.errors import InputError
from coach.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

_NEEDED = ("torch", "safetensors", "onnx", "onnxruntime")
_EPILOG = """FOLDER contains surge_toxicity, paradetox, toxic_spans, calm_sms, calm_persona_chat, calm_goemotions,
wnut17, real_goemotions and real_convabuse, each as NAME.jsonl; coach/training/README.md says where to download
them and the encoder to start from. On two processors training takes half an hour, and --evaluate another hour and
a half."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "train",
        help="train the second reader again, and evaluate it",
        examples="coach train --data data --start MiniLM --out trained",
        epilog=_EPILOG,
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the open datasets and calm files")
    parser.add_argument(
        "--start",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="model.safetensors and tokenizer.json of all-MiniLM-L6-v2, which training starts from",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to write the model (default: over Coach's own)"
    )
    parser.add_argument(
        "--evaluate",
        action="store_true",
        help="cross-validate over voices in five folds, and write the figures and the model card",
    )
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep trained networks here, and use those that are there"
    )
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="folds trained at once (default: 2)")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="training settings (default: coach/training/reader.cfg)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Train, write the model, and evaluate it if asked."""
    from importlib.util import find_spec

    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise InputError(f"training needs {', '.join(missing)}\n    fix: pip install 'coach-together[train]'")
    from coach.engine.reader import MODEL_PATH
    from coach.training.session import read_session

    folder = args.out or MODEL_PATH.parent
    for needed in (folder, *([args.keep] if args.keep else [])):
        if not needed.is_dir():
            raise InputError(f"{needed} is not a folder\n    fix: create it, or name another")
    session = read_session(args.data, args.start, args.config, args.keep, _counter("reading"))
    voices = session.cross_validate(args.workers, _bar("leaving voices out")) if args.evaluate else []
    path = session.write_model(folder, _bar("learning"))
    print(visible(f"{path}: {path.stat().st_size:,} bytes"))
    if args.evaluate:
        print(visible(session.write_figures(folder, voices)))
    return 0


def _counter(what: str) -> Callable[[int], None]:
    """Return a function that shows how many rows are done, if standard error is a terminal."""

    def show(done: int) -> None:
        if _is_terminal():
            print(f"\r{what} {done:,} rows", end="", file=sys.stderr, flush=True)

    return show


def _bar(what: str) -> Callable[[float], None]:
    """Return a function that advances a progress bar on standard error, if that is a terminal."""
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        percent = int(100 * share)
        if percent != shown and _is_terminal():
            shown = percent
            end = "\n" if percent == 100 else ""
            print(f"\r{what} [{'#' * (percent // 4):<25}] {percent:3}%", end=end, file=sys.stderr, flush=True)

    return show


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
