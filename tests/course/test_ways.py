from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.course.writing import faults_in, lesson_of, write

Ways = Mapping[str, tuple[str, ...]]


def steps(ways: Ways) -> str:
    """A step for each key, with options that lead where its values say; `>` leads to the next step."""
    return "".join(f"## {name}\n\nText.\n\n{options(targets)}\n" for name, targets in ways.items())


def options(targets: tuple[str, ...]) -> str:
    texts = (f"Go {n}" if target == ">" else f"[Go {n}](#{target})" for n, target in enumerate(targets))
    return "".join(f"- [x] {text}\n  > Yes.\n" for text in texts)


@pytest.mark.parametrize(
    "ways",
    [
        {"a": (), "b": ()},
        {"a": ("b", "c"), "b": (), "c": ()},
        {"a": ("c", ">"), "b": ("a", ">"), "c": ()},
        {"a": ("c", "b"), "b": ("a", "c"), "c": (">", "a")},
    ],
)
def test_every_step_is_reached_and_left(tmp_path: Path, ways: Ways) -> None:
    assert len(lesson_of(tmp_path, steps(ways)).steps) == len(ways)


@pytest.mark.parametrize(
    ("ways", "problems"),
    [
        ({"a": ("c", "c"), "b": (), "c": ()}, ["unreachable step"]),
        ({"a": ("c", "c"), "b": ("b", ">"), "c": ()}, ["unreachable step"]),
        ({"a": (">", "c"), "b": ("a", ">"), "c": ("a", "b")}, ["the lesson never ends from here"] * 3),
        ({"a": (">", "c"), "b": ("b", "b"), "c": ()}, ["the lesson never ends from here"]),
    ],
)
def test_a_step_without_a_way_is_a_fault(tmp_path: Path, ways: Ways, problems: list[str]) -> None:
    assert [problem for _, _, problem in faults_in(write(tmp_path, steps(ways)))] == problems


def test_a_link_to_nowhere_alone_is_told_and_not_what_follows_from_it(tmp_path: Path) -> None:
    found = faults_in(write(tmp_path, steps({"a": ("c", "bb"), "b": (), "c": ()})))
    assert [problem for _, _, problem in found] == ["unknown heading `#bb`"]
