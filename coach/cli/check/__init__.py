"""`coach check`: flags in drafts and received messages."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.check.options import add_input_options
from coach.cli.terminal import has_colour, one_line
from coach.cli.typed import SEEN, TEXT_HELP
from coach.errors import CoachError, InputError
from coach.visible import visible

if TYPE_CHECKING:
    from coach.cli.check.formats.writer import Writer
    from coach.cli.check.inputs.exports import Export
    from coach.cli.check.workers import CheckSetup
    from coach.models import Family

AUDIENCES = ("public", "group", "friend", "stranger")
FORMATS = ("text", "json", "jsonl", "html", "sarif", "csv", "parquet")
_WIDTH = 80
_DESCRIPTION = f"""Show what in a draft might hurt or give too much away.

    coach check                  asks for the message
    coach check < draft.txt      reads it from a file or a pipe
    coach check --input jsonl --format jsonl < messages.jsonl

{SEEN}"""
_EPILOG = """exit status: 0 nothing flagged, 1 something flagged, 2 the call or the input was wrong, 130 interrupted
(what was done until then is written)

With --input jsonl every line is {"id": str, "text": str, "direction"?: "draft" or "received",
"audience"?: "public", "group", "friend" or "stranger"}. With --text-column other keys are left alone.
With --format csv or parquet every flag is a row, with the line of its message; a silent message has none. In CSV a cell
that a spreadsheet would compute begins with an apostrophe.
Of several files, or a folder of .jsonl, .csv, .tsv, .txt and .parquet files, each gets its results beside it,
as NAME.coach.FORMAT, or below the folder --out; other files of the folder are named. Answers go to new files: what is
there already is refused, unless --force replaces it, and nothing is read or written through a link out of a folder."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "check",
        help="show what in a draft might hurt or give too much away",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help=TEXT_HELP)
    add_input_options(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to answer")
    parser.add_argument("--out", type=Path, metavar="PATH", help="write the answer to this file, or below this folder")
    parser.add_argument("--force", action="store_true", help="replace files of answers that are there already")
    parser.add_argument("--audience", choices=AUDIENCES, default="group", help="who will read it (group)")
    parser.add_argument("--received", action="store_true", help="the message reached the child")
    parser.add_argument("--rules-only", action="store_true", help="leave the trained second reader out")
    parser.add_argument("--no-family", action="store_true", help="leave the family's private words and settings out")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="check in N processes (1)")
    parser.set_defaults(run=run)


def _jobs(given: str) -> int:
    if not given.isdigit() or not 1 <= int(given) <= 256:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of processes; write 1 to 256")
    return int(given)


def run(args: argparse.Namespace) -> int:
    """Check everything and return the exit status."""
    from coach.cli.check.inputs.exports import find_exports, is_many
    from coach.cli.check.inputs.left_out import name_left_out
    from coach.cli.check.stream import StreamCheck
    from coach.cli.check.targets import Targets
    from coach.cli.check.workers import checker
    from coach.helplines import home_country

    if args.text and args.file:
        raise InputError("both TEXT and --file were given\n    fix: keep one of the two")
    if args.input == "parquet" and not args.file:
        raise InputError("Parquet is read from files only\n    fix: name one with --file")
    outside = list[Path]()

    def pass_over(link: Path) -> None:
        outside.append(link)
        print(f"coach: {one_line(str(link))}: a link out of its folder, not read", file=sys.stderr)

    is_short = name_left_out(args.file or [])
    exports, many = find_exports(args.file or [], args.input, pass_over), is_many(args.file or [])
    results = Targets(args.out, args.format, many, args.force).plan(exports, _inputs(args, exports))
    family = None if args.no_family else read_family()
    writer = _writer(
        args.format, to_terminal=not (many or args.out), country=home_country(family.country if family else "")
    )
    with checker(_setup(args, writer, family), args.jobs) as check:
        run = StreamCheck(args, writer, check)
        answered = [run.answer(*each) for each in zip(exports or (None,), results, strict=True)]
    return 2 if outside or is_short else max(answered)


def _inputs(args: argparse.Namespace, exports: Sequence[Export]) -> list[Path | int]:
    """All that this call reads, by path or handle."""
    from coach.cli.check.targets import handle_of
    from coach.family import family_path

    kept = [] if args.no_family else [family_path()]
    typed = [] if args.text or exports else handle_of(sys.stdin)
    return [*kept, *typed, *(export.path for export in exports)]


def _setup(args: argparse.Namespace, writer: Writer, family: Family | None) -> CheckSetup:
    """How messages are read, as the call and the family want it."""
    from coach.cli.check.workers import CheckSetup

    rules_only = args.rules_only or bool(family and family.rules_only)
    return CheckSetup(writer, tuple(family.private_words) if family else (), not rules_only)


def _writer(name: str, *, to_terminal: bool, country: str) -> Writer:
    from coach.cli.check.formats.html_page import HtmlPage
    from coach.cli.check.formats.json_reports import JsonLines, JsonList
    from coach.cli.check.formats.sarif_log import SarifLog
    from coach.cli.check.formats.tables import CsvTable, ParquetTable
    from coach.cli.check.formats.text_report import TextReport

    if name == "text":
        width = shutil.get_terminal_size().columns if to_terminal else _WIDTH
        return TextReport(to_terminal and has_colour(sys.stdout), width, country)
    without: dict[str, Callable[[], Writer]] = {"sarif": SarifLog, "csv": CsvTable, "parquet": ParquetTable}
    if name in without:
        return without[name]()
    with_country: dict[str, Callable[[str], Writer]] = {"json": JsonList, "jsonl": JsonLines, "html": HtmlPage}
    return with_country[name](country)


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
