"""The other commands: lessons, rules, the app without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli import run
from tests.cli.running import coach


def test_lessons_are_listed_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lessons", "list"]) == 0
    out = capsys.readouterr().out
    for name in ("strangers", "mean-words", "edited-screenshots", "following"):
        assert name in out


def test_shipped_lessons_and_rules_lint_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lessons", "lint"]) == 0
    assert run(["rules", "lint"]) == 0
    assert "all is well" in capsys.readouterr().out


def test_a_broken_lesson_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = tmp_path / "01-broken.md"
    lesson.write_text("---\ntitle: Broken\nminuts: 3\n---\n\n## One\n\ntext\n", encoding="utf-8")
    assert run(["lessons", "lint", str(tmp_path)]) == 1
    assert f"{lesson}:3:" in capsys.readouterr().out


def test_the_app_without_a_terminal_says_so() -> None:
    status, _, err = coach()
    assert status == 2
    assert "needs a terminal" in err


def test_an_unknown_lesson_is_named_even_without_a_terminal() -> None:
    status, _, err = coach("lesson", "nosuch")
    assert status == 2
    assert err.startswith("coach: unknown lesson 'nosuch'\n    fix: choose one of: ")
    assert "needs a terminal" in coach("lesson", "strangers")[2]


def test_help_and_version() -> None:
    assert "coach check" in coach("check", "--help")[1]
    assert coach("--version")[1].startswith("coach ")


@pytest.mark.parametrize(
    ("arguments", "fix"),
    [
        (("check", "--rule", "own", "ur so ugly"), "use --rules"),
        (("check", "--formt", "json", "hi"), "use --format"),
        (("check", "--zzz=1", "hi"), "`coach check --help` lists the options"),
        (("rules", "try", "--rul", "own", "hi"), "use --rules"),
        (("lessons", "lint", "--form=json"), "use --format"),
        (("family", "forget", "--y"), "use --yes"),
        (("--plai",), "use --plain"),
    ],
)
def test_an_option_is_taken_by_its_full_name_only(arguments: tuple[str, ...], fix: str) -> None:
    status, out, err = coach(*arguments)
    option = next(one for one in arguments if one.startswith("--")).partition("=")[0]
    assert (status, out) == (2, "")
    assert err.endswith(f"error: unknown option '{option}'\n    fix: {fix}\n")
