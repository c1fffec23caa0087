"""The shipped lessons and cases, read once a process: tables of tests are made from them."""

from __future__ import annotations

from functools import cache

from coach.course import Course, read_course


@cache
def shipped_course() -> Course:
    """The lessons and cases that Coach ships."""
    return read_course()
