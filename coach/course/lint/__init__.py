"""Lints lessons beyond their syntax: do they work, can a child read them, do they fit a screen?"""

from coach.course.lint.linted import LessonGrades, Linted
from coach.course.lint.paths import lint_paths

__all__ = ["LessonGrades", "Linted", "lint_paths"]
