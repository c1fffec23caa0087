"""`coach rules lint`: everything wrong in rule files."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.cli.rules.folder import checked_folder
from coach.errors import AuthorError
from coach.visible import visible

_EPILOG = """A folder of your own holds <concern>/<category>/<rule>.toml and may hold words/*.toml; Coach's categories
and word sets are there for it. exit status: 0 all is well, 1 something is to fix."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lint = actions.add_parser(
        "lint", help="everything wrong in rule files, as file:line:column and the fix", epilog=_EPILOG
    )
    lint.add_argument("rules", nargs="?", type=Path, metavar="FOLDER", help="a folder of rules; Coach's own without")
    lint.add_argument(
        "--examples", action="store_true", help="also check that every example holds; takes a few seconds"
    )
    lint.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every fault of every file; 1 when there is one."""
    from coach.rules import read_own_catalog

    folder = checked_folder(args)
    try:
        catalog = read_own_catalog(folder)
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
