"""`coach lesson NAME`: the app, opened at one lesson, or the lesson line by line."""

from __future__ import annotations

import argparse

from coach.cli import app


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("lesson", help="open one lesson")
    parser.add_argument("lesson", metavar="NAME", help="its name, as `coach lessons list` shows it")
    app.add_options(parser, argparse.SUPPRESS)
    parser.set_defaults(run=app.run)
