"""`coach rules list`: list every rule by category, with what it finds."""

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
    from coach.models import Catalog, Category, Rule


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    listing = actions.add_parser(
        "list",
        help="list every rule and what it finds, by category",
        examples="coach rules list --concern unkind\ncoach rules list --category looks --rules my-rules",
    )
    listing.add_argument(
        "--concern", metavar="NAME", help="one concern only: unkind, oversharing, going-along, red-flag or care"
    )
    listing.add_argument("--category", metavar="NAME", help="one category only, such as looks or unkind/looks")
    add_folder(listing)
    listing.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the rules of the chosen categories."""
    from coach.rules import read_own_catalog

    catalog = read_own_catalog(checked_folder(args))
    names = list(_chosen(catalog, args))
    rules = [rule for rule in catalog.rules if rule.category in names]
    width = shutil.get_terminal_size().columns
    print(visible("\n".join(_lines(catalog, rules, width))))
    return 0


def _chosen(catalog: Catalog, args: argparse.Namespace) -> Iterator[str]:
    """Yield the ids of the chosen categories.

    Raises:
        InputError: the concern or category is unknown.
    """
    from coach.models import Concern

    concerns, categories = set(Concern), catalog.categories.values()
    if args.concern and args.concern not in concerns:
        raise unknown("concern", args.concern, Concern, f"choose one of: {', '.join(Concern)}")
    fitting = [one for one in categories if not args.concern or one.concern == args.concern]
    if args.category and not any(_is_called(one, args.category) for one in fitting):
        known = sorted(one.name for one in fitting)
        names = [*known, *(one.id for one in fitting)]
        raise unknown("category", args.category, names, f"choose one of: {', '.join(known)}")
    yield from (one.id for one in fitting if not args.category or _is_called(one, args.category))


def _is_called(category: Category, name: str) -> bool:
    return name in {category.id, category.name}


def _lines(catalog: Catalog, rules: list[Rule], width: int) -> Iterator[str]:
    names = [rule.id.rpartition("/")[2] for rule in rules]
    column = max(map(len, names), default=0) + 4
    for number, (category, group) in enumerate(groupby(rules, key=lambda rule: rule.category)):
        if number:
            yield ""
        yield f"{category}: {catalog.categories[category].title}"
        for rule in group:
            name = f"  {rule.id.rpartition('/')[2]}"
            yield from textwrap.wrap(
                rule.summary, width, initial_indent=f"{name:<{column}}", subsequent_indent=" " * column
            )
