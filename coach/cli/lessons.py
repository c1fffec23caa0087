"""`coach lessons`: list the course, and check lesson files."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.visible import visible


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("lessons", help="list lessons, or find what is wrong in lesson files")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("list", help="the lessons and their names").set_defaults(run=show_list)
    lint = actions.add_parser("lint", help="everything wrong in lesson files, as file:line:column and the mend")
    lint.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders; Coach's own without")
    lint.set_defaults(run=run_lint)


def show_list(args: argparse.Namespace) -> int:
    """Print a line for every lesson."""
    del args
    from coach.course import lessons_path, read_lessons

    for lesson in read_lessons(lessons_path()):
        print(visible(f"{lesson.number:>2}  {lesson.name:<20} {lesson.title} ({lesson.minutes} minutes)"))
    return 0


def run_lint(args: argparse.Namespace) -> int:
    """Print every fault of every file; 1 when there is one."""
    from coach.cli.app import load_check
    from coach.course import lessons_path, lint_paths

    faults = lint_paths(args.paths or [lessons_path()], load_check())
    for fault in faults:
        print(visible(str(fault)))
    print(f"{len(faults)} to mend" if faults else "All is well.")
    return int(bool(faults))
