"""Several drafts of one idea."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import judge_rewrite
from coach.course.lint.lesson_lint import LessonLint
from coach.course.rewrite_judge import FIRST_WORDS
from coach.source import read_source
from tests.course.writing import check, faults_in, lesson_of, write
from tests.plain.driver import walked

STARTS = """\
## Here

```draft
starts:
- ur pic is ugly
- lol what an ugly pic
audience: friend
keep: pic
wants: says-something-kind
hint: Say what you see.
solution: I like this pic.
```
"""


def test_one_idea_may_have_several_drafts(tmp_path: Path) -> None:
    task = lesson_of(tmp_path, STARTS).steps[0].rewrite
    assert task is not None
    assert task.starts == ("ur pic is ugly", "lol what an ugly pic")
    for start in task.starts:
        assert judge_rewrite(task, start, check).words == FIRST_WORDS


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("starts:\n", "start: u\nstarts:\n", 10, "both `start` and `starts`"),
        ("- lol what an ugly pic\n", "", 10, "number of drafts in `starts` is 1: 2 to 5 allowed"),
        ("starts:\n- ur pic is ugly\n- lol what an ugly pic\n", "", 9, "`start` is missing"),
        ("an ugly pic", "an ugly thing", 10, "`pic` from `keep` is missing in `starts`"),
    ],
)
def test_what_is_wrong_with_several_drafts(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert (line, 1, problem) in faults_in(write(tmp_path, STARTS.replace(old, new)))


def test_lint_looks_at_every_draft(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, STARTS.replace("an ugly pic", "a pic"))
    problems = {fault.problem for fault in LessonLint(read_source(tmp_path / "03-some.md"), check).faults(lesson)}
    assert "Coach flags nothing in `start`" in problems


def test_the_family_asks_for_another_draft_line_by_line(tmp_path: Path) -> None:
    lines = ["d", "d", "i like this pic", "1", "1"]
    out, left = walked(lesson_of(tmp_path, STARTS), lines, tmp_path / "family.json", check)
    assert left == ""
    said = [line for line in out.splitlines() if line.startswith("It says: ")]
    assert said == [f"It says: {start}" for start in ("ur pic is ugly", "lol what an ugly pic", "ur pic is ugly")]
