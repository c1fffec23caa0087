"""`coach lessons list`: list the course."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach.cli.lessons.folders import add_folder, own_folders
from coach.visible import visible

if TYPE_CHECKING:
    from coach.models import Lesson


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    parser = actions.add_parser(
        "list", help="list the lessons and cases, and their names", examples="coach lessons list --lessons our-lessons"
    )
    add_folder(parser, argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one line for each lesson and case, and for each file that cannot be read."""
    from coach.course import read_course

    course = read_course(own_folders(args))
    for lesson in course.lessons:
        own = " (added)" if lesson.name in course.own else ""
        print(visible(f"{lesson.number:>2}  {lesson.name:<20} {lesson.title} ({_about(lesson)}){own}"))
    if course.cases:
        print("Cases, five minutes each (coach case NAME):")
    for case in course.cases:
        own = " (added)" if case.name in course.own else ""
        about = f"ages {case.age or '8-14'}, practises {case.practises}"
        print(visible(f"    {case.name:<20} {case.title} ({about}){own}"))
    for path in course.broken:
        print(visible(f"    cannot be opened: {path} (coach lessons lint says why)"))
    return 0


def _about(lesson: Lesson) -> str:
    return f"{lesson.minutes} minutes" + ("" if lesson.is_english else f", {lesson.language}")
