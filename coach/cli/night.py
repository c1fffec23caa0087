"""`coach night`: open this week's family night."""

from __future__ import annotations

import argparse

from coach.cli import app


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    words = "Ten minutes together, once a week: the last promise, this week's case, a duel, a new promise."
    parser = commands.add_parser(
        "night", help="open this week's family night: ten minutes", description=words, examples="coach night"
    )
    app.add_options(parser, argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the app at the night, or print it as plain text."""
    from coach.models import NIGHT

    return app.open_at(app.read_course_of(args), NIGHT, is_plain=bool(args.plain))
