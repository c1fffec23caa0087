"""Lessons: reading them, creating new ones, judging answers, finding the next step.

The function that checks messages is passed in; nothing here imports spaCy or Textual. The linter is
`coach.course.lint`.
"""

from coach.course.case_file import read_at, read_case
from coach.course.doors_file import doors_files, read_doors
from coach.course.folders import lessons_path
from coach.course.judge import Check, judge_choice, judge_sort
from coach.course.new_case import new_case
from coach.course.new_lesson import new_lesson, new_translation
from coach.course.night import course_is_done, night_of, night_words, place_in_night, promise_as_made, promise_of
from coach.course.own_lessons import Course, read_course
from coach.course.people import about_others
from coach.course.reader import read_lesson, read_lessons
from coach.course.reply_judge import judge_reply
from coach.course.rewrite_judge import NO_RULES, judge_rewrite, refused
from coach.course.spared import held_against, names_a_trick
from coach.course.tell_judge import judge_first_words
from coach.course.together import (
    NOBODY_WINS,
    Compared,
    compare,
    flags_in,
    judge_harm,
    pieces_of,
    reasons_of,
    said_of_unread,
)
from coach.course.walk import (
    branch_of,
    is_played,
    left_open,
    next_step,
    place_of,
    position_of,
    resume_at,
    step_called,
    steps_before,
)
from coach.course.walked import Walked
from coach.course.week import another_case, is_done, this_weeks_case, today, with_case

__all__ = [
    "NOBODY_WINS",
    "NO_RULES",
    "Check",
    "Compared",
    "Course",
    "Walked",
    "about_others",
    "another_case",
    "branch_of",
    "compare",
    "course_is_done",
    "doors_files",
    "flags_in",
    "held_against",
    "is_done",
    "is_played",
    "judge_choice",
    "judge_first_words",
    "judge_harm",
    "judge_reply",
    "judge_rewrite",
    "judge_sort",
    "left_open",
    "lessons_path",
    "names_a_trick",
    "new_case",
    "new_lesson",
    "new_translation",
    "next_step",
    "night_of",
    "night_words",
    "pieces_of",
    "place_in_night",
    "place_of",
    "position_of",
    "promise_as_made",
    "promise_of",
    "read_at",
    "read_case",
    "read_course",
    "read_doors",
    "read_lesson",
    "read_lessons",
    "reasons_of",
    "refused",
    "resume_at",
    "said_of_unread",
    "step_called",
    "steps_before",
    "this_weeks_case",
    "today",
    "with_case",
]
