"""A family's own lessons: none of them stops the course, and none reads outside its folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coach.course import new_lesson, read_course
from coach.course.own_lessons import MAX_OWN
from tests.shipped_course import shipped_course

SHIPPED = shipped_course().lessons


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    new_lesson("Late at night", folder)
    return folder


def test_own_lessons_come_after_the_shipped_ones(own: Path) -> None:
    course = read_course([own])
    assert course.lessons[:-1] == SHIPPED
    assert course.first_own == course.lessons[-1].name == "late-at-night"
    assert course.own == {"late-at-night"}
    assert not course.broken


def test_a_broken_lesson_is_left_out_and_named(own: Path) -> None:
    broken = own / "02-broken.md"
    broken.write_bytes(b"\xff\xfe")
    taken = new_lesson(SHIPPED[0].name, own, 3)
    course = read_course([own])
    assert course.own == {"late-at-night"}
    assert set(course.broken) == {broken, taken}


def test_lessons_that_share_a_number_are_named(own: Path) -> None:
    double = own / "01-again.md"
    double.write_bytes((own / "01-late-at-night.md").read_bytes())
    course = read_course([own])
    assert len(course.own) == 1
    assert len(course.broken) == 1


def test_links_to_outside_are_not_read(own: Path, tmp_path: Path) -> None:
    new_lesson("Outside", tmp_path)
    link = own / "05-outside.md"
    link.symlink_to(tmp_path / "01-outside.md")
    course = read_course([own])
    assert course.own == {"late-at-night"}
    assert course.broken == (link,)


@pytest.mark.parametrize("name", ["empty", "no-such"])
def test_a_folder_without_lessons_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    assert read_course([tmp_path / name]).broken == (tmp_path / name,)


def test_a_folder_full_of_lessons_does_not_hang(tmp_path: Path) -> None:
    for number in range(MAX_OWN + 20):
        (tmp_path / f"{number % 100:02}-a{number}.md").write_text("x", encoding="utf-8")
    assert tmp_path in read_course([tmp_path]).broken


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders")
def test_what_is_no_file_is_not_waited_for(own: Path) -> None:
    pipe = own / "07-pipe.md"
    os.mkfifo(pipe)
    assert read_course([own]).broken == (pipe,)
