"""Reads lesson files and reports all their faults at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coach.course.folders import FILE_NAME, lesson_files, plain_name
from coach.course.lesson_file import LessonFile
from coach.errors import AuthorError, Fault
from coach.models import Lesson
from coach.source import open_source

MAX_LESSON = 50_000
"""The largest lesson that is read, in bytes; a lesson of fifteen minutes has about 6,000."""


def read_lesson(path: Path) -> Lesson:
    """Read one lesson.

    Raises:
        AuthorError: the file is invalid; lists all its faults.
    """
    return LessonFile(open_source(path, MAX_LESSON)).read()


def read_lessons(folder: Path) -> tuple[Lesson, ...]:
    """Read every lesson of a folder, in order of number.

    Raises:
        AuthorError: a file is invalid, two share a number or a name, or there are none; lists all faults of all
            files.
    """
    found, faults = read_all(lesson_files(folder))
    if faults or not found:
        raise AuthorError(faults or [no_lesson_in(folder)])
    return tuple(sorted(found.values(), key=lambda lesson: lesson.number))


def read_all(paths: Iterable[Path]) -> tuple[dict[Path, Lesson], tuple[Fault, ...]]:
    """Return the valid lessons by path, and the faults of all files."""
    paths = list(paths)
    lessons: dict[Path, Lesson] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            lessons[path] = read_lesson(path)
        except AuthorError as error:
            faults.extend(error.faults)
    return lessons, (*faults, *doubles(paths))


def no_lesson_in(folder: Path) -> Fault:
    """Report a folder without lessons."""
    return Fault(folder, 0, 1, "no lessons in this folder", "add a file like `01-short-name.md`")


def link_out(path: Path) -> Fault:
    """Report a file that is a link out of its folder."""
    return Fault(path, 0, 1, "a link out of its folder", "put the file itself into the folder")


def taken_name(path: Path) -> Fault:
    """Report a lesson or case that has the name of one of Coach's, and so could not be opened."""
    problem = f"Coach already has a lesson or case `{plain_name(path)}`"
    return Fault(path, 0, 1, problem, "give this file another name")


def doubles(paths: Iterable[Path]) -> Iterator[Fault]:
    """Report each lesson that shares its number or name with another one in its folder."""
    seen: dict[tuple[Path, str], Path] = {}
    for path in paths:
        called = FILE_NAME.fullmatch(path.name)
        for what in (f"number {called['number']}", f"name `{called['name']}`") if called else ():
            first = seen.setdefault((path.parent, what), path)
            if first != path:
                yield Fault(path, 0, 1, f"{first.name} has the same {what}", "rename one of the two")
