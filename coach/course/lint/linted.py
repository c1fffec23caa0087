"""What linting found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coach.course.reading_grade import Grade
from coach.errors import Fault


@dataclass(frozen=True, slots=True)
class LessonGrades:
    """How hard one lesson is to read, by who reads it."""

    path: Path
    child: Grade
    grown_up: Grade


@dataclass(frozen=True, slots=True)
class Linted:
    """Everything found in some files."""

    faults: tuple[Fault, ...]
    grades: tuple[LessonGrades, ...]
    """One for each lesson in English."""
    left_out: tuple[Path, ...]
    """Lessons in other languages: how hard they read and what Coach flags in them was not looked at."""
