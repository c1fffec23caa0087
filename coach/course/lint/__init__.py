"""What reading alone does not show: whether a lesson works, can be read by a child, and fits a screen."""

from coach.course.lint.linted import LessonGrades, Linted
from coach.course.lint.paths import lint_paths

__all__ = ["LessonGrades", "Linted", "lint_paths"]
