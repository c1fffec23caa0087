"""`coach family`: show, add, remove, forget; and `coach check` with the family's words."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.cli import run
from coach.family import FamilyFile, promise
from coach.models import Family, PromiseWords
from tests.cli.running import coach
from tests.running.terminal import Terminal


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert run(arguments) == status
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What standard input holds for the next command."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


Pipe = Callable[[str], None]


def test_a_word_is_kept_masked_revealed_and_removed(
    capsys: pytest.CaptureFixture[str], pipe: Pipe, family_folder: Path
) -> None:
    assert "Nothing is kept" in said(capsys, "family", "show")
    pipe("Thornby\n")
    assert "T******" in said(capsys, "family", "add", "town")
    assert "Thornby" not in said(capsys, "family", "show")
    assert "Thornby" in said(capsys, "family", "show", "--reveal")
    assert said(capsys, "family", "remove", "1") == "Removed.\n"
    assert "T******" not in said(capsys, "family", "show")
    assert (family_folder / "family.json").exists()


def test_each_line_of_standard_input_is_a_word(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("Ada Quill\n\n  Ben Moss\n")
    told = said(capsys, "family", "add", "name")
    assert told.splitlines() == ["Kept: name A** Q****", "Kept: name B** M***"]


def test_a_byte_order_mark_is_not_part_of_the_first_word(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("\ufeffAda Quill\nBen Moss\n")
    assert said(capsys, "family", "add", "name").splitlines() == ["Kept: name A** Q****", "Kept: name B** M***"]


@pytest.mark.parametrize("text", ["Ada Quill\n" * 201, "a" * 64_001], ids=["lines", "characters"])
def test_no_more_words_are_read_than_a_family_has(text: str, capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe(text * 10)
    assert "at most 200 lines and 64,000 characters" in said(capsys, "family", "add", "name", status=2)
    assert "Nothing is kept" in said(capsys, "family", "show")


def test_words_that_are_not_utf8_are_refused() -> None:
    status, _, err = coach("family", "add", "name", stdin="Ada Quill\n".encode("utf-16"))
    assert status == 2
    assert "not UTF-8" in err


def test_no_word_is_kept_where_one_cannot_be(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("Ada Quill\nx\n")
    assert "invalid private word" in said(capsys, "family", "add", "name", status=2)
    assert "Nothing is kept" in said(capsys, "family", "show")


@pytest.mark.parametrize("call", [("add", "name", "Ada Quill"), ("add", "phone", "07700"), ("remove", "Ada Quill")])
def test_private_words_are_refused_as_arguments(
    call: tuple[str, ...], capsys: pytest.CaptureFixture[str], pipe: Pipe
) -> None:
    pipe("Thornby\n")
    told = said(capsys, "family", *call, status=2)
    assert "history" in told
    assert "list of processes" in told
    assert "fix: " in told
    assert call[-1] not in told
    assert "Nothing is kept" in said(capsys, "family", "show")


def test_words_to_remove_are_asked_for_too(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("Thornby\n")
    said(capsys, "family", "add", "town")
    pipe("thornby\n")
    assert said(capsys, "family", "remove") == "Removed.\n"


def test_nothing_typed_is_refused(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("  \n")
    assert "nothing was typed" in said(capsys, "family", "add", "name", status=2)


def test_a_word_typed_at_the_terminal_is_not_shown(family_folder: Path) -> None:
    with Terminal("family", "add", "name", variables={"COACH_FAMILY": str(family_folder)}) as terminal:
        terminal.until("not shown while you type")
        terminal.type("Ada Quill\r")
        assert terminal.end() == 0
    assert b"Quill" not in terminal.written


@pytest.mark.parametrize("command", [["family", "show"], ["check", "hi"]])
def test_a_folder_of_nobody_is_refused(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_FAMILY", "~nosuchuser/x")
    told = said(capsys, *command, status=2)
    assert told.startswith("coach: invalid COACH_FAMILY=~nosuchuser/x: ")
    assert "fix: set it to the folder" in told


def test_a_file_as_the_familys_folder_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "family.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("COACH_FAMILY", str(tmp_path / "family.json"))
    assert "a file, not a folder" in said(capsys, "family", "show", status=2)


def test_an_everyday_word_is_kept_with_a_word_of_warning(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("Lions\n")
    assert "everyday word" in said(capsys, "family", "add", "team")


def test_forgetting_asks_first(capsys: pytest.CaptureFixture[str], pipe: Pipe, family_folder: Path) -> None:
    pipe("Thornby\n")
    said(capsys, "family", "add", "town")
    assert "--yes" in said(capsys, "family", "forget", status=2)
    assert "family.json" in said(capsys, "family", "forget", "--yes")
    assert not family_folder.exists()
    assert "Nothing was kept" in said(capsys, "family", "forget", "--yes")


def test_check_looks_for_the_familys_words_unless_told_not_to(capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe("Thornby\n")
    said(capsys, "family", "add", "town")
    assert "th0rnby" in said(capsys, "check", "see you in th0rnby", status=1)
    assert "Nothing to look at" in said(capsys, "check", "--no-family", "see you in th0rnby")


def test_a_damaged_file_does_not_stop_a_check(capsys: pytest.CaptureFixture[str], family_folder: Path) -> None:
    family_folder.mkdir()
    (family_folder / "family.json").write_text("{", encoding="utf-8")
    assert "the family file was damaged; it was moved to" in said(capsys, "check", "see you at practice")
    (family_folder / "family.json").write_text('{"version": 99}', encoding="utf-8")
    assert "without your family" in said(capsys, "check", "see you at practice")


def test_family_does_not_import_spacy() -> None:
    code = "import sys; from coach.cli import run; run(['family', 'show']); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=300).returncode == 0


@pytest.mark.parametrize("words", ["blah", "31/02", "30 february", "45/13", "someday in may"])
def test_a_birthday_that_is_no_day_is_refused(words: str, capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe(f"{words}\n")
    assert "invalid birthday: no such day\n    fix: write it as 12 May 2014, 12/5" in said(
        capsys, "family", "add", "birthday", status=2
    )
    assert "Private words" not in said(capsys, "family", "show")


@pytest.mark.parametrize("words", ["12/5", "31/1", "29 Feb 2012", "May the 4th", "2014-05-12", "12.5.14"])
def test_a_birthday_is_kept_however_it_is_written(words: str, capsys: pytest.CaptureFixture[str], pipe: Pipe) -> None:
    pipe(f"{words}\n")
    assert "Kept: birthday" in said(capsys, "family", "add", "birthday")


def test_show_counts_promises_in_own_words(capsys: pytest.CaptureFixture[str], family_folder: Path) -> None:
    family = promise(promise(Family(), "strangers"), "mean-words", own=PromiseWords(child="I wait."))
    FamilyFile(family_folder / "family.json").save(family)
    assert run(["family", "show"]) == 0
    assert "Promises made: 2, in own words: 1." in capsys.readouterr().out
