"""What was done of a lesson leads back the way it was walked, and to what is left open."""

from __future__ import annotations

from pathlib import Path

from coach.course import Walked
from coach.models import Progress
from tests.course.samples import every_kind


def test_back_leads_the_way_that_was_walked_then_through_the_lesson(tmp_path: Path) -> None:
    lesson = every_kind(tmp_path)
    first, second, third, fourth = lesson.steps[:4]
    walked = Walked(lesson, third)
    walked.pass_by(third)
    assert [walked.back_from(fourth), walked.back_from(third), walked.back_from(second)] == [third, second, first]
    assert walked.back_from(first) is first
    assert not walked.leads_back(first)


def test_what_is_open_closes_by_any_answer_now_or_earlier(tmp_path: Path) -> None:
    lesson = every_kind(tmp_path)
    walked = Walked(lesson, lesson.steps[0])
    for step in lesson.steps:
        walked.pass_by(step)
    slug = walked.still_open[0].slug
    walked.answer(slug)
    assert walked.still_open == ()
    earlier = Walked(lesson, lesson.steps[-1], Progress(step=lesson.steps[-1].slug, answered=True))
    assert earlier.still_open == ()
