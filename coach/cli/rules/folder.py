"""`--rules FOLDER`: an author's own rules instead of Coach's."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.errors import InputError


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Add the option to a parser."""
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help="rules of your own instead of Coach's")


def checked_folder(args: argparse.Namespace) -> Path | None:
    """The folder that was named, or None for Coach's own.

    Raises:
        InputError: there is no such folder.
    """
    folder: Path | None = args.rules
    if folder is not None and not folder.is_dir():
        raise InputError(f"{folder} is no folder\n    fix: name the folder that holds <concern>/<category>/")
    return folder
