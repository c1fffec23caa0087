"""`coach check`: flag phrases in drafts and received messages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.check.formats import FORMATS, SAYS_ITSELF, writer_for
from coach.cli.check.options import add_input_options, path_named
from coach.cli.check.scope import CheckScope
from coach.cli.own_rules import add_folders, own_faults_are_input, own_folders
from coach.cli.terminal import one_line
from coach.cli.typed import SEEN, TEXT_HELP
from coach.errors import CoachError, InputError
from coach.runtime import MISSING, can_read
from coach.visible import visible

if TYPE_CHECKING:
    from coach.cli.check.formats.writer import Writer
    from coach.cli.check.inputs.exports import Export
    from coach.cli.check.inputs.folders import Skipped
    from coach.cli.check.workers import CheckSetup
    from coach.models import Family

AUDIENCES = ("public", "group", "friend", "stranger")
_DESCRIPTION = f"""Show what in a draft might hurt someone or give too much away.

{SEEN}"""
_EXAMPLES = """coach check                     # asks for the message
coach check < draft.txt         # reads it from a file or a pipe
coach check --received --audience stranger < message.txt
coach check --input jsonl --format jsonl < messages.jsonl
coach check --file exports/ --format html --out pages/ --jobs 4"""
_EPILOG = """With --input jsonl every line is {"id": str or number, "text": str, "direction"?: "draft" or "received",
"audience"?: "public", "group", "friend" or "stranger"}. With --text-column, other keys are ignored.
`coach schema reports` prints the JSON Schema of the list that --format json writes, `coach schema report` that of one
answer, a line of jsonl.

Messages in a language that Coach does not read are counted. If nothing was flagged, the exit status is then 2, as 0
would look calm.

With --format csv or parquet every flag is one row, with the line number of its message; messages without flags have
no rows, but for those in a language that Coach does not read: `not_english`, the last column, names it. In CSV, cells
that a spreadsheet would treat as a formula start with an apostrophe.

If you name several files, or a folder of .jsonl, .ndjson, .csv, .tsv, .txt and .parquet files, the results for each
are written next to it as NAME.coach.FORMAT, or under the folder --out; other files in the folder are named or counted.
Existing files are kept unless you add --force, and links that lead out of a folder are never followed, for reading or
for writing. Subfolders are read too; what is hidden is named but not read, and a file to which a link in the same
folder leads is read once. After Ctrl+C, the results so far are a complete document."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "check",
        help="show what in a draft might hurt someone or give too much away",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        epilog=_EPILOG,
        status="0 nothing flagged, 1 something flagged",
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help=TEXT_HELP)
    add_input_options(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="output format (default: text)")
    parser.add_argument(
        "--out", type=path_named, metavar="PATH", help="write the results to this file, or under this folder"
    )
    parser.add_argument("--force", action="store_true", help="replace existing files")
    parser.add_argument(
        "--counsel", action="store_true", help="add rewrites, notes for the grown-up and next steps to json or jsonl"
    )
    parser.add_argument("--audience", choices=AUDIENCES, default="group", help="who will read it (default: group)")
    parser.add_argument("--received", action="store_true", help="someone sent this message to the child")
    parser.add_argument(
        "--rules-only", action="store_true", help="use the rules only, without the trained second reader"
    )
    add_folders(parser)
    parser.add_argument("--no-family", action="store_true", help="ignore the family's private words and settings")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="use N processes (default: 1)")
    parser.set_defaults(run=run)


def _jobs(given: str) -> int:
    if not given.isdigit() or not 1 <= int(given) <= 256:
        raise argparse.ArgumentTypeError(f"invalid value {given!r}: choose 1 to 256")
    return int(given)


def run(args: argparse.Namespace) -> int:
    """Check everything and return the exit status."""
    from coach.cli.check.inputs.exports import find_exports, is_many
    from coach.cli.check.inputs.left_out import name_left_out

    _refuse_contradictions(args)
    lost = list[Path]()

    def skip(skipped: Skipped) -> None:
        lost.extend([skipped.path] if skipped.is_lost else [])
        print(f"coach: {one_line(str(skipped.path))}: not read, {skipped.why}", file=sys.stderr)

    named = args.file or []
    has_unread = name_left_out(named)
    exports = find_exports(named, args.input, skip)
    status = _check(args, exports, many=is_many(named))
    return 2 if lost or has_unread else status


def _refuse_contradictions(args: argparse.Namespace) -> None:
    if args.text and args.file:
        raise InputError("TEXT and --file cannot be used together\n    fix: use one of the two")
    if args.counsel and args.format not in {"json", "jsonl"}:
        raise InputError(
            f"--counsel cannot be used with --format {args.format}: json and jsonl are allowed\n"
            "    fix: add --format json; text, html and sarif have rewrites without it"
        )
    if args.input == "parquet" and not args.file:
        raise InputError("Parquet can only be read from files\n    fix: name one with --file")


def _check(args: argparse.Namespace, exports: Sequence[Export], *, many: bool) -> int:
    """Check each export, or TEXT or standard input if there are none; return the highest exit status."""
    from coach.cli.check.stream import StreamCheck
    from coach.cli.check.targets import Targets
    from coach.cli.check.workers import open_checker
    from coach.helplines import home_country

    targets = Targets(args.out, args.format, many, args.force).plan(exports, _inputs(args, exports))
    family = None if args.no_family else read_family()
    country = home_country(family.country if family else "")
    scope = _scope(args, family)
    writer = writer_for(
        args.format, scope, to_terminal=not (many or args.out), country=country, takes_counsel=args.counsel
    )
    with own_faults_are_input(), open_checker(_setup(args, writer, family), args.jobs) as check:
        stream = StreamCheck(args, writer, check)
        return max(stream.answer(*each) for each in zip(exports or (None,), targets, strict=True))


def _scope(args: argparse.Namespace, family: Family | None) -> CheckScope:
    """Return what is checked; formats without words for people have it on standard error."""
    from coach.family import off_note

    scope = CheckScope(alone=args.own_rules_only, off=off_note(family.off) if family else "")
    for note in scope.notes if args.format not in SAYS_ITSELF else ():
        print(f"coach: {one_line(note)}", file=sys.stderr)
    return scope


def _inputs(args: argparse.Namespace, exports: Sequence[Export]) -> list[Path | int]:
    """Return everything this command reads, as paths or file descriptors."""
    from coach.cli.check.targets import handle_of
    from coach.family import family_path

    family = [] if args.no_family else [family_path()]
    piped = [] if args.text or exports else handle_of(sys.stdin)
    return [*family, *piped, *(export.path for export in exports)]


def _setup(args: argparse.Namespace, writer: Writer, family: Family | None) -> CheckSetup:
    """Combine the arguments with the family's settings."""
    from coach.cli.check.workers import CheckSetup

    rules_only = args.rules_only or args.own_rules_only or bool(family and family.rules_only)
    if not rules_only and not can_read():
        print(f"coach: {MISSING}", file=sys.stderr)
    return CheckSetup(
        writer,
        tuple(family.private_words) if family else (),
        not rules_only,
        own_folders(args, own_rules=family is None or family.own_rules),
        args.own_rules_only,
        family.off if family else (),
    )


def read_family() -> Family:
    """Read the family file; if it cannot be read, warn on standard error and return an empty family."""
    from coach.family import FamilyFile, family_path
    from coach.models import Family

    file = FamilyFile(family_path())
    try:
        family = file.read()
    except CoachError as error:
        print(f"coach: checking without your family's private words: {visible(str(error))}", file=sys.stderr)
        return Family()
    if file.set_aside:
        print(f"coach: the family file was damaged; it was moved to {visible(str(file.set_aside))}", file=sys.stderr)
    return family
