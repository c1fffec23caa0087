"""A fault shows its place: file, line, column, the line with a caret, and the fix."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.errors import Fault


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("ab cd", 4, ["ab cd", "   ^"]),
        ("\t  ab", 5, ["ab", " ^"]),
        ("あ b", 3, ["あ b", "   ^"]),
        ("a" * 200 + "B" + "c" * 200, 201, [f"…{'a' * 48}B{'c' * 23}…", f"{' ' * 49}^"]),
        ("a" * 71 + "B", 72, [f"{'…'}{'a' * 48}B", f"{' ' * 49}^"]),
        ("", 1, []),
    ],
)
def test_the_line_is_shown_with_a_caret_under_the_place(line: str, column: int, shown: list[str]) -> None:
    told = str(Fault(Path("a.toml"), 3, column, "wrong", "put it right", line)).split("\n")
    assert told == [f"a.toml:3:{column}: wrong", *(f"    {one}" for one in shown), "    fix: put it right"]


def test_a_line_break_in_the_name_of_a_file_is_shown_escaped() -> None:
    fault = Fault(Path("unkind/looks/a\nb.toml"), 0, 1, "x", "y")
    assert str(fault) == f"{Path('unkind/looks')}{os.sep}a\\nb.toml:1:1: x\n    fix: y"
