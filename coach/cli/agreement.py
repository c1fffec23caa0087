"""`coach agreement`: show or export what parent and child promised each other."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.errors import InputError
from coach.locale import _, language_for, speak, trouble_with_language
from coach.visible import visible

if TYPE_CHECKING:
    from coach.models import Agreement, Family


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "agreement", help="show your agreement, or save it as a page to hang up", examples="coach agreement show"
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print the agreement", examples="coach agreement show")
    show.set_defaults(run=run_show)
    export = actions.add_parser(
        "export", help="save the agreement as a page to print", examples="coach agreement export our-agreement.pdf"
    )
    export.add_argument("file", type=Path, metavar="FILE", help="where to save it: a name ending in .pdf, .md or .html")
    export.add_argument("--paper", choices=("a4", "letter"), help="the paper to print on; by default your country's")
    export.set_defaults(run=run_export)


def run_show(args: argparse.Namespace) -> int:
    """Print the agreement."""
    del args
    from coach.family.agreement_page import plain

    print(visible(plain(_agreement(_family()))))
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Save the agreement."""
    from coach.family import Paper, paper_in, save_page, sheet_of
    from coach.helplines import home_country

    family = _family()
    paper = Paper(args.paper.capitalize()) if args.paper else paper_in(home_country(family.country))
    lost = save_page(sheet_of(_agreement(family), family, paper), args.file)
    print(visible(_("Saved as {path}").format(path=args.file)))
    if lost:
        print(
            visible(f"coach: left out of the PDF because no font here has it: {lost}; .html and .md keep everything"),
            file=sys.stderr,
        )
    return 0


def _family() -> Family:
    """Return the family, and speak its language."""
    from coach.family import FamilyFile, family_path

    family = FamilyFile(family_path()).read()
    setting = family.comfort.language
    if trouble := trouble_with_language(setting):
        print(visible(trouble), file=sys.stderr)
    speak(language_for(setting))
    return family


def _agreement(family: Family) -> Agreement:
    """Return the saved agreement.

    Raises:
        InputError: none has been saved.
    """
    if family.agreement is None:
        raise InputError("no agreement has been saved yet\n    fix: start `coach`, choose Our agreement, and save one")
    return family.agreement
