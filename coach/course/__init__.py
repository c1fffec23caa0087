"""Lessons: reading them, creating new ones, judging answers, finding the next step.

The function that checks messages is passed in; nothing here imports spaCy or Textual. The linter is
`coach.course.lint`.
"""

from coach.course.doors_file import doors_files, read_doors
from coach.course.folders import lessons_path
from coach.course.judge import Check, judge_choice, judge_sort
from coach.course.new_lesson import new_lesson, new_translation
from coach.course.own_lessons import Course, read_course
from coach.course.reader import read_lesson, read_lessons
from coach.course.rewrite_judge import YOU_DECIDE, judge_rewrite
from coach.course.walk import branch_of, next_step, place_of, position_of, resume_at, step_called

__all__ = [
    "YOU_DECIDE",
    "Check",
    "Course",
    "branch_of",
    "doors_files",
    "judge_choice",
    "judge_rewrite",
    "judge_sort",
    "lessons_path",
    "new_lesson",
    "new_translation",
    "next_step",
    "place_of",
    "position_of",
    "read_course",
    "read_doors",
    "read_lesson",
    "read_lessons",
    "resume_at",
    "step_called",
]
