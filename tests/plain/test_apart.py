"""What the two do apart, line by line, and this week's case in the menu."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from coach.course import Course, read_case, today
from coach.family import FamilyFile
from coach.models import Case, Family, Progress
from coach.plain import Console, PlainSession
from tests.course.test_cases import DECIDE, DUEL, HEAD
from tests.course.writing import check
from tests.plain.driver import walked
from tests.uncounselled import Uncounselled

THREAD = "```received\naudience: group\n# Monday [/]\nLeo: how ugly\n! unkind/looks\nTim: lol [b]\n? It takes a second [/].\n```\n"
TALK = "\n> [!TALK]\n> Why?\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path = tmp_path / "cases" / "a-case.md"
    path.parent.mkdir()
    path.write_text(HEAD + f"## One\n\n{DECIDE}\n## Two\n\n{THREAD}\n## Three\n\n{DUEL}{TALK}", encoding="utf-8")
    return read_case(path)


def test_a_case_is_walked_to_its_end(case: Case, tmp_path: Path) -> None:
    lines = ["9", "1 2", "", "2", "", "i like it", "how ugly", "", "das ist nicht so schlimm", "", ""]
    out, left = walked(case, lines, tmp_path / "family.json", check)
    assert left == ""
    said = " ".join(out.split())
    for words in (
        "Each of you, choose in your head.",
        "Type numbers from 1 to 2.",
        "1. He can count them. 2. He reads it.",
        "Monday [/]: 1. Leo: how ugly 2. Tim: lol [b]",
        '1. Coach marked: how ugly Coach marks "ugly". Looks are hard to change.',
        "2. You marked: lol [b] It takes a second [/].",
        "This goes to a friend.",
        'Look at "ugly" again. Looks are hard to change.',
        "Coach reads English only, and this seems to be something else (German)",
        "Read them out loud.",
        "You did it, together! A goal.",
    ):
        assert words in said
    done = FamilyFile(tmp_path / "family.json").read().progress["a-case"]
    assert done == Progress(step="", finished=True, day=today())


def test_only_who_wrote_is_picked_from(case: Case, tmp_path: Path) -> None:
    before = ["1 2", "", "2", ""]
    alone, _ = walked(case, [*before, "i like it", "", "", ""], tmp_path / "family.json", check)
    assert "Nobody wins or loses here" in alone
    assert "Child wrote, so there is nothing to pick." in " ".join(alone.split())
    assert "Read them out loud." not in alone
    both, _ = walked(case, [*before, "i like it", "", "me too", "", ""], tmp_path / "other.json", check)
    assert "Read them out loud." in both


def test_a_case_that_was_only_looked_through_is_not_done(case: Case, tmp_path: Path) -> None:
    out, left = walked(case, [""] * 6, tmp_path / "family.json", check)
    assert left == ""
    assert "You did it" not in out
    assert "still open" in out
    assert "step 1 of 3: One" in out
    assert "step 2 of 3" not in out
    assert FamilyFile(tmp_path / "family.json").read().progress["a-case"] == Progress(
        step="one", answered=True, looked_through=True
    )


def test_a_thread_without_marks_says_so(case: Case, tmp_path: Path) -> None:
    out, _ = walked(
        case, ["", "", "q"], tmp_path / "family.json", lambda message: check(message.model_copy(update={"text": "hm"}))
    )
    assert "Coach marks nothing here." in out


def test_this_weeks_case_is_in_the_menu(case: Case, tmp_path: Path) -> None:
    family = FamilyFile(tmp_path / "family.json")
    family.save(Family(was_asked=True))
    lines_in, lines_out = io.StringIO("4\n2\nq\n"), io.StringIO()
    course = Course((case,), cases=(case,))
    PlainSession(course, family, lambda _: Uncounselled(check), Console(lines_in, lines_out)).choose()
    out = lines_out.getvalue()
    assert "4. This week's case: A title, 5 minutes" in out
    assert "Step 1 of 3: One" in out
