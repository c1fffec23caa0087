"""`coach lessons`: what authors type."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli import run
from coach.cli.lessons.folders import VARIABLE
from tests.cli.running import coach


@pytest.fixture
def own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["lessons", "new", "Late at night", "--folder", str(tmp_path)]) == 0
    assert "01-late-at-night.md" in capsys.readouterr().out
    return tmp_path


def test_a_new_lesson_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lessons", "new", "Late at night", "--folder", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    path = tmp_path / "01-late-at-night.md"
    assert path.is_file()
    assert f"coach lessons preview {path}" in out
    assert f"coach lessons lint {path}" in out


def test_own_lessons_are_listed(own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["lessons", "list", "--lessons", str(own)]) == 0
    assert "Late at night (10 minutes) (added)" in capsys.readouterr().out
    monkeypatch.setenv(VARIABLE, f"{own}:{own / 'none'}")
    assert run(["lessons", "list"]) == 0
    out = capsys.readouterr().out
    assert "Late at night" in out
    assert f"cannot be opened: {own / 'none'}" in out


def test_grades_are_printed_and_faults_are_json(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lessons", "lint", str(own)]) == 0
    assert "reading grades: 8-10, 11-14, grown-up" in capsys.readouterr().out
    path = own / "01-late-at-night.md"
    path.write_text(path.read_text().replace("minutes: 10", "minutes: ten"), encoding="utf-8")
    assert run(["lessons", "lint", "--format", "json", str(own)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["faults"] == [
        {
            "path": str(path),
            "line": 4,
            "column": 1,
            "problem": "`minutes` is not a whole number",
            "fix": "write a number such as `12`",
            "quote": "minutes: ten",
        }
    ]
    assert found["grades"][0]["younger"] < 5


@pytest.mark.parametrize(
    ("text", "verdict", "status"),
    [
        ("the beach looks so fun", "you-decide", 0),
        ("beach", "lost-the-point", 1),
        ("lol beach \U0001f92e", "still-flagged", 1),
        ("come to the beach, add me on snap", "not-safe", 1),
    ],
)
def test_an_answer_is_tried(text: str, verdict: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lessons", "try", "mean-words", "the-beach-picture", text]) == status
    assert capsys.readouterr().out.splitlines()[0] == verdict
    assert run(["lessons", "try", "mean-words", "the-beach-picture", "--format", "json", *text.split()]) == status
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["verdict", "missing", "flags"]
    assert found["verdict"] == verdict
    assert bool(found["missing"]) == (verdict == "lost-the-point")
    assert all(text[flag["start"] : flag["end"]] == flag["phrase"] for flag in found["flags"])


@pytest.mark.parametrize(
    ("step", "text", "verdict", "status"),
    [
        (["the-fence", "your-comment"], "do the braces hurt?", "you-decide", 0),
        (["number-twelve", "the-message-ivo-needs"], "leo is such a loser", "still-flagged", 1),
        (["number-twelve", "the-message-ivo-needs"], "u played fine", "you-decide", 0),
    ],
)
def test_an_answer_to_a_case_is_tried(
    step: list[str], text: str, verdict: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lessons", "try", *step, text]) == status
    assert capsys.readouterr().out.splitlines()[0] == verdict


@pytest.mark.parametrize(
    ("arguments", "verdict", "status"),
    [
        (["following", "if-you-tell-me-first", "thank you for telling me, i am here"], "you-decide", 0),
        (["following", "if-you-tell-me-first", "give me your phone", "--age", "11-14"], "still-flagged", 1),
        (["strangers", "pixelfox-writes", "the one by the river"], "still-flagged", 1),
        (["strangers", "pixelfox-writes", "not telling haha"], "you-decide", 0),
    ],
)
def test_first_words_and_answers_in_a_chat_are_tried(
    arguments: list[str], verdict: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lessons", "try", *arguments]) == status
    assert capsys.readouterr().out.splitlines()[0] == verdict


def test_an_answer_is_read_from_standard_input() -> None:
    status, out, err = coach(
        "lessons", "try", "mean-words", "the-beach-picture", "-", stdin=b"did u swim at the beach?\n"
    )
    assert (status, err) == (0, "")
    assert out.startswith("you-decide\n")


def test_the_folder_of_a_first_lesson_is_made(tmp_path: Path) -> None:
    assert run(["lessons", "new", "Dares", "--folder", str(tmp_path / "lessons")]) == 0
    assert run(["lessons", "new", "Dares", "--case", "--folder", str(tmp_path / "lessons")]) == 0
    assert [path.name for path in sorted(tmp_path.rglob("*.md"))] == ["01-dares.md", "dares.md"]
    assert run(["lessons", "new", "Dares", "--folder", str(tmp_path / "lessons/01-dares.md")]) == 2


def test_an_answer_to_an_own_lesson_is_tried(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    step = ["late-at-night", "now-in-your-words"]
    assert run(["lessons", "try", "--lessons", str(own), *step, "i want to be alone for a bit"]) == 0
    path = own / "01-late-at-night.md"
    path.write_text(path.read_text().replace("minutes: 10", "minutes: 10\nlanguage: de"), encoding="utf-8")
    capsys.readouterr()
    assert run(["lessons", "try", "--lessons", str(own), *step, "lass mich", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"verdict": None, "missing": [], "flags": []}


@pytest.mark.parametrize(
    "arguments",
    [
        ["lessons", "try", "no-such", "a-step", "words"],
        ["lessons", "try", "mean-words", "no-such", "words"],
        ["lessons", "try", "mean-words", "joke-or-not", "words"],
        ["lessons", "try", "who-can-message-you", "a-step", "words"],
        ["lessons", "lint", "no-such.md"],
        ["lessons", "list", "--lessons", "no-such"],
        ["lessons", "new", "???"],
        ["lessons", "new", "Title", "--folder", "no-such/lessons"],
        ["lessons", "new", "Title", "--language", "de"],
        ["lessons", "preview", "no-such.md"],
        ["lesson", "strangers", "--lessons", "no-such", "--plain"],
    ],
)
def test_a_wrong_call_is_told_with_its_fix(arguments: list[str]) -> None:
    status, out, err = coach(*arguments)
    assert (status, out) == (2, "")
    assert "fix: " in err


def test_a_preview_needs_a_terminal(own: Path) -> None:
    status, _, err = coach("lessons", "preview", str(own / "01-late-at-night.md"))
    assert status == 2
    assert "coach lessons lint" in err
