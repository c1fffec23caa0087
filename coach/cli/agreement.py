"""`coach agreement`: show or export what parent and child promised each other."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.errors import InputError
from coach.visible import visible

if TYPE_CHECKING:
    from coach.models import Agreement


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "agreement", help="show your agreement, or save it as a page to hang up", examples="coach agreement show"
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print it", examples="coach agreement show")
    show.set_defaults(run=run_show)
    export = actions.add_parser(
        "export", help="save it as a new file", examples="coach agreement export our-agreement.pdf"
    )
    export.add_argument("file", type=Path, metavar="FILE", help="where to save it: a name ending in .pdf, .md or .html")
    export.set_defaults(run=run_export)


def run_show(args: argparse.Namespace) -> int:
    """Print the agreement."""
    del args
    from coach.family.agreement_page import plain

    print(visible(plain(_agreement())))
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Save the agreement."""
    from coach.family import save_page

    lost = save_page(_agreement(), args.file)
    print(visible(f"Saved as {args.file}"))
    if lost:
        print(
            visible(f"coach: left out of the PDF because no font here has it: {lost}; .html and .md keep everything"),
            file=sys.stderr,
        )
    return 0


def _agreement() -> Agreement:
    """Return the saved agreement.

    Raises:
        InputError: none has been saved.
    """
    from coach.family import FamilyFile, family_path

    agreement = FamilyFile(family_path()).read().agreement
    if agreement is None:
        raise InputError("no agreement has been saved yet\n    fix: start `coach`, choose Our agreement, and save one")
    return agreement
