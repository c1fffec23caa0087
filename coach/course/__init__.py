"""Lessons: read, lint, judge an answer, find the next step.

What checks a message comes in as an argument; nothing here imports spaCy or Textual.
"""

from coach.course.judge import Check, judge_choice, judge_rewrite
from coach.course.lint import lint_lesson, lint_paths
from coach.course.reader import lessons_path, read_lesson, read_lessons
from coach.course.walk import branch_of, next_step, place_of, position_of, resume_at, step_called

__all__ = [
    "Check",
    "branch_of",
    "judge_choice",
    "judge_rewrite",
    "lessons_path",
    "lint_lesson",
    "lint_paths",
    "next_step",
    "place_of",
    "position_of",
    "read_lesson",
    "read_lessons",
    "resume_at",
    "step_called",
]
