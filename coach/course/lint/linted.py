"""The results of linting."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coach.course.reading_grade import Grade
from coach.errors import Fault


@dataclass(frozen=True, slots=True)
class LessonGrades:
    """How hard one lesson is to read, for each reader."""

    path: Path
    child: Grade
    grown_up: Grade


@dataclass(frozen=True, slots=True)
class Linted:
    """The results for some files."""

    faults: tuple[Fault, ...]
    grades: tuple[LessonGrades, ...]
    """One for each English lesson."""
    left_out: tuple[Path, ...]
    """Lessons in other languages, whose reading grade and flags were not checked."""
