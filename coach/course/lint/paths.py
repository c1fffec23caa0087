"""Lints files and folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coach.course.case_file import CaseFile
from coach.course.doors_file import doors_files, read_doors
from coach.course.folders import case_files, is_case, is_inside, lesson_files, taken_by_coach
from coach.course.judge import Check
from coach.course.lesson_file import LessonFile
from coach.course.lint.case_shape import case_faults
from coach.course.lint.duration import longer_than_stated, minutes_of
from coach.course.lint.lesson_lint import LessonLint
from coach.course.lint.linted import LessonGrades, Linted
from coach.course.lint.marks import wrong_marks
from coach.course.lint.one_box import one_box_for_all
from coach.course.lint.reading import grades_of
from coach.course.lint.rhythm import average, uneven
from coach.course.lint.skips import skips
from coach.course.lint.stale import Translation
from coach.course.lint.tone import one_tone
from coach.course.lint.wholeness import missing_parts
from coach.course.reader import MAX_LESSON, doubles, link_out, no_lesson_in, taken_name
from coach.errors import AuthorError, Fault
from coach.models import AgeGroup, Lesson
from coach.source import open_source


def lint_paths(paths: Iterable[Path], check: Check) -> Linted:
    """Lint lessons and doors files, or folders of them, and return the results in order."""
    look = _Look(check)
    files = dict.fromkeys(path for given in paths for path in look.files(given))
    for path in files:
        look.at(path)
    look.faults.extend(map(taken_name, taken_by_coach(path for path in files if path.suffix != ".toml")))
    return look.linted()


@dataclass
class _Look:
    """The results so far."""

    check: Check
    faults: list[Fault] = field(default_factory=list)
    grades: list[LessonGrades] = field(default_factory=list)
    left_out: list[Path] = field(default_factory=list)

    def files(self, path: Path) -> Iterator[Path]:
        """List the files to lint: `path` itself, or the files in it."""
        if not path.is_dir():
            yield path
            return
        lessons = lesson_files(path)
        if not (lessons or case_files(path)):
            self.faults.append(no_lesson_in(path))
        self.faults.extend(doubles(lessons))
        for file in (*lessons, *doors_files(path), *case_files(path)):
            if is_inside(file, path):
                yield file
            else:
                self.faults.append(link_out(file))

    def at(self, path: Path) -> None:
        """Lint one file."""
        try:
            if path.suffix == ".toml":
                read_doors(path)
            elif is_case(path):
                self._case(path)
            else:
                self._lesson(path)
        except AuthorError as error:
            self.faults.extend(error.faults)

    def linted(self) -> Linted:
        """Return the results, without duplicates."""
        return Linted(tuple(sorted(set(self.faults))), tuple(self.grades), tuple(self.left_out))

    def _lesson(self, path: Path) -> None:
        file = LessonFile(open_source(path, MAX_LESSON))
        lesson = file.read_as_far()
        self.faults.extend(file.source.faults)
        if lesson is None:
            return
        self.faults.extend(LessonLint(file.source, self.check).faults(lesson))
        self.faults.extend(missing_parts(file.source, file.steps))
        self.faults.extend(wrong_marks(file.source, lesson, self.check))
        self.faults.extend(skips(file.source, lesson))
        self.faults.extend(one_box_for_all(file.source, lesson))
        self.faults.extend(one_tone(file.source, lesson))
        if lesson.original:
            self.faults.extend(Translation(file.source, lesson).faults())
        if lesson.is_english:
            self.faults.extend(uneven(file.source, lesson))
            self.faults.extend(longer_than_stated(file.source, lesson))
            self._measure(path, lesson)
        else:
            self.left_out.append(path)

    def _case(self, path: Path) -> None:
        file = CaseFile(open_source(path, MAX_LESSON))
        case = file.read_as_far()
        self.faults.extend(file.source.faults)
        if case is None:
            return
        self.faults.extend(LessonLint(file.source, self.check).faults(case))
        self.faults.extend(wrong_marks(file.source, case, self.check))
        self.faults.extend(case_faults(file.source, case, self.check))
        self.faults.extend(skips(file.source, case))
        self.faults.extend(one_box_for_all(file.source, case))
        ages = [case.age] if case.age else list(AgeGroup)
        self.faults.extend(one_tone(file.source, case, ages))
        if case.is_english:
            self.faults.extend(uneven(file.source, case, ages))
            self.faults.extend(longer_than_stated(file.source, case, ages))
            self._measure(path, case)
        else:
            self.left_out.append(path)

    def _measure(self, path: Path, lesson: Lesson) -> None:
        found = LessonGrades(
            path,
            *grades_of(lesson),
            younger_words=average(lesson, AgeGroup.YOUNGER),
            older_words=average(lesson, AgeGroup.OLDER),
            stated=lesson.minutes,
            younger_minutes=minutes_of(lesson, AgeGroup.YOUNGER),
            older_minutes=minutes_of(lesson, AgeGroup.OLDER),
        )
        self.grades.append(found)
