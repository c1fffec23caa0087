"""Reads one case: a lesson file with a head of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from coach.course.categories import categories_in
from coach.course.folders import is_case
from coach.course.front_matter import FrontMatter
from coach.course.lesson_file import LessonFile
from coach.course.reader import MAX_LESSON, read_lesson
from coach.errors import AuthorError
from coach.models import CASE_MINUTES, AgeGroup, Case, Lesson
from coach.source import open_source

_FIRST = 2
"""The line of the first key."""
_KEYS = {"title": True, "goal": True, "for": True, "lesson": True, "category": False}
_BOTH = "both"
_FOR = (*AgeGroup, _BOTH)
CASE_NAME = re.compile(r"\A(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
"""The file name of a case: `number-twelve.md`."""


def read_case(path: Path) -> Case:
    """Read one case.

    Raises:
        AuthorError: the file is invalid; lists all its faults.
    """
    file = CaseFile(open_source(path, MAX_LESSON))
    case = file.read_as_far()
    if case is None or file.source.faults:
        raise AuthorError(file.source.faults)
    return case


def read_at(path: Path) -> Lesson:
    """Read one lesson, or one case if it is in a folder of cases.

    Raises:
        AuthorError: the file is invalid; lists all its faults.
    """
    return read_case(path) if is_case(path) else read_lesson(path)


class CaseFile(LessonFile):
    """Reads one case and records faults in its source."""

    def read_as_far(self) -> Case | None:
        """Read as much of the case as possible despite its faults; None if it has no steps."""
        self._head = CaseHead(self.source, [])
        lesson = super().read_as_far()
        return Case(**dict(lesson), **self._head.of_case()) if lesson else None

    def _number_and_name(self) -> tuple[int, str]:
        found = CASE_NAME.fullmatch(self.source.path.name)
        if found is None:
            self.source.fault(0, "invalid case file name", "name it like `short-name.md`")
        return 0, found["name"] if found else ""

    def _front_matter(self, nodes: Sequence[SyntaxTreeNode]) -> FrontMatter:
        if not nodes or nodes[0].type != "front_matter" or nodes[0].map is None:
            fix = f"start the file with `---`, {', '.join(key for key, needed in _KEYS.items() if needed)} and `---`"
            self.source.fault(1, "the front matter is missing or not closed", fix)
        else:
            self._head = CaseHead(self.source, self.source.lines[1 : nodes[0].map[1] - 1])
            self._head.check()
        return self._head


class CaseHead(FrontMatter):
    """Reads and checks the keys of one case."""

    _category = ""

    def check(self) -> None:
        """Read the lines and record their faults."""
        self._found = self._source.key_values(_FIRST, self._lines, _KEYS)
        group, category = self._found.get("for", ""), self._found.get("category", "")
        if group and group not in _FOR:
            self._fault("for", f"unknown age `{group}`", f"use one of: {', '.join(_FOR)}", group)
        self._category = next(iter(categories_in(self._source, self._line_of("category"), category)), "")

    def values(self) -> dict[str, Any]:
        """Return the fields that a case shares with a lesson."""
        return {**super().values(), "minutes": CASE_MINUTES}

    def of_case(self) -> dict[str, Any]:
        """Return the fields that only a case has, with defaults for what could not be read."""
        group = self._found.get("for", "")
        return {
            "age": AgeGroup(group) if group in set(AgeGroup) else None,
            "practises": self._found.get("lesson", ""),
            "category": self._category,
        }

    def _line_of(self, key: str) -> int:
        return next((n for n, line in enumerate(self._lines, _FIRST) if line.startswith(f"{key}:")), 1)
