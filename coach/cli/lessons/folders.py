"""`--lessons FOLDER` and COACH_LESSONS: a family's own lessons."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from coach.errors import InputError

VARIABLE = "COACH_LESSONS"


def add_folder(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add the option to a parser; one for a command within `coach` suppresses its default, which is set already."""
    words = f"a folder of lessons of your own, beside Coach's; {VARIABLE} names such folders for good"
    parser.add_argument("--lessons", type=Path, metavar="FOLDER", help=words, default=default)


def own_folders(args: argparse.Namespace) -> tuple[Path, ...]:
    """The folder that was named, then those of the environment.

    Raises:
        InputError: the folder that was named is none.
    """
    named: Path | None = getattr(args, "lessons", None)
    if named is not None and not named.is_dir():
        raise InputError(f"{named} is no folder\n    fix: name the folder that holds your lessons")
    known = [Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name]
    return tuple(dict.fromkeys([*([named] if named else ()), *known]))
