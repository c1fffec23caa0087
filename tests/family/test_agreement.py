"""The agreement: gathered, written by hand, and saved as a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.errors import FamilyError, InputError
from coach.family import FamilyFile, agreement_of, gather, keep_agreement, save_page
from coach.family.agreement_page import html, markdown, plain
from coach.models import Agreement, Promise

ONE = Promise(child="I ask.", parent="I stay calm.", line=1)
TWO = Promise(child="I ask.", parent="I listen.", line=1)
AGREEMENT = Agreement(
    child=("I ask [first] & *early*.",),
    grown_up=("I stay <calm>.", "I listen \U0001f642"),
    look_again=date(2027, 1, 31),
)


def test_promises_are_gathered_once() -> None:
    assert gather([ONE, TWO]) == Agreement(child=("I ask.",), grown_up=("I stay calm.", "I listen."))


def test_a_line_is_a_promise() -> None:
    typed = agreement_of(" I ask.\n\n- I wait.\x1b[2J\n", "I listen.", "2027-01-31")
    assert typed.child == ("I ask.", "I wait.\ufffd[2J")
    assert typed.look_again == date(2027, 1, 31)
    assert agreement_of("", "", " ") == Agreement()


@pytest.mark.parametrize(
    ("child", "day"), [("x" * 201, ""), ("I ask.\n" * 13, ""), ("", "tomorrow"), ("", "2027-02-30")]
)
def test_what_cannot_be_kept_is_said(child: str, day: str) -> None:
    with pytest.raises(FamilyError, match="mend: "):
        agreement_of(child, "", day)


def test_an_agreement_is_kept(tmp_path: Path) -> None:
    file = FamilyFile(tmp_path / "family.json")
    file.update(lambda family: keep_agreement(family, AGREEMENT))
    assert file.read().agreement == AGREEMENT


def test_what_was_typed_is_text_in_every_form() -> None:
    assert "- I ask \\[first\\] \\& \\*early\\*." in markdown(AGREEMENT)
    assert "<li>I ask [first] &amp; *early*.</li>" in html(AGREEMENT)
    assert "<li>I stay &lt;calm&gt;.</li>" in html(AGREEMENT)
    assert "  - I stay <calm>." in plain(AGREEMENT)
    assert "31 January 2027" in plain(AGREEMENT)


@pytest.mark.parametrize(("ending", "begins"), [("md", b"# Our"), ("html", b"<!doctype html>"), ("pdf", b"%PDF-")])
def test_a_page_is_saved_in_the_form_of_its_ending(tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"page.{ending}"
    lost = save_page(AGREEMENT, path)
    assert path.read_bytes().startswith(begins)
    assert lost == ("\U0001f642" if ending == "pdf" else "")


def test_no_file_is_written_over_and_the_fix_is_said(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("mine", encoding="utf-8")
    for name in ("page.md", "page.docx", "no/page.md"):
        with pytest.raises(InputError, match="fix: "):
            save_page(AGREEMENT, tmp_path / name)
    assert (tmp_path / "page.md").read_text() == "mine"
