"""Exports the agreement as a page to hang up: Markdown, HTML or PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from coach.errors import InputError
from coach.family.agreement_fonts import Letters, is_letter
from coach.models import Agreement
from coach.writing import write_new

if TYPE_CHECKING:
    from fpdf import FPDF

TITLE = "Our agreement"
CHILD, GROWN_UP = "What the child promises", "What the grown-up promises"
SIGNED = "Signed by both:"
ENDINGS = (".md", ".html", ".pdf")
_STYLE = "body{font:18px/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}li{margin:.4em 0}"
_MARKUP = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#+-!|&~"})


def save_page(agreement: Agreement, path: Path) -> str:
    """Write the agreement to a new file in the format of its extension; return the characters that were dropped.

    Raises:
        InputError: the extension is not in `ENDINGS`, the file exists or cannot be written, or no font has the letters
            for a PDF.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(f"unknown file type {path.name}\n    fix: end the name with one of {', '.join(ENDINGS)}")
    lost = ""
    if ending == ".pdf":
        content, lost = _pdf(agreement)
    else:
        content = (markdown(agreement) if ending == ".md" else html(agreement)).encode()
    write_new(path, content)
    return lost


def plain(agreement: Agreement) -> str:
    """Format the agreement as plain text."""
    parts = (f"{heading}:\n" + "\n".join(f"  - {each}" for each in lines) for heading, lines in _sides(agreement))
    return "\n\n".join([TITLE, *parts, *_day(agreement)])


def markdown(agreement: Agreement) -> str:
    """Format the agreement as Markdown; typed text is escaped."""
    parts = (
        f"## {heading}\n\n" + "\n".join(f"- {each.translate(_MARKUP)}" for each in lines)
        for heading, lines in _sides(agreement)
    )
    return "\n\n".join([f"# {TITLE}", *parts, *_day(agreement), SIGNED]) + "\n"


def html(agreement: Agreement) -> str:
    """Format the agreement as a self-contained HTML page."""
    parts = (
        f"<h2>{heading}</h2>\n<ul>\n" + "".join(f"<li>{escape(each)}</li>\n" for each in lines) + "</ul>"
        for heading, lines in _sides(agreement)
    )
    words = "\n".join([*parts, *(f"<p>{line}</p>" for line in (*_day(agreement), SIGNED))])
    head = f'<meta charset="utf-8"><title>{TITLE}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n<h1>{TITLE}</h1>\n{words}\n</body></html>\n'


def _sides(agreement: Agreement) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield CHILD, agreement.child
    yield GROWN_UP, agreement.grown_up


def _day(agreement: Agreement) -> Iterator[str]:
    if agreement.look_again:
        yield f"We look at it again on {agreement.look_again:%d %B %Y}."


def _pdf(agreement: Agreement) -> tuple[bytes, str]:
    """Render the page; return it with the characters that were dropped.

    Raises:
        InputError: a PDF cannot show some of the letters.
    """
    from fpdf import FPDF  # noqa: PLC0415 - takes half a second, and few families want it

    page = FPDF(format="A4")
    page.set_title(TITLE)
    page.add_page()
    text = plain(agreement)
    letters = Letters(page, text)
    with closing(letters):
        missing = letters.missing(text)
        if lost := "".join(filter(is_letter, missing)):
            raise InputError(f"a PDF made here cannot show {lost}\n    fix: save it as .html, which shows all letters")
        _write(agreement, page, letters)
        return bytes(page.output()), missing


def _write(agreement: Agreement, page: FPDF, letters: Letters) -> None:
    def write(line: str, size: int, *, bold: bool = False, indent: float = 0) -> None:
        letters.use(size, bold=bold)
        page.set_x(page.l_margin + indent)
        page.multi_cell(0, size * 0.55, letters.drawn(line), new_x="LMARGIN", new_y="NEXT")
        page.ln(size * 0.15)

    write(TITLE, 24, bold=True)
    for heading, lines in _sides(agreement):
        page.ln(4)
        write(heading, 16, bold=True)
        for line in lines:
            write(f"- {line}", 13, indent=4)
    page.ln(8)
    for line in (*_day(agreement), SIGNED):
        write(line, 13)
