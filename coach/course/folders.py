"""Where lessons are stored, and how their files are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from coach.own_file import real_path

README = "README.md"
FILE_NAME = re.compile(r"(?P<number>[0-9]{2})-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
"""The file name of a lesson: `02-strangers.md`."""


def lessons_path() -> Path:
    """Return the folder of the lessons that Coach ships: inside an installed package, next to it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "lessons"
    return installed if installed.is_dir() else package.parent / "lessons"


def lesson_files(folder: Path) -> list[Path]:
    """List the Markdown files of a folder, except its README and hidden files."""
    return sorted(path for path in folder.glob("*.md") if path.name != README and not path.name.startswith("."))


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a file of `folder` really lies in it; Coach's own files may be links, as some installers do."""
    return real_path(folder) == real_path(lessons_path()) or real_path(path).is_relative_to(real_path(folder))


def lesson_called(name: str, folder: Path) -> Path | None:
    """Find a lesson by name, with or without its number, in `folder` or among Coach's own."""
    for where in (folder, lessons_path()):
        for path in lesson_files(where):
            found = FILE_NAME.fullmatch(path.name)
            if found and name in {path.stem, found["name"]} and is_inside(path, where):
                return path
    return None


def lesson_names(folder: Path) -> list[str]:
    """Return the names of the lessons in `folder` and of Coach's own."""
    found = (FILE_NAME.fullmatch(path.name) for where in (folder, lessons_path()) for path in lesson_files(where))
    return [one["name"] for one in found if one]


CASES = "cases"
"""The folder of cases inside a folder of lessons."""


def case_files(folder: Path) -> list[Path]:
    """List the cases that belong to a folder of lessons."""
    return lesson_files(folder / CASES)


def is_case(path: Path) -> bool:
    """Return whether a file is a case, by the folder it is in."""
    return path.absolute().parent.name == CASES


def plain_name(path: Path) -> str:
    """Return the name of a lesson without its number, or that of a case."""
    found = None if is_case(path) else FILE_NAME.fullmatch(path.name)
    return found["name"] if found else path.stem


def taken_by_coach(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files outside Coach's own folder that have the name of one of Coach's lessons or cases."""
    coachs = lessons_path()
    taken = {plain_name(path) for path in (*lesson_files(coachs), *case_files(coachs))}
    for path in paths:
        if plain_name(path) in taken and not real_path(path).is_relative_to(real_path(coachs)):
            yield path
