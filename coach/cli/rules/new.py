"""`coach rules new RULE`: write a small valid rule to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.errors import InputError
from coach.visible import visible


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    new = actions.add_parser(
        "new",
        help="start a rule: write a small valid one for you to edit",
        examples='coach rules new unkind/looks/socks --folder my-rules --summary "A remark about socks"',
    )
    new.add_argument("rule", metavar="RULE", help="<concern>/<category>/<name>, such as unkind/looks/socks")
    new.add_argument(
        "--folder", type=Path, default=Path(), metavar="FOLDER", help="your folder of rules (default: this folder)"
    )
    new.add_argument("--summary", default="", metavar="TEXT", help="what it finds, in one line")
    new.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the rule, and print the next steps."""
    import shlex

    from coach.rules.new_rule import new_rule

    if args.folder.exists() and not args.folder.is_dir():
        raise InputError(f"{args.folder} is not a folder\n    fix: name another")
    path = shlex.quote(str(new_rule(args.rule, args.folder, args.summary)))
    print(visible(f"{path}\nedit it and watch it change:  coach rules preview {path}"))
    print(visible(f"find errors in it:            coach rules lint --examples {path}"))
    return 0
