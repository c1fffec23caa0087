"""`coach rules try`: show every step of checking a message, and why a phrase is flagged or not."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from typing import TYPE_CHECKING

from coach.cli.check import AUDIENCES
from coach.cli.rules.folder import add_folder, checked_folder
from coach.cli.typed import SEEN, TEXT_HELP, typed_text
from coach.runtime import can_read
from coach.visible import visible

if TYPE_CHECKING:
    from coach.engine import Explainer
    from coach.models import Message

_WIDEST = 100
_NOTHING = (
    "No rule has a phrase that matches it, and the second reader finds nothing. Your family's own words are not looked "
    "for here."
)
_RULES_ALONE = "No rule has a phrase that matches it. The second reader and your family's own words were not looked at."
_READER_NOTE = "The second reader found what no rule foresaw; add --rules-only to leave it out."
_EXAMPLES = """coach rules try                # asks for the message
coach rules try < draft.txt    # reads it from a file or a pipe
coach rules try "ur socks look so silly" --rules my-rules"""
_DESCRIPTION = f"""Show every step of checking a message, and why a phrase is flagged or not.

{SEEN}"""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    trial = actions.add_parser(
        "try",
        help="show every step of checking a message, and why a phrase is flagged or not",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
    )
    trial.add_argument("text", nargs="*", metavar="TEXT", help=TEXT_HELP)
    trial.add_argument("--received", action="store_true", help="someone sent this message to the child")
    trial.add_argument("--audience", choices=AUDIENCES, default="group", help="who will read it (default: group)")
    trial.add_argument("--rules-only", action="store_true", help="leave out the second reader, as --rules does too")
    add_folder(trial)
    trial.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print how the message was checked."""
    from coach.models import FlagSource
    from coach.proof.text import explanation_lines

    message = _message(args)
    alone = args.rules_only or args.rules is not None or not can_read()
    explainer = _explainer(args, second_reader=not alone)
    explanation = explainer.explain(message)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    nothing = _RULES_ALONE if alone else _NOTHING
    lines = list(explanation_lines(explanation, explainer.catalog, width, nothing))
    if any(found.source is FlagSource.SECOND_READER for found in explanation.found):
        lines += ["", *textwrap.wrap(_READER_NOTE, width)]
    print(visible("\n".join(lines)))
    return 0


def _message(args: argparse.Namespace) -> Message:
    from coach.models import Audience, Direction, Message

    direction = Direction.RECEIVED if args.received else Direction.DRAFT
    text = typed_text(args.text, "coach rules try")
    return Message(text=text, direction=direction, audience=Audience(args.audience))


def _explainer(args: argparse.Namespace, *, second_reader: bool) -> Explainer:
    import coach
    from coach.engine import Explainer
    from coach.rules import read_own_catalog

    folder = checked_folder(args)
    catalog = read_own_catalog(folder)
    return Explainer(catalog, None if folder else coach.load(second_reader=second_reader))
