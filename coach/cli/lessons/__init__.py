"""`coach lessons`: for those who write lessons; one module an action."""

from __future__ import annotations

import argparse

from coach.cli.lessons import lint, listing, new, preview

ACTIONS = (listing, new, lint, preview)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("lessons", help="list lessons, begin a new one, or find what is wrong in them")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for action in ACTIONS:
        action.add_to(actions)
