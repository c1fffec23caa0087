"""Things to do on a real phone are spread over a lesson."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.models import Lesson
from tests.shipped_course import shipped_course


@pytest.mark.parametrize("lesson", shipped_course().lessons, ids=lambda lesson: lesson.name)
def test_no_two_chores_on_a_phone_follow_each_other(lesson: Lesson) -> None:
    assert [(one.heading, other.heading) for one, other in pairwise(lesson.steps) if one.show and other.show] == []
