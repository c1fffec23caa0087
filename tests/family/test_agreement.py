"""The agreement: gathered, written by hand, and saved as a page."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fpdf import FPDF

from coach.errors import FamilyError, InputError
from coach.family import (
    FamilyFile,
    Paper,
    Sheet,
    agreement_of,
    gather,
    keep_agreement,
    paper_in,
    save_page,
    sheet_of,
)
from coach.family.agreement_fonts import Letters
from coach.family.agreement_page import html, markdown, plain
from coach.models import AgeBand, Agreement, Family, Member, Promise

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
    typed = agreement_of(" I ask.\n\n- I wait.\x1b[2J\n", "I listen.", "31 january 2027")
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
    sheet = Sheet(AGREEMENT, ("R<b>o",))
    assert "- I ask \\[first\\] \\& \\*early\\*." in markdown(sheet)
    assert "## What R\\<b\\>o promises" in markdown(sheet)
    assert '<li dir="auto">I ask [first] &amp; *early*.</li>' in html(sheet)
    assert '<li dir="auto">I stay &lt;calm&gt;.</li>' in html(sheet)
    assert "What R&lt;b&gt;o promises" in html(sheet)
    assert "  - I stay <calm>." in plain(AGREEMENT)
    assert "31 January 2027" in plain(AGREEMENT)


@pytest.mark.parametrize(
    ("names", "heading", "signers"),
    [
        ((), "What the child promises", ("Child", "Grown-up")),
        (("Robo",), "What Robo promises", ("Robo", "Grown-up")),
        (("Robo", "Lea"), "What the children promise", ("Robo", "Lea", "Grown-up")),
    ],
)
def test_everybody_who_is_here_is_named_and_signs(
    names: tuple[str, ...], heading: str, signers: tuple[str, ...]
) -> None:
    sheet = sheet_of(
        AGREEMENT, Family(members=tuple(Member(nickname=name, age=AgeBand.TEN) for name in names)), Paper.A4
    )
    assert next(iter(sheet.sides))[0] == heading
    assert sheet.signers == signers
    assert all(name in sheet.between for name in names)


def test_each_country_has_its_paper() -> None:
    assert [paper_in(country) for country in ("US", "GB", "")] == [Paper.LETTER, Paper.A4, Paper.A4]


@pytest.mark.parametrize(("ending", "begins"), [("md", b"# Our"), ("html", b"<!doctype html>"), ("pdf", b"%PDF-")])
def test_a_page_is_saved_in_the_form_of_its_ending(tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"page.{ending}"
    assert save_page(Sheet(AGREEMENT), path) == ""
    assert path.read_bytes().startswith(begins)


def test_no_file_is_written_over_and_the_fix_is_said(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("mine", encoding="utf-8")
    for name in ("page.md", "page.docx", "no/page.md"):
        with pytest.raises(InputError, match="fix: "):
            save_page(Sheet(AGREEMENT), tmp_path / name)
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


def promise(words: str) -> Sheet:
    return Sheet(Agreement(child=(words,), grown_up=("I listen.",)))


SCRIPTS = {
    "quotes": "I say \u201cno\u201d \u2014 that\u2019s 5 \u20ac\u2026",
    "Polish": "Pytam mam\u0119",
    "Cyrillic": "\u042f \u0441\u043f\u0440\u0430\u0448\u0438\u0432\u0430\u044e",
    "Arabic": "\u0623\u0633\u0623\u0644 \u0642\u0628\u0644",
    "Chinese": "\u6211\u5148\u95ee",
    "Japanese": "\u805e\u304d\u307e\u3059",
    "Korean": "\ub098\ub294",
    "Hindi": "\u092a\u0939\u0932\u0947 \u092a\u0942\u091b\u0942\u0901\u0917\u093e",
    "Hebrew": "\u05d0\u05e0\u05d9",
    "Tamil": "\u0ba8\u0bbe\u0ba9\u0bcd",
    "Thai": "\u0e09\u0e31\u0e19",
    "Amharic": "\u12a5\u1294",
    "emoji": "\U0001f3ae \u2764\ufe0f \U0001f44d\U0001f3fd",
}


@pytest.mark.usefixtures("fonts")
def test_fonts_that_come_with_coach_have_what_families_write() -> None:
    page = FPDF()
    letters = Letters(page, "".join(SCRIPTS.values()))
    assert {name: letters.missing(words) for name, words in SCRIPTS.items()} == dict.fromkeys(SCRIPTS, "")
    letters.close()


@pytest.mark.usefixtures("fonts")
def test_a_page_in_several_scripts_is_drawn_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    assert save_page(promise(" ".join(SCRIPTS[name] for name in ("Polish", "Arabic", "Hindi", "emoji"))), path) == ""
    assert b"<0119>" in path.read_bytes()  # the map from glyphs back to letters has the Polish one
    assert path.read_bytes().count(b"/FontFile2") >= 4


def test_letters_that_no_font_has_are_said_and_no_page_of_boxes_is_made(tmp_path: Path, fonts: Path) -> None:
    with pytest.raises(InputError, match="cannot show \U00010300\n    fix: save it as \\.html"):
        save_page(promise("\U00010300"), tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()
    save_page(promise("\U00010300"), tmp_path / "page.html")
    (fonts / "DejaVuSans.ttf").write_bytes(b"no font")
    with pytest.raises(InputError, match="cannot show"):
        save_page(promise("\U00010300"), tmp_path / "other.pdf")


def test_fonts_of_the_computer_have_letters_that_ours_lack(tmp_path: Path, fonts: Path) -> None:
    a_font(fonts, "a\U00010300")
    assert save_page(promise("\U00010300 \U0001fae8"), tmp_path / "page.pdf") in {"", "\U0001fae8"}


@pytest.mark.usefixtures("fonts")
def test_without_shaping_joined_scripts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    with pytest.raises(InputError, match="cannot show"):
        save_page(promise(SCRIPTS["Hindi"]), tmp_path / "page.pdf")
    assert save_page(promise(SCRIPTS["Hebrew"]), tmp_path / "page.pdf") == ""


@pytest.mark.usefixtures("fonts")
def test_long_promises_get_a_page_for_each_side(tmp_path: Path) -> None:
    words = tuple("word " * 39 + str(number) for number in range(8))
    for count, pages in ((1, 1), (8, 2)):
        path = tmp_path / f"{count}.pdf"
        save_page(Sheet(Agreement(child=words[:count], grown_up=("I listen.",)), paper=Paper.LETTER), path)
        assert path.read_bytes().count(b"/Type /Page\n") == pages
        assert b"/MediaBox [0 0 612.00 792.00]" in path.read_bytes()
