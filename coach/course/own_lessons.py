"""The course as a family sees it: Coach's lessons, then those in the family's own folders.

A family's folders are read defensively: broken lessons are skipped, and links out of a folder are never followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from coach.course.case_file import read_case
from coach.course.folders import case_files, is_inside, lesson_files, lessons_path, taken_by_coach
from coach.course.reader import doubles, link_out, no_lesson_in, read_all, read_lesson, read_lessons, taken_name
from coach.errors import AuthorError, Fault
from coach.locale import ngettext
from coach.models import Case, Lesson

MAX_OWN = 100
"""The most lessons read from one folder."""
Some = TypeVar("Some", bound=Lesson)


@dataclass(frozen=True, slots=True)
class Course:
    """All lessons that can be opened."""

    lessons: tuple[Lesson, ...]
    """Coach's lessons, then the family's own."""
    own: frozenset[str] = frozenset()
    """The names of the family's own lessons and cases."""
    broken: tuple[Path, ...] = ()
    """The family's files and folders that could not be read; the linter explains why."""
    cases: tuple[Case, ...] = ()
    """Coach's cases, then the family's own."""
    unread_packs: tuple[str, ...] = ()
    """The names of packs that could not be read."""

    def called(self, name: str) -> Lesson | None:
        """Return the lesson or case with this name, or None."""
        return next((one for one in (*self.lessons, *self.cases) if one.name == name), None)

    @property
    def said_of_packs(self) -> str:
        """Which packs could not be read, and what to do; empty if all were."""
        words = ngettext(
            "The pack {names} was not read, so what it adds is missing. "
            "To see why, type in a terminal: coach packs list",
            "The packs {names} were not read, so what they add is missing. "
            "To see why, type in a terminal: coach packs list",
            len(self.unread_packs),
        )
        return words.format(names=", ".join(self.unread_packs)) if self.unread_packs else ""

    @property
    def first_own(self) -> str:
        """The name of the family's first own lesson, or an empty string."""
        return next((lesson.name for lesson in self.lessons if lesson.name in self.own), "")


def read_course(folders: Iterable[Path] = (), unread_packs: tuple[str, ...] = ()) -> Course:
    """Read Coach's lessons and all valid lessons of the family's own folders; `unread_packs` could not be read.

    Raises:
        AuthorError: one of Coach's lessons is invalid.
    """
    shipped, cases = read_lessons(lessons_path()), tuple(map(read_case, case_files(lessons_path())))
    own = _Own({one.name for one in (*shipped, *cases)})
    for folder in folders:
        own.read(folder)
    names = frozenset(one.name for one in (*own.lessons, *own.cases))
    return Course((*shipped, *own.lessons), names, tuple(own.broken), (*cases, *own.cases), unread_packs)


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
    if not (inside or case_files(folder)):
        faults.append(no_lesson_in(folder))
    return inside[:MAX_OWN], [*faults, *doubles(inside[:MAX_OWN])]


@dataclass
class _Own:
    """The lessons of the family's folders while they are read."""

    taken: set[str]
    """The names already in use."""
    lessons: list[Lesson] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)

    def read(self, folder: Path) -> None:
        """Read one folder."""
        paths, faults = own_files(folder)
        self.broken.extend(dict.fromkeys(fault.path for fault in faults))
        self.lessons.extend(self._sound((path for path in paths if path not in self.broken), read_lesson))
        cases = case_files(folder)[:MAX_OWN]
        self.broken.extend(path for path in cases if not is_inside(path, folder))
        self.cases.extend(self._sound((path for path in cases if path not in self.broken), read_case))

    def _sound(self, paths: Iterable[Path], read: Callable[[Path], Some]) -> Iterator[Some]:
        for path in paths:
            try:
                one = read(path)
            except AuthorError:
                self.broken.append(path)
                continue
            if one.name in self.taken:
                self.broken.append(path)
            else:
                self.taken.add(one.name)
                yield one


def unreadable(folder: Path) -> Iterator[Fault]:
    """Yield what keeps the lessons and cases of a folder from being read; the linter finds more."""
    paths, faults = own_files(folder)
    yield from faults
    yield from read_all(paths)[1]
    yield from map(taken_name, taken_by_coach([*paths, *case_files(folder)[:MAX_OWN]]))
    for path in case_files(folder)[:MAX_OWN]:
        try:
            read_case(path)
        except AuthorError as error:
            yield from error.faults
