"""`--rules FOLDER`: use an author's own rules instead of Coach's."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.errors import InputError


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Add the option to a parser."""
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help="use your own rules instead of Coach's")


def checked_folder(args: argparse.Namespace) -> Path | None:
    """Return the given folder, or None for Coach's own rules.

    Raises:
        InputError: the path is not a folder.
    """
    folder: Path | None = args.rules
    if folder is not None and not folder.is_dir():
        raise InputError(f"{folder} is not a folder\n    fix: name the folder that contains <concern>/<category>/")
    return folder
