"""Saves the agreement as a page to hang up: Markdown, HTML or PDF."""

from __future__ import annotations

from html import escape
from pathlib import Path

from coach.family.agreement_sheet import TITLE, Sheet
from coach.family.page_ending import ending_of
from coach.locale import N_, _, html_language
from coach.models import Agreement
from coach.writing import write_new

SIGNED = N_("Signed by both, with the date:")
ENDINGS = (".md", ".html", ".pdf")
_MARKUP = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#+-!|&~"})


def save_page(sheet: Sheet, path: Path) -> str:
    """Write the agreement to a new file in the format of its extension; return the characters that were dropped.

    Raises:
        InputError: the extension is not in `ENDINGS`, the file exists or cannot be written, or no font has the letters
            for a PDF.
    """
    ending = ending_of(path, ENDINGS)
    lost = ""
    if ending == ".pdf":
        from coach.family.agreement_pdf import pdf  # noqa: PLC0415 - fpdf takes half a second, and few families want it

        content, lost = pdf(sheet)
    else:
        content = (markdown(sheet) if ending == ".md" else html(sheet)).encode()
    write_new(path, content)
    return lost


def plain(agreement: Agreement) -> str:
    """Format the agreement as plain text."""
    sheet = Sheet(agreement)
    parts = (f"{heading}:\n" + "\n".join(f"  - {each}" for each in lines) for heading, lines in sheet.sides)
    return "\n\n".join(filter(None, [_(TITLE), *parts, sheet.again]))


def markdown(sheet: Sheet) -> str:
    """Format the agreement as Markdown; typed text is escaped."""
    parts = (
        f"## {heading.translate(_MARKUP)}\n\n" + "\n".join(f"- {each.translate(_MARKUP)}" for each in lines)
        for heading, lines in sheet.sides
    )
    lines = "\n".join(f"- {name.translate(_MARKUP)}: " for name in sheet.signers)
    between = sheet.between.translate(_MARKUP)
    return "\n\n".join(filter(None, [f"# {_(TITLE)}", between, *parts, sheet.again, _(SIGNED), lines])) + "\n"


def html(sheet: Sheet) -> str:
    """Format the agreement as a self-contained HTML page that prints on one sheet."""
    sides = "".join(
        f'<section><h2 dir="auto">{escape(heading)}</h2>\n<ul>\n'
        + "".join(f'<li dir="auto">{escape(each)}</li>\n' for each in lines)
        + "</ul></section>\n"
        for heading, lines in sheet.sides
    )
    signers = "".join(
        f'<p><span dir="auto">{escape(name)}</span><span>{_("Date")}</span></p>\n' for name in sheet.signers
    )
    again = f'<p class="again">{sheet.again}</p>\n' if sheet.again else ""
    style = Path(__file__).with_name("agreement.css").read_text(encoding="utf-8").replace("$paper", sheet.paper.value)
    head = f'<meta charset="utf-8"><title>{_(TITLE)}</title>\n<style>\n{style}</style>'
    between = f'<p class="between" dir="auto">{escape(sheet.between)}</p>'
    body = f"<h1>{_(TITLE)}</h1>\n{between}\n<main>\n{sides}</main>\n{again}"
    end = f"<footer>\n{signers}</footer>\n</body></html>\n"
    return f'<!doctype html>\n<html lang="{html_language()}"><head>{head}</head>\n<body>\n{body}{end}'
