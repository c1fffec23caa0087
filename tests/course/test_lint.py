from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import lint_lesson, lint_paths
from tests.course.writing import check, lesson_of, write

DRAFT = "## Here\n\n```draft\nstart: ur ugly\nhint: Look.\nsolution: I like it.\n```\n"
OPTIONS = "- [ ] Say yes\n  > No.\n- [x] Say no\n  > Good.\n"


def found(folder: Path, body: str) -> list[tuple[int, int, str]]:
    faults = lint_lesson(lesson_of(folder, body), folder / "03-some.md", check)
    return [(fault.line, fault.column, fault.problem) for fault in faults]


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("ur ugly", "ur nice", (10, 8, "nothing in `start` is flagged")),
        ("ur ugly", "im alone", (10, 8, "nothing in `start` is flagged")),
        ("I like it", "It is not ugly", (12, 11, '"ugly" in `solution` is flagged: unkind/looks')),
        ("I like it", "I am alone", (12, 11, '"alone" in `solution` is flagged: care/hurting')),
    ],
)
def test_a_practice_that_does_not_work(tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]) -> None:
    assert found(tmp_path, DRAFT.replace(old, new)) == [problem]


def test_a_sound_lesson_has_no_faults(tmp_path: Path) -> None:
    assert found(tmp_path, f"{DRAFT}\n## There\n\n{words(15)}.\n\n{OPTIONS}") == []


@pytest.mark.parametrize(
    ("reader", "most"), [("", 15), ("> [!CHILD]\n> ", 15), ("> [!PARENT]\n> ", 25), ("> [!TALK]\n> ", 25)]
)
def test_a_sentence_too_long_for_its_reader(tmp_path: Path, reader: str, most: int) -> None:
    line, column = (9, 1) if not reader else (10, 3)
    assert found(tmp_path, f"## Here\n\n{reader}{words(most)}. {words(most)}!\n") == []
    problem = f"a sentence of {most + 1} words"
    assert found(tmp_path, f"## Here\n\n{reader}{words(most + 1)}.\n") == [(line, column, problem)]


def test_a_long_sentence_is_named_on_its_own_line(tmp_path: Path) -> None:
    body = f"## Here\n\nShort.\nAlso short. This one {words(15)}.\n"
    assert found(tmp_path, body) == [(10, 13, "a sentence of 17 words")]


@pytest.mark.parametrize(("options", "most"), [("", 18), (OPTIONS, 10)])
def test_a_step_too_tall_for_a_screen(tmp_path: Path, options: str, most: int) -> None:
    fits = "".join(f"Line {number}.\n\n" for number in range(most))
    assert found(tmp_path, f"## Here\n\n{fits}{options}") == []
    assert found(tmp_path, f"## Here\n\n{fits}One more.\n\n{options}") == [
        (7, 1, f"the step has {most + 1} lines to read")
    ]


def test_long_lines_are_counted_as_they_wrap(tmp_path: Path) -> None:
    line = "Some words. " * 12
    assert found(tmp_path, "## Here\n\n" + f"{line.strip()}\n\n" * 6) == []
    assert len(found(tmp_path, "## Here\n\n" + f"{line.strip()}\n\n" * 7)) == 1


def test_options_and_answers_too_long(tmp_path: Path) -> None:
    body = "## Here\n\n" + OPTIONS.replace("Say yes", "y" * 67).replace("Good.", "g" * 201)
    assert found(tmp_path, body) == [
        (9, 7, "an option of 67 characters"),
        (12, 5, "an answer of 201 characters"),
    ]


def test_faults_of_reading_and_of_linting_come_together(tmp_path: Path) -> None:
    write(tmp_path, "## Empty\n", "01-a.md")
    write(tmp_path, DRAFT.replace("ugly", "nice"), "02-b.md")
    (tmp_path / "bare").mkdir()
    faults = lint_paths([tmp_path, tmp_path / "02-b.md", tmp_path / "bare", tmp_path / "03-gone.md"], check)
    assert [(fault.path.name, fault.line) for fault in faults] == [
        ("01-a.md", 7),
        ("02-b.md", 10),
        ("03-gone.md", 0),
        ("bare", 0),
    ]
