"""`coach case`: this week's, a named one, and a name that nobody knows."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from coach.cli import run
from coach.course import read_course
from coach.family import FamilyFile, family_path
from coach.models import Family, Progress


@pytest.fixture(autouse=True)
def nothing_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"q\n"), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)


def test_this_weeks_case_is_one_of_the_lesson_that_was_practised(capsys: pytest.CaptureFixture[str]) -> None:
    FamilyFile(family_path()).save(Family(progress={"post-together": Progress(step="", finished=True)}))
    assert run(["case", "--plain"]) == 0
    of_the_lesson = ("Mum wants to post. ", "Dad comments. ", "Sam asleep. ")
    assert capsys.readouterr().out.startswith(of_the_lesson)


def test_a_case_is_opened_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["case", "number-twelve", "--plain"]) == 0
    assert "Number twelve. " in capsys.readouterr().out


def test_a_family_night_is_opened_and_its_day_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    FamilyFile(family_path()).save(Family(nights=(date(2027, 1, 6),)))
    assert run(["night", "--plain"]) == 0
    assert "Family night. " in capsys.readouterr().out
    assert run(["family", "show"]) == 0
    assert "Family nights: 1, the last one on 2027-01-06." in capsys.readouterr().out


def test_an_unknown_case_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["case", "strangers", "--plain"]) == 2
    error = capsys.readouterr().err
    assert "unknown case 'strangers'" in error
    assert "fix: choose one of: a-gift-from-foxtail" in error


def test_cases_are_listed_and_started(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["lessons", "list"]) == 0
    out = capsys.readouterr().out
    assert "    one-hour             One hour (ages 11-14, practises pictures-and-threats)" in out
    assert sum(line.startswith("    ") for line in out.splitlines()) == len(read_course().cases)
    assert run(["lessons", "new", "Late laughs", "--case", "--folder", str(tmp_path)]) == 0
    assert str(tmp_path / "cases" / "late-laughs.md") in capsys.readouterr().out
    assert run(["lessons", "new", "Late laughs", "--case", "--number", "3"]) == 2
    assert "fix: leave one of them out" in capsys.readouterr().err
