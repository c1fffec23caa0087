"""`coach rules`: for rule authors; one module per action."""

from __future__ import annotations

import argparse

from coach.cli.rules import audiences, lexicon, lint, listing, new, preview, score, sets, show, trial

ACTIONS = (listing, show, sets, lexicon, audiences, new, lint, trial, preview, score)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "rules",
        help="list the rules, start a new one, find errors, try a message, or score them",
        examples="coach rules list --category looks",
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for action in ACTIONS:
        action.add_to(actions)
