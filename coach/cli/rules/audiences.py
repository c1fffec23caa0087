"""`coach rules audiences`: show the weight of each category for each audience, and why."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from coach.cli.rules.folder import add_folder, checked_folder
from coach.errors import unknown
from coach.visible import visible

if TYPE_CHECKING:
    from coach.models import Category

_EPILOG = """The audiences are public (anybody), group (people who know each other a little), friend (known in real
life) and stranger (known only online). For a red flag, the audience is the person who wrote it."""
_SIGNS = {"notice": "!", "pause": "!!", "stop": "!!!"}
_CELL = 13


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    audiences = actions.add_parser(
        "audiences",
        help="the weight of every category for every audience; with a category, the reasons",
        examples="coach rules audiences\ncoach rules audiences looks",
        epilog=_EPILOG,
    )
    audiences.add_argument("categories", nargs="*", metavar="CATEGORY", help="such as looks or unkind/looks")
    add_folder(audiences)
    audiences.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the table, or the reasons for the given categories."""
    from coach.rules import read_own_catalog

    categories = read_own_catalog(checked_folder(args)).categories.values()
    asked = [one for one in categories if {one.id, one.name} & set(args.categories)]
    known = {name for one in categories for name in (one.id, one.name)}
    if wrong := set(args.categories) - known:
        raise unknown("category", min(wrong), sorted(known), "`coach rules audiences` lists them all")
    lines = _reasons(asked) if asked else _table(sorted(categories, key=lambda one: one.id))
    print(visible("\n".join(lines)))
    return 0


def _table(categories: list[Category]) -> Iterator[str]:
    from coach.models import Audience

    for concern, group in groupby(categories, key=lambda one: one.concern):
        yield f"{concern.value:<16}" + "".join(f"{audience.value:<{_CELL}}" for audience in Audience)
        for category in group:
            weights = (category.weight_before(audience).value for audience in Audience)
            yield f"  {category.name:<15}" + "".join(f"{f'{_SIGNS[weight]} {weight}':<{_CELL}}" for weight in weights)
        yield ""
    yield "`coach rules audiences CATEGORY` says why."


def _reasons(categories: list[Category]) -> Iterator[str]:
    from coach.models import Audience

    width = shutil.get_terminal_size().columns
    for category in categories:
        yield f"{category.id}: {category.title}"
        for audience in Audience:
            cell = category.audience[audience]
            head = f"  {audience.value:<10}{_SIGNS[cell.weight.value]} {cell.weight.value}: "
            yield from textwrap.wrap(cell.reason, width, initial_indent=head, subsequent_indent=" " * 12)
