"""`coach family`: show, add, remove, forget; and `coach check` with the family's words."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli import run


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert run(arguments) == status
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_a_word_is_kept_masked_revealed_and_removed(capsys: pytest.CaptureFixture[str], family_folder: Path) -> None:
    assert "Nothing is kept" in said(capsys, "family", "show")
    assert "T******" in said(capsys, "family", "add", "town", "Thornby")
    assert "Thornby" not in said(capsys, "family", "show")
    assert "Thornby" in said(capsys, "family", "show", "--reveal")
    assert said(capsys, "family", "remove", "1") == "Removed.\n"
    assert "T******" not in said(capsys, "family", "show")
    assert (family_folder / "family.json").exists()


def test_words_may_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Ada Quill\n"))
    assert "A** Q****" in said(capsys, "family", "add", "name")


def test_an_everyday_word_is_kept_with_a_word_of_warning(capsys: pytest.CaptureFixture[str]) -> None:
    assert "everyday word" in said(capsys, "family", "add", "team", "Lions")


def test_forgetting_asks_first(capsys: pytest.CaptureFixture[str], family_folder: Path) -> None:
    said(capsys, "family", "add", "town", "Thornby")
    assert "--yes" in said(capsys, "family", "forget", status=2)
    assert "family.json" in said(capsys, "family", "forget", "--yes")
    assert not family_folder.exists()
    assert "Nothing was kept" in said(capsys, "family", "forget", "--yes")


def test_check_looks_for_the_familys_words_unless_told_not_to(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "family", "add", "town", "Thornby")
    assert "th0rnby" in said(capsys, "check", "see you in th0rnby", status=1)
    assert "Nothing to look at" in said(capsys, "check", "--no-family", "see you in th0rnby")


def test_a_damaged_file_does_not_stop_a_check(capsys: pytest.CaptureFixture[str], family_folder: Path) -> None:
    family_folder.mkdir()
    (family_folder / "family.json").write_text("{", encoding="utf-8")
    assert "set aside" in said(capsys, "check", "see you at practice")
    (family_folder / "family.json").write_text('{"version": 9}', encoding="utf-8")
    assert "without the family" in said(capsys, "check", "see you at practice")


def test_family_does_not_import_spacy() -> None:
    code = "import sys; from coach.cli import run; run(['family', 'show']); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
