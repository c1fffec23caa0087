"""`coach rules lint`: everything wrong in rule files."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.errors import AuthorError, InputError
from coach.visible import visible


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lint = actions.add_parser("lint", help="everything wrong in rule files, as file:line:column and the mend")
    lint.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of rules; Coach's own without")
    lint.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every fault of every file; 1 when there is one."""
    from coach.rules import read_own_catalog

    if args.folder and not args.folder.is_dir():
        raise InputError(f"{args.folder} is no folder\n    mend: name the folder that holds <concern>/<category>/")
    try:
        catalog = read_own_catalog(args.folder)
    except AuthorError as error:
        print(visible(str(error)))
        print(f"{len(error.faults)} to mend")
        return 1
    print(f"{len(catalog.rules)} rules in {len(catalog.categories)} categories: all is well.")
    return 0
