"""`coach lessons`: for lesson authors; one module per action."""

from __future__ import annotations

import argparse

from coach.cli.lessons import lint, listing, new, preview, trial

ACTIONS = (listing, new, lint, trial, preview)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "lessons",
        help="list lessons, start a new one, find errors in them, or try an answer",
        examples="coach lessons list",
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for action in ACTIONS:
        action.add_to(actions)
