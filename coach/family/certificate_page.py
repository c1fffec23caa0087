"""Saves the certificate as a page to print: PDF or HTML."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from coach.errors import InputError
from coach.family.agreement_fonts import Letters, is_letter
from coach.family.page_ending import ending_of
from coach.locale import MONTHS, N_, _, html_language
from coach.models.certificate import Certificate
from coach.writing import write_new

if TYPE_CHECKING:
    from fpdf import FPDF

ENDINGS = (".pdf", ".html")
TITLE = N_("Well done, you two")
GIVEN_TO = N_("This certificate is for")
DID = N_(
    "who walked the whole course of Coach side by side: {lessons} lessons, many talks, and promises on both sides."
)
GOES_ON = N_("You ask before you post. You stop before you send. You show each other what feels odd.")
SIGNED = N_("Signed by both")
_EDGE = 10
"""Millimetres from the edge of the paper to the frame."""
_INK, _LINE, _DOT = (38, 50, 56), (217, 123, 52), (95, 143, 135)
_STYLE = (
    "body{font:20px/1.5 serif;text-align:center;color:#263238;margin:0}"
    "main{border:4px double #d97b34;margin:2em auto;padding:3em;max-width:44em}"
    "h1{font-size:2.2em;margin:0 0 1em}.names{font-size:1.8em;margin:.6em 0}"
    ".sign{display:flex;gap:3em;margin-top:4em}.sign span{flex:1;border-top:1px solid;font-size:.7em}"
    "@page{size:landscape}"
)


def save_certificate(certificate: Certificate, path: Path) -> str:
    """Write the certificate to a new file in the format of its extension; return the characters that were dropped.

    Raises:
        InputError: the extension is not in `ENDINGS`, the file exists or cannot be written, or no font has the letters
            for a PDF.
    """
    ending = ending_of(path, ENDINGS)
    content, lost = _pdf(certificate) if ending == ".pdf" else (html(certificate).encode(), "")
    write_new(path, content)
    return lost


def names_of(certificate: Certificate) -> str:
    """Return both names, or what to call the two without them."""
    return _("{child} and {grown_up}").format(
        child=certificate.child.strip() or _("a child"), grown_up=certificate.grown_up.strip() or _("a grown-up")
    )


def lines_of(certificate: Certificate) -> Iterator[str]:
    """Yield the lines of the page, from top to bottom."""
    yield _(TITLE)
    yield _(GIVEN_TO)
    yield names_of(certificate)
    yield _(DID).format(lessons=certificate.lessons)
    yield _(GOES_ON)
    day = certificate.day
    yield _("{day:02} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def html(certificate: Certificate) -> str:
    """Format the certificate as a self-contained HTML page; it has every letter."""
    title, given, names, *rest = map(escape, lines_of(certificate))
    words = "\n".join(f"<p>{line}</p>" for line in rest)
    page = f'<h1>{title}</h1>\n<p>{given}</p>\n<p class="names" dir="auto">{names}</p>\n{words}\n'
    sign = f'<div class="sign"><span>{_(SIGNED)}</span><span></span></div>'
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    body = f"<body><main>\n{page}{sign}\n</main></body></html>\n"
    return f'<!doctype html>\n<html lang="{html_language()}"><head>{head}</head>\n{body}'


def _pdf(certificate: Certificate) -> tuple[bytes, str]:
    """Render the page; return it with the characters that were dropped.

    Raises:
        InputError: a PDF cannot show some of the letters.
    """
    from fpdf import FPDF  # noqa: PLC0415 - takes half a second, and few families want it

    page = FPDF(orientation="landscape", format="A4")
    page.set_title(_(TITLE))
    page.set_auto_page_break(auto=False)
    page.add_page()
    text = "\n".join([*lines_of(certificate), _(SIGNED)])
    letters = Letters(page, text)
    with closing(letters):
        missing = letters.missing(text)
        if lost := "".join(filter(is_letter, missing)):
            words = _("a PDF made here cannot show {letters}\n    fix: save it as .html, which shows all letters")
            raise InputError(words.format(letters=lost))
        _frame(page, certificate.lessons)
        _Writer(page, letters).certificate(certificate)
        return bytes(page.output()), missing


def _frame(page: FPDF, lessons: int) -> None:
    """Draw the border, and a path with a dot for each lesson."""
    page.set_draw_color(*_LINE)
    for inset, width in ((_EDGE, 1.2), (_EDGE + 2.5, 0.4)):
        page.set_line_width(width)
        page.rect(inset, inset, page.w - 2 * inset, page.h - 2 * inset)
    page.set_fill_color(*_DOT)
    for number in range(lessons):
        across = page.w / 2 + (number - (lessons - 1) / 2) * min(9, 180 / lessons)
        down = 62 + 3 * math.sin(number * 0.9)
        page.ellipse(across, down, 3.2, 3.2, style="F")


@dataclass(frozen=True)
class _Writer:
    """Writes lines in the middle of a page."""

    page: FPDF
    letters: Letters

    def certificate(self, certificate: Certificate) -> None:
        title, given, names, *rest = lines_of(certificate)
        self.page.set_text_color(*_INK)
        self.line(title, 34, 30, bold=True)
        self.line(given, 14, 76)
        self.line(names, 30, 88, bold=True)
        for number, line in enumerate(rest):
            self.line(line, 14, 114 + 10 * number)
        self.page.set_draw_color(*_INK)
        self.page.set_line_width(0.3)
        for left in (self.page.w / 2 - 96, self.page.w / 2 + 18):
            self.page.line(left, 178, left + 78, 178)
        self.line(_(SIGNED), 11, 182)

    def line(self, words: str, size: int, down: float, *, bold: bool = False) -> None:
        """Write one line, smaller if it is too long for the page."""
        room = self.page.w - 2 * (_EDGE + 10)
        fitting = self.letters.fitting(words, size, room, bold=bold)
        self.page.set_xy((self.page.w - room) / 2, down)
        self.letters.write(words, fitting, room, bold=bold, align="C")
