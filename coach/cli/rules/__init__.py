"""`coach rules`: for rule authors; one module per action."""

from __future__ import annotations

import argparse

from coach.cli.rules import audiences, lexicon, lint, listing, off, score, show, trial

ACTIONS = (listing, show, lexicon, audiences, lint, trial, score, off)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("rules", help="list the rules, show one, score them, or find errors in rule files")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for action in ACTIONS:
        action.add_to(actions)
