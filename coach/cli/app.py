"""`coach` without a command: the app, or lessons as plain text."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.lessons.folders import add_folder, own_folders
from coach.cli.own_rules import standing_folders
from coach.errors import AuthorError, InputError, unknown
from coach.locale import N_, _, language_for, speak

if TYPE_CHECKING:
    from coach.counsel import CounselledCheck
    from coach.course import Course
    from coach.family import FamilyFile
    from coach.models import Family, Lesson

PLAIN_NEXT_TIME = N_("Plain mode. Next time, start with: coach --plain")


WITHOUT_OWN = N_("Your own rules cannot be used, so Coach checks with its own alone. {first}")


def add_options(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add `--plain` and `--lessons` to a parser."""
    parser.add_argument(
        "--plain", action="store_true", help="plain text, line by line: for screen readers and pipes", default=default
    )
    add_folder(parser, default)


def run(args: argparse.Namespace) -> int:
    """Open the app, at the named lesson if there is one, or run it as plain text."""
    folders = own_folders(args)
    if not args.plain and not args.lesson:
        _require_screen()
        return _run_app(lambda: _read(folders))
    course = read_course_of(args)
    if args.lesson:
        require_name("lesson", args.lesson, course.lessons)
    return open_at(course, args.lesson, is_plain=bool(args.plain))


def require_name(kind: str, name: str, known: Iterable[Lesson]) -> None:
    """Raise InputError if no lesson or case has this name."""
    names = [one.name for one in known]
    if name not in names:
        raise unknown(kind, name, names, f"choose one of: {', '.join(names)}")


def open_at(course: Course, name: str | None, *, is_plain: bool) -> int:
    """Open the app or plain text, at the named lesson or case, or at `NIGHT`, if there is a name."""
    if is_plain:
        return _run_plain(course, name)
    _require_screen()
    return _run_app(lambda: course, name)


def _require_screen() -> None:
    if not _has_screen():
        raise InputError(
            "the app needs a terminal it can draw in\n    fix: start `coach` in a terminal window, or add --plain"
        )


def _has_screen() -> bool:
    """Check for a terminal that can draw, or a browser instead.

    The app draws on standard error; if that went to a file, the file would keep everything on the screen.
    """
    if "web_driver" in os.environ.get("TEXTUAL_DRIVER", ""):
        return True
    is_terminal = all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return is_terminal and os.environ.get("TERM") != "dumb"


def read_course_of(args: argparse.Namespace) -> Course:
    """Read Coach's course and the family's own folders."""
    return _read(own_folders(args))


def _read(folders: Sequence[Path]) -> Course:
    from coach.course import read_course
    from coach.packs import unread_packs

    return read_course(folders, unread_packs())


def family_file() -> FamilyFile:
    """Return the file that is kept for the family of this user."""
    from coach.family import FamilyFile, family_path

    return FamilyFile(family_path())


def _run_app(read: Callable[[], Course], name: str | None = None) -> int:
    """Open the app; it reads the course after the first paint."""
    from coach.cli.lifecycle import run_to_the_end
    from coach.tui.app import CoachApp

    speak(language_for())
    app = CoachApp(read, family_file, load_check, name)
    status = run_to_the_end(app)
    if app.trouble:
        raise app.trouble
    if app.wants_plain:
        print(_(PLAIN_NEXT_TIME))
        return _run_plain(read(), None)
    return status


def _run_plain(course: Course, name: str | None) -> int:
    import shutil

    from coach.models import NIGHT
    from coach.plain import Console, PlainSession

    if sys.stdin is None:
        raise InputError("standard input is closed\n    fix: start `coach --plain` in a terminal or a pipe")
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    console = Console(sys.stdin, sys.stdout, shutil.get_terminal_size().columns)
    session = PlainSession(course, family_file(), load_check, console)
    named = course.called(name) if name else None
    if name == NIGHT:
        session.walk_night()
    elif named:
        session.walk(named)
    else:
        session.choose()
    return 0


def load_check(family: Family | None = None) -> CounselledCheck:
    """Import spaCy, build the pipeline, and return what checks messages with this family's settings.

    Own rules that cannot be used are left out, and its `trouble` says so.
    """
    from coach import load
    from coach.family import off_note
    from coach.models import Family

    family = family or Family()
    build = partial(load, private_words=family.private_words, second_reader=not family.rules_only, off=family.off)
    trouble = ""
    try:
        own = tuple(standing_folders()) if family.own_rules else ()
        nlp = build(rules=own)
    except (AuthorError, InputError) as error:
        trouble, nlp = _(WITHOUT_OWN).format(first=str(error).partition("\n")[0]), build()
    from coach.counsel import CounselledCheck  # after `load`, which pauses the garbage collector for spaCy's import

    return CounselledCheck(nlp, trouble, off_note(family.off))
