"""Where lessons and what belongs to them stand, and how their files are called."""

from __future__ import annotations

import re
from pathlib import Path

from coach.own_file import real_path

README = "README.md"
FILE_NAME = re.compile(r"(?P<number>[0-9]{2})-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
"""How a lesson is called: `02-strangers.md`."""


def lessons_path() -> Path:
    """The folder of the lessons that Coach ships: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "lessons"
    return installed if installed.is_dir() else package.parent / "lessons"


def lesson_files(folder: Path) -> list[Path]:
    """Every Markdown file of a folder but its README and hidden ones."""
    return sorted(path for path in folder.glob("*.md") if path.name != README and not path.name.startswith("."))


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a file of `folder` is no link to somewhere else; Coach's own may be links, as some installers make."""
    return real_path(folder) == real_path(lessons_path()) or real_path(path).is_relative_to(real_path(folder))


def lesson_called(name: str, folder: Path) -> Path | None:
    """The file of a lesson, by its name with its number or without, in `folder` or else among Coach's own."""
    for where in (folder, lessons_path()):
        for path in lesson_files(where):
            found = FILE_NAME.fullmatch(path.name)
            if found and name in {path.stem, found["name"]} and is_inside(path, where):
                return path
    return None
