"""`coach check`: flags in drafts and received messages."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from coach.cli.screen import has_colour
from coach.errors import CoachError, InputError
from coach.visible import visible

if TYPE_CHECKING:
    from coach.cli.check_input import Answer, Entry, Fault
    from coach.models import Family, Message, Report

    CheckAll = Callable[[Iterable[Message]], Iterator[Report]]

AUDIENCES = ("public", "group", "friend", "stranger")
_EPILOG = """exit status: 0 nothing flagged, 1 something flagged, 2 the call or the input was wrong

With --input jsonl every line is {"id": str, "text": str, "direction"?: "draft" or "received",
"audience"?: "public", "group", "friend" or "stranger"}."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "check",
        help="show what in a draft might hurt or give too much away",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the message; without it, standard input is read")
    parser.add_argument("--file", type=Path, metavar="PATH", help="read this file instead")
    parser.add_argument(
        "--input", choices=("text", "lines", "jsonl"), default="text", help="one message, or one a line"
    )
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="how to answer")
    parser.add_argument("--audience", choices=AUDIENCES, default="group", help="who will read it (group)")
    parser.add_argument("--received", action="store_true", help="the message reached the child")
    parser.add_argument("--rules-only", action="store_true", help="leave the trained second reader out")
    parser.add_argument("--no-family", action="store_true", help="leave the family's private words and settings out")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check everything and return the exit status."""
    from coach.cli.check_input import read_entries

    direction = "received" if args.received else "draft"
    faults: list[Fault] = []
    with ExitStack() as files:
        entries = read_entries(_lines(args, files), args.input, direction, args.audience)
        flagged = _writer(args.format)(_answers(_load(args), entries, faults))
    return 2 if faults else int(flagged)


def _load(args: argparse.Namespace) -> CheckAll:
    """The way to check messages as the call and the family want it."""
    from coach import load
    from coach.engine import check_all

    family = None if args.no_family else read_family()
    rules_only = args.rules_only or bool(family and family.rules_only)
    nlp = load(private_words=family.private_words if family else (), second_reader=not rules_only)
    return partial(check_all, nlp)


def _lines(args: argparse.Namespace, files: ExitStack) -> Iterable[bytes]:
    """The input, line by line, as bytes."""
    if args.text:
        if args.file:
            raise InputError("both TEXT and --file were given\n    mend: keep one of the two")
        return " ".join(args.text).encode("utf-8", "surrogatepass").splitlines(keepends=True)
    if args.file is None:
        return _standard_input()
    try:
        return files.enter_context(args.file.open("rb"))
    except OSError as error:
        raise InputError(f"{args.file}: {error.strerror}\n    mend: name a file that you may read") from error


def _standard_input() -> IO[bytes]:
    if sys.stdin is None:
        raise InputError("there is no standard input\n    mend: write the message behind `coach check`")
    if sys.stdin.isatty():
        print("Type the message, then Ctrl+D on an empty line.", file=sys.stderr)
    return sys.stdin.buffer


def read_family() -> Family:
    """What the family keeps; nothing, and a word on standard error, where its file cannot be read."""
    from coach.family import FamilyFile, family_path
    from coach.models import Family

    file = FamilyFile(family_path())
    try:
        family = file.read()
    except CoachError as error:
        print(f"coach: checked without the family's private words: {visible(str(error))}", file=sys.stderr)
        return Family()
    if file.set_aside:
        print(
            f"coach: the family's file was damaged; it is set aside as {visible(str(file.set_aside))}", file=sys.stderr
        )
    return family


def _answers(check_all: CheckAll, entries: Iterable[Entry | Fault], faults: list[Fault]) -> Iterator[Answer]:
    """The reports in order; what cannot be read is named on standard error, and the rest goes on."""
    from coach.cli.check_input import Fault

    waiting: list[Entry] = []

    def readable() -> Iterator[Entry]:
        for entry in entries:
            if isinstance(entry, Fault):
                faults.append(entry)
                print(f"coach: {entry}", file=sys.stderr, flush=True)
            else:
                waiting.append(entry)
                yield entry

    reports = check_all(entry.message for entry in readable())
    for report in reports:
        yield waiting.pop(0), report


def _writer(form: str) -> Callable[[Iterator[Answer]], bool]:
    if form == "text":
        return _write_text
    from coach.cli.check_json import write_json, write_jsonl

    return write_json if form == "json" else write_jsonl


def _write_text(answers: Iterator[Answer]) -> bool:
    from coach.cli.check_text import ReportText

    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    written = ReportText(has_colour(sys.stdout), shutil.get_terminal_size().columns)
    flagged = False
    for number, (_, report) in enumerate(answers):
        if number:
            print()
        print("\n".join(written.lines(report)), flush=True)
        flagged = flagged or bool(report.flags)
    return flagged
