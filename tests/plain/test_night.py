"""A family night, line by line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from coach.course import Course, read_case, today
from coach.family import FamilyFile
from coach.models import Case, Family, Lesson, Progress
from coach.plain import Console, PlainSession
from tests.course.samples import every_kind
from tests.course.test_cases import HEAD
from tests.course.writing import check
from tests.uncounselled import Uncounselled

CASE = "## One\n\n```decide\n- Laugh -> He can count them.\n- Write -> He reads it.\n```\n\n> [!TALK]\n> Why?\n"
WALK = ["", "", "1 2", "", "nice words", "", "other words", "", "", "1"]
"""Count, talk, decide, the duel, and a promise."""


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return every_kind(tmp_path)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path = tmp_path / "cases" / "a-case.md"
    path.parent.mkdir()
    path.write_text(HEAD + CASE, encoding="utf-8")
    return read_case(path)


def played(course: Course, lines: list[str], file: FamilyFile) -> str:
    lines_in, lines_out = io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO()
    PlainSession(course, file, lambda _: Uncounselled(check), Console(lines_in, lines_out)).choose()
    return " ".join(lines_out.getvalue().split())


def test_a_night_is_walked_and_kept_as_a_day_alone(lesson: Lesson, case: Case, tmp_path: Path) -> None:
    file = FamilyFile(tmp_path / "family.json")
    out = played(Course((lesson,), cases=(case,)), ["5", *WALK, "q"], file)
    for words in ("5. Family night: ten minutes together ", "1 2 3 4 5 Count out loud", "A duel", "You promised.",
                  "That was your first family night.", "5. Family night: ten minutes together, had this week"):  # fmt: skip
        assert words in out
    assert "certificate" not in out
    again = played(Course((lesson,), cases=(case,)), ["5", "q"], file)
    assert "You two had your family night today. Any evening next week" in again
    assert "Count out loud" not in again
    family = file.read()
    assert family.nights == (today(),)
    assert family.promises == (lesson.name,)
    assert family.progress == {"a-case": Progress(step="", finished=True, day=today())}


def test_a_promise_can_be_made_in_own_words_and_is_said_again(lesson: Lesson, tmp_path: Path) -> None:
    file = FamilyFile(tmp_path / "family.json")
    duel = ["nice words", "", "other words", "", ""]
    assert "You promised." in played(Course((lesson,)), ["4", "", "", *duel, "2", "I ask you.", "I listen.", "q"], file)
    family = file.read()
    assert family.track.own_words(lesson.name).child == "I ask you."
    assert family.agreement is not None
    assert family.agreement.sides == (("I ask you.",), ("I listen.",))
    file.save(family.model_copy(update={"last_night": None}))
    assert "Child: I ask you." in played(Course((lesson,)), ["4", "", *duel, "1", "q"], file)
    assert file.read().track.own_words(lesson.name).child == "I ask you."


def test_a_night_that_was_only_looked_through_is_none(lesson: Lesson, case: Case, tmp_path: Path) -> None:
    file = FamilyFile(tmp_path / "family.json")
    assert "still open" in played(Course((lesson,), cases=(case,)), ["5", *[""] * 8, "q"], file)
    assert file.read().nights == ()


def test_after_the_course_there_is_a_certificate(lesson: Lesson, tmp_path: Path) -> None:
    file = FamilyFile(tmp_path / "family.json")
    file.save(Family(progress={lesson.name: Progress(step="", finished=True)}, promises=(lesson.name,)))
    page = tmp_path / "it.html"
    walk = ["", "1 2", "", "nice words", "", "other words", "", "", ""]
    out = played(Course((lesson,)), ["4", *walk, str(page), "Zoë", "Ada", "q"], file)
    assert "Did it hold?" in out
    assert f"Savedas{page}" in out.replace(" ", "")  # a long path is wrapped
    assert "Zoë and Ada" in page.read_text(encoding="utf-8")


def test_a_night_goes_on_where_it_was_left(lesson: Lesson, case: Case, tmp_path: Path) -> None:
    file = FamilyFile(tmp_path / "family.json")
    played(Course((lesson,), cases=(case,)), ["5", "", "", "q"], file)
    night = file.read().night
    assert night is not None
    out = played(Course((lesson,), cases=(case,)), ["5", "", "q"], file)
    assert "begun: step 3 of" in out
    assert "You were at step 3 of" in out
    assert file.read().night == night


def test_a_case_that_was_left_goes_on_at_the_first_question_left_open(lesson: Lesson, tmp_path: Path) -> None:
    path = tmp_path / "cases" / "a-case.md"
    path.parent.mkdir()
    path.write_text(HEAD + CASE + CASE.replace("## One", "## Two"), encoding="utf-8")
    course, file = Course((lesson,), cases=(read_case(path),)), FamilyFile(tmp_path / "family.json")
    first = played(course, ["4", "", "q"], file)
    assert "Two" in first, "the question of the first step was passed by"
    assert file.read().progress["a-case"].step == "one"
