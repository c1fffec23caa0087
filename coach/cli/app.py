"""`coach` without a command: the app, or its lessons line by line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.lessons.folders import add_folder, own_folders
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.course import Course
    from coach.family import FamilyFile
    from coach.models import Family, Message, Report


def add_options(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add `--plain` and `--lessons` to a parser."""
    parser.add_argument(
        "--plain", action="store_true", help="line by line, for screen readers and pipes", default=default
    )
    add_folder(parser, default)


def run(args: argparse.Namespace) -> int:
    """Open the app, at a lesson when one is named, or go line by line."""
    if not args.plain and not _has_screen():
        raise InputError("the app needs a terminal\n    mend: start `coach` in one, or add --plain")
    folders = own_folders(args)
    if not args.plain and not args.lesson:
        _run_app(lambda: _read(folders))
        return 0
    course = _read(folders)
    names = [lesson.name for lesson in course.lessons]
    if args.lesson and args.lesson not in names:
        raise InputError(f"no lesson is called {args.lesson!r}\n    mend: use one of: {', '.join(names)}")
    if args.plain:
        _run_plain(course, args.lesson)
    else:
        _run_app(lambda: course, args.lesson)
    return 0


def _has_screen() -> bool:
    """Whether there is a terminal, or a browser in its place."""
    in_browser = "web_driver" in os.environ.get("TEXTUAL_DRIVER", "")
    return in_browser or bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())


def _read(folders: Sequence[Path]) -> Course:
    from coach.course import read_course

    return read_course(folders)


def _family_file() -> FamilyFile:
    from coach.family import FamilyFile, family_path

    return FamilyFile(family_path())


def _run_app(read: Callable[[], Course], name: str | None = None) -> None:
    """Open the app, which reads the course once its first words are painted."""
    from coach.tui.app import CoachApp

    app = CoachApp(read, _family_file, load_check, name)
    app.run()
    if app.trouble:
        raise app.trouble


def _run_plain(course: Course, name: str | None) -> None:
    import shutil

    from coach.plain import Console, PlainSession

    if sys.stdin is None:
        raise InputError("there is no standard input\n    mend: start `coach --plain` in a terminal or a pipe")
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    console = Console(sys.stdin, sys.stdout, shutil.get_terminal_size().columns)
    session = PlainSession(course, _family_file(), load_check, console)
    named = next((lesson for lesson in course.lessons if lesson.name == name), None)
    if named:
        session.walk(named)
    else:
        session.choose()


def load_check(family: Family | None = None) -> Callable[[Message], Report]:
    """Import spaCy, build the pipeline and give the way to check one message as this family wants it."""
    from coach import load
    from coach.engine import check

    words, both = (family.private_words, not family.rules_only) if family else ((), True)
    nlp = load(private_words=words, second_reader=both)
    return lambda message: check(nlp, message)
