"""`coach rules lint`: find every error in rule files."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.cli.rules.folder import checked_folder
from coach.errors import AuthorError
from coach.visible import visible

_EPILOG = """Your folder contains <concern>/<category>/<rule>.toml and, if you like, words/*.toml; your rules can use
Coach's categories and word sets. exit status: 0 no errors, 1 errors to fix."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lint = actions.add_parser(
        "lint", help="find every error in rule files, as file:line:column with the fix", epilog=_EPILOG
    )
    lint.add_argument("rules", nargs="?", type=Path, metavar="FOLDER", help="a folder of rules (default: Coach's own)")
    lint.add_argument("--examples", action="store_true", help="also check every example; takes a few seconds")
    lint.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every error in every file; return 1 if there are any."""
    from coach.rules import read_own_catalog
    from coach.rules.never_say import unsafe_advice
    from coach.rules.own import lighter_weights
    from coach.stages import read_stages

    folder = checked_folder(args)
    try:
        catalog = read_own_catalog(folder)
        if folder is None:
            read_stages()
        faults = [*unsafe_advice(catalog, folder), *(lighter_weights(catalog, folder) if folder else ())]
        if faults:
            raise AuthorError(faults)
        if args.examples:
            _check_examples(folder)
    except AuthorError as error:
        print(visible(str(error)))
        print(f"{len(error.faults)} to fix")
        return 1
    examples = sum(len(rule.examples.flags) + len(rule.examples.silent) for rule in catalog.rules)
    proven = "hold" if args.examples else "not tried; --examples tries them"
    count = len(catalog.rules)
    print(f"{count} rule{'s' if count != 1 else ''}: all is well. {examples:,} examples: {proven}.")
    return 0


def _check_examples(folder: Path | None) -> None:
    from coach.engine import Explainer
    from coach.proof.check import check_examples
    from coach.rules import read_own_catalog, rules_path

    check_examples(Explainer(read_own_catalog(folder)), folder or rules_path())
