"""The command line, one module a command.

Exit status: 0 nothing flagged or all well, 1 something flagged or found wrong, 2 the call or its input was wrong,
3 Coach itself went wrong, 130 ended by Ctrl+C, 143 by SIGTERM.
Modules here import what is heavy (spaCy, Textual, pydantic) only when their command runs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from coach.cli import agreement, app, check, family, help_lines, lesson, lessons, rules, serve, train
from coach.cli.lifecycle import CRASHED, tell
from coach.errors import AuthorError, CoachError
from coach.visible import visible
from coach.writing import open_nowhere

COMMANDS = (check, lesson, lessons, agreement, rules, family, help_lines, serve, train)
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    if sys.stdout is None:
        return 2
    args = _parser().parse_args(arguments)
    try:
        status = args.run(args)
        sys.stdout.flush()
    except CoachError as error:
        print(f"coach: {visible(str(error))}", file=sys.stderr)
        return 1 if isinstance(error, AuthorError) and args.run is not app.run else 2
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            print(f"coach: cannot write the answer: {error.strerror}", file=sys.stderr)
        _drop_output()
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # whatever it is, its text may hold what was typed
        tell(error)
        return CRASHED
    return int(status)


def _drop_output() -> None:
    """Send what is left nowhere: Python would complain once more while closing standard output."""
    os.dup2(open_nowhere(), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="coach",
        description="A parent and a child practise kind and careful messages together.",
        epilog="Without a command, the app opens. Nothing you type is sent anywhere.",
    )
    parser.add_argument("--version", action=_Version)
    app.add_options(parser)
    parser.set_defaults(run=app.run, lesson=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """Repeats wrong arguments without what would steer the terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(visible(message))


class _Version(argparse.Action):
    """Prints the version; the package's metadata are read only then."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show the version and leave")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"coach {version('coach-together')}")
        parser.exit()
