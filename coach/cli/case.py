"""`coach case [NAME]`: open this week's case, or the named one."""

from __future__ import annotations

import argparse

from coach.cli import app
from coach.errors import InputError


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "case", help="open this week's case: five minutes, one message", examples="coach case\ncoach case number-twelve"
    )
    words = "a name shown by `coach lessons list` (default: this week's case)"
    parser.add_argument("case", nargs="?", metavar="NAME", help=words)
    app.add_options(parser, argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the app at the case, or print it as plain text."""
    from coach.course import this_weeks_case, today

    course = app.read_course_of(args)
    if args.case:
        app.require_name("case", args.case, course.cases)
        return app.open_at(course, args.case, is_plain=bool(args.plain))
    family = app.family_file().read()
    case = this_weeks_case(course.cases, family.track, family.age, today())
    if case is None:
        raise InputError("no case to open\n    fix: `coach lessons list` shows all cases")
    return app.open_at(course, case.name, is_plain=bool(args.plain))
