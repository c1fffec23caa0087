"""The course as a family sees it: Coach's lessons, then those in the family's own folders.

A family's folders are read defensively: broken lessons are skipped, and links out of a folder are never followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coach.course.folders import is_inside, lesson_files, lessons_path
from coach.course.reader import doubles, link_out, no_lesson_in, read_lesson, read_lessons
from coach.errors import AuthorError, Fault
from coach.models import Lesson

MAX_OWN = 100
"""The most lessons read from one folder."""


@dataclass(frozen=True, slots=True)
class Course:
    """All lessons that can be opened."""

    lessons: tuple[Lesson, ...]
    """Coach's lessons, then the family's own."""
    own: frozenset[str] = frozenset()
    """The names of the family's own lessons."""
    broken: tuple[Path, ...] = ()
    """The family's files and folders that could not be read; the linter explains why."""

    @property
    def first_own(self) -> str:
        """The name of the family's first own lesson, or an empty string."""
        return next((lesson.name for lesson in self.lessons if lesson.name in self.own), "")


def read_course(folders: Iterable[Path] = ()) -> Course:
    """Read Coach's lessons and all valid lessons of the family's own folders.

    Raises:
        AuthorError: one of Coach's lessons is invalid.
    """
    shipped = read_lessons(lessons_path())
    own = _Own({lesson.name for lesson in shipped})
    for folder in folders:
        own.read(folder)
    return Course((*shipped, *own.lessons), frozenset(lesson.name for lesson in own.lessons), tuple(own.broken))


def own_files(folder: Path) -> tuple[list[Path], list[Fault]]:
    """Return the lesson files of a family's own folder, and the faults of the folder itself."""
    inside, faults = [], []
    for path in lesson_files(folder):
        if is_inside(path, folder):
            inside.append(path)
        else:
            faults.append(link_out(path))
    if len(inside) > MAX_OWN:
        problem = f"{len(inside)} lessons in this folder: at most {MAX_OWN} allowed"
        faults.append(Fault(folder, 0, 1, problem, "split it into two folders"))
    if not inside:
        faults.append(no_lesson_in(folder))
    return inside[:MAX_OWN], [*faults, *doubles(inside[:MAX_OWN])]


@dataclass
class _Own:
    """The lessons of the family's folders while they are read."""

    taken: set[str]
    """The names already in use."""
    lessons: list[Lesson] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)

    def read(self, folder: Path) -> None:
        """Read one folder."""
        paths, faults = own_files(folder)
        self.broken.extend(dict.fromkeys(fault.path for fault in faults))
        self.lessons.extend(self._sound(path for path in paths if path not in self.broken))

    def _sound(self, paths: Iterable[Path]) -> Iterator[Lesson]:
        for path in paths:
            try:
                lesson = read_lesson(path)
            except AuthorError:
                self.broken.append(path)
                continue
            if lesson.name in self.taken:
                self.broken.append(path)
            else:
                self.taken.add(lesson.name)
                yield lesson
