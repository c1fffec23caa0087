"""`coach lesson NAME`: open the app at one lesson, or print the lesson as plain text."""

from __future__ import annotations

import argparse

from coach.cli import app


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "lesson", help="open one lesson", examples="coach lesson strangers\ncoach lesson strangers --plain"
    )
    parser.add_argument("lesson", metavar="NAME", help="the name shown by `coach lessons list`")
    app.add_options(parser, argparse.SUPPRESS)
    parser.set_defaults(run=app.run)
