"""The help lines of a pack: errors that a teacher understands, and no line without a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import AuthorError
from coach.helplines import lines_of

LINE = """[[line]]
country = "GB"
place = "Our school"
kind = "child"
name = "The quiet room"
reach = "01632 960 001"
hours = "school days"
source = "the school's handbook"
dated = "2026-11"
checked = 2026-11-01
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "help-lines.toml"


def test_no_line_is_better_than_one_without_a_source(path: Path) -> None:
    path.write_text("# Nauru: no page names a line there.\n")
    assert lines_of(path, "a") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "problem", "fix"),
    [
        ('"GB"', '"Nauru"', 2, "`country` is not written as it should be", 'write it like `country = "GB"`'),
        ("2026-11-01", '"never"', 10, "`checked` is not a date", "write it like `checked = 2026-11-29`"),
        ('dated = "2026-11"\n', "", 1, "`dated` is missing", 'add `dated = "2026-11"`'),
        ("the school's handbook", "None", 8, "`source` is `None`", "or leave the line out"),
        ("the school's handbook", "?", 8, "`source` is `?`", "or leave the line out"),
        ('"child"', '"children"', 4, "`kind`: Input should be 'child'", 'write it like `kind = "child"`'),
    ],
)
def test_an_error_names_the_line_and_shows_an_example(
    path: Path, old: str, new: str, line: int, problem: str, fix: str
) -> None:
    path.write_text(LINE.replace(old, new))
    with pytest.raises(AuthorError) as caught:
        lines_of(path, "a")
    (fault,) = caught.value.faults
    assert (fault.line, problem in fault.problem, fix in fault.fix) == (line, True, True), fault
