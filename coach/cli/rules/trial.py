"""`coach rules try`: show every step of checking a message, and why a phrase is flagged or not."""

from __future__ import annotations

import argparse
import shutil

from coach.cli.check import AUDIENCES
from coach.cli.rules.folder import add_folder, checked_folder
from coach.cli.typed import SEEN, TEXT_HELP, typed_text
from coach.visible import visible

_WIDEST = 100
_DESCRIPTION = f"""Show every step of checking a message, and why a phrase is flagged or not.

    coach rules try                asks for the message
    coach rules try < draft.txt    reads it from a file or a pipe

{SEEN}"""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    trial = actions.add_parser(
        "try",
        help="show every step of checking a message, and why a phrase is flagged or not",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    trial.add_argument("text", nargs="*", metavar="TEXT", help=TEXT_HELP)
    trial.add_argument("--received", action="store_true", help="someone sent this message to the child")
    trial.add_argument("--audience", choices=AUDIENCES, default="group", help="who will read it (default: group)")
    add_folder(trial)
    trial.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print how the message was checked."""
    from coach.engine import Explainer
    from coach.models import Audience, Direction, Message
    from coach.proof.text import explanation_lines
    from coach.rules import read_own_catalog

    direction = Direction.RECEIVED if args.received else Direction.DRAFT
    message = Message(
        text=typed_text(args.text, "coach rules try"), direction=direction, audience=Audience(args.audience)
    )
    explainer = Explainer(read_own_catalog(checked_folder(args)))
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    print(visible("\n".join(explanation_lines(explainer.explain(message), explainer.catalog, width))))
    return 0
