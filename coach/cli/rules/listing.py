"""`coach rules list` and `coach rules show`."""

from __future__ import annotations

import argparse

from coach.errors import InputError
from coach.visible import visible


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add these actions to the parser."""
    actions.add_parser("list", help="every rule and what it finds").set_defaults(run=show_list)
    show = actions.add_parser("show", help="one rule: its phrases, its proof, and what Coach says")
    show.add_argument("rule", metavar="RULE", help="its id, as `coach rules list` shows it")
    show.set_defaults(run=show_rule)


def show_list(args: argparse.Namespace) -> int:
    """Print a line for every rule."""
    del args
    from coach.rules import read_catalog

    for rule in read_catalog().rules:
        print(visible(f"{rule.id:<44} {rule.summary}"))
    return 0


def show_rule(args: argparse.Namespace) -> int:
    """Print one rule as a person reads it."""
    from coach.rules import read_catalog

    catalog = read_catalog()
    rule = next((rule for rule in catalog.rules if rule.id == args.rule), None)
    if rule is None:
        raise InputError(f"no rule is called {args.rule!r}\n    mend: `coach rules list` shows all of them")
    category = catalog.categories[rule.category]
    lines = [f"{rule.id}: {rule.summary}", f"{category.title} (weight: {category.weight})", "", "Phrases:"]
    lines += [f"  {phrase.source}" for phrase in rule.patterns]
    lines += ["", "Flagged:", *(f"  {example.text}" for example in rule.examples.flags)]
    lines += ["", "Silent:", *(f"  {text}" for text in rule.examples.silent)]
    lines += ["", f"Why: {category.why}", *(f"Try: {words}" for words in rule.instead or category.instead)]
    print(visible("\n".join(lines)))
    return 0
