"""`--lessons FOLDER` and COACH_LESSONS: folders with a family's own lessons."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from coach.errors import InputError

VARIABLE = "COACH_LESSONS"


def add_folder(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add the option to a parser; subcommands suppress the default, which the main parser has already set."""
    words = f"a folder with your own lessons, in addition to Coach's; set {VARIABLE} to use it every time"
    parser.add_argument("--lessons", type=Path, metavar="FOLDER", help=words, default=default)


def own_folders(args: argparse.Namespace) -> tuple[Path, ...]:
    """Return the folder given with `--lessons`, then those in the environment variable and those of installed packs.

    Raises:
        InputError: the given path is not a folder.
    """
    named: Path | None = getattr(args, "lessons", None)
    if named is not None and not named.is_dir():
        raise InputError(f"{named} is not a folder\n    fix: name the folder that contains your lessons")
    known = [Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name]
    from coach.packs import installed_packs

    packs = [pack.lessons for pack in installed_packs() if pack.lessons]
    return tuple(dict.fromkeys([*([named] if named else ()), *known, *packs]))
