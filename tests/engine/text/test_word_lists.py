"""Word lists of the engine: each is used by its folder, and a broken file says what is wrong and where."""

from __future__ import annotations

from pathlib import Path

import pytest

import coach.engine
from coach.engine.text.word_lists import word_list, word_lists
from coach.errors import AuthorError

ENGINE = Path(coach.engine.__file__).parent
FILES = sorted(ENGINE.glob("*/words.toml"))
LISTS = [(file, name) for file in FILES for name in word_lists(file)]
BROKEN = [
    ("you = [", 1, "not TOML"),
    ('you = ["you"]\nme = "i"', 2, "`me` is not a list of words"),
    ("you = []", 1, "`you` is not a list of words"),
    ("you = [1]", 1, "`you` is not a list of words"),
    ('you = [""]', 1, "`you` is not a list of words"),
    ('not-you = ["x"]\nyou = ["You"]', 2, "`You` in `you` has a capital"),
    ('you = ["u", "you", "u"]', 1, "`u` is in `you` twice"),
    ('"fan club" = ["FC"]', 1, "`FC` in `fan club` has a capital"),
    ("[you]\nme = 'i'", 1, "`you` is not a list of words"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "words.toml"


def test_the_words_of_a_list_are_read(file: Path) -> None:
    file.write_text('# Who is spoken to.\nyou = ["you", "u"]\n', encoding="utf-8")
    assert word_list(file, "you") == {"you", "u"}


@pytest.mark.parametrize(("text", "line", "problem"), BROKEN)
def test_a_broken_file_says_what_is_wrong_where_and_how_to_fix_it(
    file: Path, text: str, line: int, problem: str
) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorError) as raised:
        word_list(file, "you")
    assert str(raised.value).startswith(f"{file}:{line}:1: {problem}")
    assert "\n    fix: " in str(raised.value)


def test_all_faults_are_listed_at_once(file: Path) -> None:
    file.write_text('you = ["U"]\nme = ["i", "i"]\n', encoding="utf-8")
    with pytest.raises(AuthorError) as raised:
        word_list(file, "you")
    assert [fault.line for fault in raised.value.faults] == [1, 2]


def test_a_missing_list_is_named(file: Path) -> None:
    file.write_text('me = ["i"]', encoding="utf-8")
    with pytest.raises(AuthorError, match="the list `you` is missing"):
        word_list(file, "you")


@pytest.mark.parametrize(("file", "name"), LISTS, ids=lambda one: one.parent.name if isinstance(one, Path) else one)
def test_every_list_is_used_by_the_code_beside_it(file: Path, name: str) -> None:
    assert any(f'"{name}"' in path.read_text(encoding="utf-8") for path in file.parent.glob("*.py"))


def test_lists_are_there() -> None:
    assert len(LISTS) > 20
