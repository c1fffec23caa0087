"""The command line: one module per command.

Exit status: 0 nothing flagged or no errors, 1 something flagged or an error found, 2 wrong arguments or input,
3 Coach crashed, 130 ended by Ctrl+C, 141 standard output closed by its reader (`| head`), 143 ended by SIGTERM.
Modules here import heavy packages (spaCy, Textual, pydantic) only when their command runs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from coach.cli import (
    about,
    agreement,
    app,
    case,
    chat,
    check,
    completion,
    family,
    help_lines,
    lesson,
    lessons,
    man,
    night,
    packs,
    redact,
    rules,
    schema,
    serve,
    train,
)
from coach.cli.interrupts import CTRL_C
from coach.cli.lifecycle import CRASHED, print_crash
from coach.cli.parser import Parser
from coach.cli.streams import prepare_streams
from coach.cli.terminal import one_line
from coach.errors import AuthorError, CoachError, InputError
from coach.visible import visible
from coach.writing import open_nowhere

COMMANDS = (
    check, chat, lesson, case, night, lessons, agreement, rules, packs, family, help_lines, serve,
    redact, train, about, completion, man, schema,
)  # fmt: skip
INTERRUPTED = 130
CLOSED_PIPE = 141
"""What a shell reports for a program that SIGPIPE ended: whoever read standard output has had enough."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    if sys.stdout is None:
        return 2
    try:
        prepare_streams()
        args = make_parser().parse_args(arguments)
        return _run(args)
    except BrokenPipeError:
        _drop_output()
        return CLOSED_PIPE
    except OSError as error:
        print(f"coach: {_trouble(error)}", file=sys.stderr)
        _drop_output()
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # its message may contain what was typed
        return _crashed(error)


def _trouble(error: OSError) -> str:
    """Say what could not be opened; an error without a file comes from standard output."""
    if not error.filename:
        return f"cannot write the answer: {error.strerror}"
    return f"{one_line(str(error.filename))}: {error.strerror}\n    fix: check its name and its permissions"


def _crashed(error: Exception) -> int:
    """Report a crash, unless a library made it of Ctrl+C, and return the exit status."""
    if CTRL_C.came:
        return INTERRUPTED
    print_crash(error)
    return CRASHED


def _run(args: argparse.Namespace) -> int:
    """Run the command, and report what is wrong with the call, its input or an authored file."""
    try:
        _refuse_ignored(args)
        status = int(args.run(args))
        sys.stdout.flush()
    except CoachError as error:
        print(f"coach: {visible(str(error))}", file=sys.stderr)
        return 1 if isinstance(error, AuthorError) and args.run is not app.run else 2
    return status


def _refuse_ignored(args: argparse.Namespace) -> None:
    """Refuse options of the app before a command that would ignore them."""
    if args.lessons and args.run not in {
        app.run,
        case.run,
        night.run,
        serve.run,
        lessons.listing.run,
        lessons.trial.run,
    }:
        raise InputError("--lessons cannot be used with this command\n    fix: leave it out")
    if args.plain and args.run not in {app.run, case.run, night.run}:
        raise InputError("--plain cannot be used with this command\n    fix: leave it out")


def _drop_output() -> None:
    """Discard unwritten output; Python would report the same error again when it closes standard output."""
    os.dup2(open_nowhere(), sys.stdout.fileno())


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    parser = Parser(
        prog="coach",
        description="A parent and a child practise kind and careful messages together.",
        examples="coach\ncoach check\ncoach lesson strangers --plain\ncoach COMMAND --help",
        epilog="Without a command, the app opens. Nothing you type is sent anywhere.",
        status="0 done or nothing flagged, 1 something flagged or errors found",
    )
    parser.add_argument("--version", action=_Version)
    app.add_options(parser)
    parser.set_defaults(run=app.run, lesson=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser


class _Version(argparse.Action):
    """Prints the version; package metadata is read only when asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"coach {version('coach-together')}")
        parser.exit()
