"""The agreement: gathered, written by hand, and saved as a page."""

from __future__ import annotations

import re
import zlib
from datetime import date
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

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
    with pytest.raises(FamilyError, match="fix: "):
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


def a_font(folder: Path, letters: str) -> None:
    """A font that has these letters, under a name that is looked for."""
    names = {ord(letter): f"letter{at}" for at, letter in enumerate(letters)}
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", *names.values()])
    font.setupCharacterMap(names)
    pen = TTGlyphPen(None)
    for point in ((0, 0), (400, 0), (400, 700)):
        (pen.lineTo if point[0] or point[1] else pen.moveTo)(point)
    pen.closePath()
    drawn = pen.glyph()
    font.setupGlyf(dict.fromkeys([".notdef", *names.values()], drawn))
    font.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (500, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(folder / "DejaVuSans.ttf")


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the computer keeps its fonts; it has none yet."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr("coach.family.agreement_fonts.FOLDERS", (folder,))
    return folder


def promise(words: str) -> Agreement:
    return Agreement(child=(words,), grown_up=("I listen.",))


def read_back(path: Path) -> bytes:
    return b"".join(
        zlib.decompress(part) for part in re.findall(rb"stream\n(x.*?)\nendstream", path.read_bytes(), re.DOTALL)
    )


def test_without_fonts_quotes_and_dashes_are_those_of_a_typewriter_in_a_pdf(tmp_path: Path, fonts: Path) -> None:
    path = tmp_path / "page.pdf"
    assert not list(fonts.iterdir())
    assert save_page(promise("I say \u201cno\u201d \u2014 that\u2019s 5 \u20ac\u2026"), path) == ""
    assert b'(- I say "no" - that\'s 5 EUR...)' in read_back(path)


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize(
    "words", ["Pytam mam\u0119", "\u4f60\u597d", "\u0623\u0639\u062f", "\u0928\u092e", "\u05d0\u05d1"]
)
def test_letters_that_no_font_has_are_said_and_no_page_of_question_marks_is_made(tmp_path: Path, words: str) -> None:
    with pytest.raises(InputError, match=r"cannot show \w+\n    fix: save it as \.html"):
        save_page(promise(words), tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()
    save_page(promise(words), tmp_path / "page.html")
    assert words in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_fonts_of_the_computer_have_letters_for_a_pdf(tmp_path: Path, fonts: Path) -> None:
    a_font(fonts, "".join(map(chr, range(32, 127))) + "\u0142\u0119\u201c")
    path = tmp_path / "page.pdf"
    assert save_page(promise("Pytam mam\u0119 \u201cma\u0142\u201c \U0001f642"), path) == "\U0001f642"
    assert b"/FontFile2" in path.read_bytes()
    with pytest.raises(InputError, match="\u4f60"):
        save_page(promise("\u4f60"), tmp_path / "other.pdf")


def test_a_broken_font_is_passed_over(tmp_path: Path, fonts: Path) -> None:
    (fonts / "DejaVuSans.ttf").write_bytes(b"no font")
    with pytest.raises(InputError, match="cannot show"):
        save_page(promise("mam\u0119"), tmp_path / "page.pdf")
    save_page(promise("mama"), tmp_path / "page.pdf")
