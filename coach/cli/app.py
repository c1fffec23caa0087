"""`coach` without a command: the app."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.errors import InputError

if TYPE_CHECKING:
    from coach.models import Family, Message, Report


def run(args: argparse.Namespace) -> int:
    """Open the app, at a lesson when one is named."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("the app needs a terminal\n    mend: start `coach` in one, or use `coach check`")
    from coach.course import lessons_path, read_lessons
    from coach.family import FamilyFile, family_path
    from coach.tui.app import CoachApp

    lessons = read_lessons(lessons_path())
    names = [lesson.name for lesson in lessons]
    if args.lesson and args.lesson not in names:
        raise InputError(f"no lesson is called {args.lesson!r}\n    mend: use one of: {', '.join(names)}")
    CoachApp(lessons, FamilyFile(family_path()), load_check, args.lesson).run()
    return 0


def load_check(family: Family | None = None) -> Callable[[Message], Report]:
    """Import spaCy, build the pipeline and give the way to check one message as this family wants it."""
    from coach import load
    from coach.engine import check

    words, both = (family.private_words, not family.rules_only) if family else ((), True)
    nlp = load(private_words=words, second_reader=both)
    return lambda message: check(nlp, message)
