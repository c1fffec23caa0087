"""Translations that Coach ships: complete, and walked without a verdict, as there are no rules for their language."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import NO_RULES, lessons_path, read_lesson
from coach.course.folders import lesson_called
from coach.course.lint import lint_paths
from coach.models import AgeGroup
from tests.course.writing import HEAD, check, write
from tests.plain.driver import lines_of, walked, ways

FILES = sorted(lessons_path().glob("*/[0-9][0-9]-*.md"))
STALE = ("has changed in the original", "is new in the original", "was removed from the original")
"""Faults of translations whose original moved on; only who knows the language can help."""


def test_there_is_one_to_look_at() -> None:
    assert [path.parent.name for path in FILES] == ["de"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_in_it_is_still_english(path: Path) -> None:
    faults = [fault for fault in lint_paths([path], check).faults if not fault.problem.endswith(STALE)]
    assert [str(fault) for fault in faults] == []
    lesson = read_lesson(path)
    assert lesson.language == path.parent.name
    assert lesson_called(lesson.original, lessons_path())


@pytest.mark.parametrize("age", AgeGroup)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_walked_and_the_two_decide_alone(path: Path, age: AgeGroup, tmp_path: Path) -> None:
    lesson = read_lesson(path).for_age(age)
    way = next(ways(lesson))
    lines = [
        line for step, option in way for line in _without_verdict(step.rewrite is not None, lines_of([(step, option)]))
    ]
    out, left = walked(lesson, lines, tmp_path / "family.json", check)
    assert left == ""
    assert "You did it, together!" in out
    assert NO_RULES in " ".join(out.split())
    assert "Coach marks" not in out
    assert "Look at" not in out


def _without_verdict(is_draft: bool, lines: list[str]) -> list[str]:
    """In a draft, type one answer and let both say yes."""
    return ["irgendwas", "1", "1"] if is_draft else lines


UNJUDGED = """\
## Eins

```received
audience: group
Leo: how ugly
```

## Zwei

```duel
start: ur ugly
marks: unkind/looks
audience: friend
passes:
- so
- und so
fails:
- ugly
- so ugly
```

## Drei

```tell
says: Etwas.
- [ ] Warum? -> Nein.
- [x] Gut. -> Ja.
```
"""


def test_no_practice_gives_a_verdict(tmp_path: Path) -> None:
    path = write(tmp_path, UNJUDGED, head=HEAD.replace("minutes: 12", "minutes: 12\nlanguage: de"))
    lines = ["", "", "ugly", "", "", "", "1", "2", "", "ugly", "1"]
    out, left = walked(read_lesson(path), lines, tmp_path / "family.json", check)
    assert left == ""
    assert " ".join(out.split()).count(NO_RULES) == 3
    assert "Look at" not in out
    assert "Coach marks" not in out
