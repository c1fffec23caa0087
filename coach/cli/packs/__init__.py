"""`coach packs`: rules, lessons and help lines that others wrote; one module per action."""

from __future__ import annotations

import argparse

from coach.cli.packs import adding, lint, listing, new

ACTIONS = (new, lint, adding, listing)
_EPILOG = """A pack is a folder with a pack.toml, or a zip of one. Packs only add: they lower no weight, switch nothing
off and replace no text of Coach. `coach packs add` copies only the files that Coach reads, never code. A pack can also
be a Python package (pip install ...): then its code is trusted like that of any program you install."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "packs",
        help="start, check, add, list or remove packs of rules and lessons",
        examples="coach packs new school-dares\ncoach packs add school-pack.zip\ncoach packs list",
        epilog=_EPILOG,
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for action in ACTIONS:
        action.add_to(actions)
