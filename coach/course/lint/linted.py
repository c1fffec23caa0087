"""The results of linting."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coach.course.reading_grade import Grade
from coach.errors import Fault


@dataclass(frozen=True, slots=True)
class LessonGrades:
    """How hard one lesson is to read, for each reader, how long its sentences are, and how long it takes."""

    path: Path
    younger: Grade
    older: Grade
    grown_up: Grade
    younger_words: float
    """The words of a sentence, on average, in what children of 8 to 10 read."""
    older_words: float
    stated: int
    """The `minutes` on top of it."""
    younger_minutes: float
    """About how many minutes it takes with a child of 8 to 10."""
    older_minutes: float


@dataclass(frozen=True, slots=True)
class Linted:
    """The results for some files."""

    faults: tuple[Fault, ...]
    grades: tuple[LessonGrades, ...]
    """One for each English lesson."""
    left_out: tuple[Path, ...]
    """Lessons in other languages, whose reading grade and flags were not checked."""
