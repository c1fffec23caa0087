"""`coach schema NAME`: print the JSON Schema of a kind of file, for editors, or of Coach's reports."""

from __future__ import annotations

import argparse

from coach.schemas import NAMES, read_schema

_EXAMPLES = """coach schema rule > rule.schema.json
coach schema report"""
_EPILOG = """report describes one answer, a line of `coach check --format jsonl`; reports describes the list that
--format json writes.

lesson and case describe the front matter only. The guides to rules (coach/rules/README.md) and to lessons
(lessons/README.md) say how to use schemas in an editor."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "schema", help="print the JSON Schema of a kind of file", examples=_EXAMPLES, epilog=_EPILOG
    )
    parser.add_argument("name", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    print(read_schema(args.name), end="")
    return 0
