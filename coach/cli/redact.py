"""`coach redact`: replace names, numbers, addresses and the like in messages by labels."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.check.options import add_input_options, path_named
from coach.cli.terminal import escaped, one_line
from coach.cli.typed import SEEN, TEXT_HELP
from coach.errors import InputError
from coach.visible import visible

if TYPE_CHECKING:
    from coach.cli.check.inputs.entries import InputMessage
    from coach.cli.check.inputs.exports import Export
    from coach.cli.check.inputs.folders import Skipped
    from coach.cli.results import Result
    from coach.redaction import Redactor

_DESCRIPTION = f"""Replace names, numbers, addresses and the like in messages with labels: `ring me on
[PHONE-NUMBER-1]`. The same detail gets the same label in everything that one command reads. Not everything
that identifies somebody is found, so read the result before you share it.

{SEEN}"""
_EXAMPLES = """coach redact < draft.txt
coach redact --input lines --file messages.txt --out redacted.txt
coach redact --file chats.csv --text-column body --also unkind --out redacted.jsonl"""
_EPILOG = """Messages of JSON lines, tables and chats come back as JSON lines, {"id": str, "text": str}; other text as
text, without blank lines."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "redact",
        help="replace names, numbers and the like in messages with labels, for research",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        epilog=_EPILOG,
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help=TEXT_HELP)
    add_input_options(parser)
    parser.add_argument("--out", type=path_named, metavar="PATH", help="write the result to this file")
    parser.add_argument("--force", action="store_true", help="replace an existing file")
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="NAME",
        help="a concern or category to redact too, such as unkind",
    )
    parser.add_argument("--no-family", action="store_true", help="ignore the family's private words")
    parser.set_defaults(run=run, audience="public", received=False)


def run(args: argparse.Namespace) -> int:
    """Write every message with its finds replaced; return 2 if one could not be read."""
    from coach.cli.check import read_family
    from coach.cli.check.inputs.exports import find_exports
    from coach.cli.lifecycle import set_apart
    from coach.redaction import Redactor

    if args.text and args.file:
        raise InputError("TEXT and --file cannot be used together\n    fix: use one of the two")
    lost: list[Skipped] = []
    exports = find_exports(args.file or [], args.input, lost.append)
    for skipped in lost:
        print(f"coach: {one_line(str(skipped.path))}: not read, {skipped.why}", file=sys.stderr)
    target = _target(args, exports)
    words = () if args.no_family else read_family().private_words
    redactor = Redactor(private_words=words, also=args.also)
    set_apart()
    return max(_write(args, exports, target, redactor), 2 if lost else 0)


def _target(args: argparse.Namespace, exports: Sequence[Export]) -> Result | None:
    from coach.cli.results import result_at

    inputs = list[Path | int](export.path for export in exports)
    return result_at(args.out, inputs, force=args.force) if args.out else None


def _write(args: argparse.Namespace, exports: Sequence[Export], target: Result | None, redactor: Redactor) -> int:
    from coach.cli.check.inputs.entries import Failure
    from coach.cli.check.inputs.source import items_of
    from coach.cli.check.progress import ProgressLine
    from coach.cli.check.stream import written

    failures = 0
    with ExitStack() as files:
        out = files.enter_context(written(target, "jsonl"))
        for export in exports or (None,):
            for item in items_of(args, export, ProgressLine(shown=False), files):
                if isinstance(item, Failure):
                    failures += 1
                    print(f"coach: {item}", file=sys.stderr)
                else:
                    out.write(_redacted(item, redactor))
    return 2 if failures else 0


def _redacted(item: InputMessage, redactor: Redactor) -> str:
    """Return what is written for one message; text has no control characters, JSON has them escaped."""
    text = redactor.redact(item.message.text)
    if item.origin.input_format in {"text", "lines"}:
        return f"{visible(text)}\n"
    import json

    return f"{escaped(json.dumps({'id': item.id, 'text': text}, ensure_ascii=False))}\n"
