"""`coach rules sets`: which word sets there are, what each is for, and which hold a word."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from coach.cli.rules.folder import add_folder, checked_folder
from coach.cli.rules.lexicon import SLURS, masked
from coach.cli.terminal import counted, print_wrapped

if TYPE_CHECKING:
    from coach.rules.set_view import SetView

_EXAMPLES = """coach rules sets
coach rules sets mum
coach rules sets "shut up" --rules my-rules"""
_EPILOG = """A set is for use in phrases: {mum} matches any of its entries. The comment right above a set in its file
says what it is for."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    parser = actions.add_parser(
        "sets",
        help="say what each word set is for, or which sets contain a word",
        examples=_EXAMPLES,
        epilog=_EPILOG,
        status="0 done, 1 no set holds the word",
    )
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="a word or words, such as mum (default: list all sets)"
    )
    add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print all sets by file, or those that hold the word."""
    from coach.rules.set_view import read_set_views

    views = read_set_views(checked_folder(args))
    words = " ".join(args.words).lower().split()
    holding = [one for one in views if words and one.holds(words)]
    print_wrapped(_word_lines(words, views, holding) if words else _all_lines(views))
    return 0 if holding or not words else 1


def _all_lines(views: Iterable[SetView]) -> Iterator[str]:
    for file, group in groupby(views, key=lambda one: one.file):
        yield f"{file}:"
        yield from map(_line, group)
    yield "`coach rules words NAME` shows a set, `coach rules sets WORD` finds the sets of a word."


def _word_lines(words: list[str], views: Iterable[SetView], holding: list[SetView]) -> Iterator[str]:
    said = " ".join(words)
    if any(one.name in SLURS for one in holding):
        yield f"{masked(said)}: a slur. Coach looks for it everywhere and never shows it."
        return
    sets = "no word set" if not holding else counted(len(holding), "word set")
    yield f"{said}: in {sets}{':' if holding else ''}"
    yield from map(_line, holding)
    longer = [
        f"{{{one.name}}}" for one in views if one not in holding and one.name not in SLURS and one.mentions(words)
    ]
    if longer:
        yield f"In longer entries of: {', '.join(longer)}"


def _line(one: SetView) -> str:
    return f"  {{{one.name}}}: {one.about or 'nobody said what it is for'} ({len(one.entries):,})"
