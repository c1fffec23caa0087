"""The agreement as a page to hang up: Markdown, HTML or PDF."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from coach.errors import InputError
from coach.models import Agreement
from coach.writing import write_new

TITLE = "Our agreement"
CHILD, GROWN_UP = "What the child promises", "What the grown-up promises"
SIGNED = "Signed by both:"
ENDINGS = (".md", ".html", ".pdf")
_STYLE = "body{font:18px/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}li{margin:.4em 0}"
_MARKUP = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#+-!|&~"})


def save_page(agreement: Agreement, path: Path) -> str:
    """Write the agreement to a new file; its ending says in which form. Gives what could not be written as it is.

    Raises:
        InputError: the ending is none of `ENDINGS`, there is such a file already, or it cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(f"{path.name}: no such form\n    fix: end the name with {', '.join(ENDINGS)}")
    lost = ""
    if ending == ".pdf":
        content, lost = _pdf(agreement)
    else:
        content = (markdown(agreement) if ending == ".md" else html(agreement)).encode()
    write_new(path, content)
    return lost


def plain(agreement: Agreement) -> str:
    """The agreement as lines of text."""
    parts = (f"{heading}:\n" + "\n".join(f"  - {each}" for each in lines) for heading, lines in _sides(agreement))
    return "\n\n".join([TITLE, *parts, *_day(agreement)])


def markdown(agreement: Agreement) -> str:
    """The agreement as Markdown; what was typed is text in it, and no markup."""
    parts = (
        f"## {heading}\n\n" + "\n".join(f"- {each.translate(_MARKUP)}" for each in lines)
        for heading, lines in _sides(agreement)
    )
    return "\n\n".join([f"# {TITLE}", *parts, *_day(agreement), SIGNED]) + "\n"


def html(agreement: Agreement) -> str:
    """The agreement as one page that loads nothing."""
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
    """The page, and the characters that its letters do not have: they are shown as question marks."""
    from fpdf import FPDF  # noqa: PLC0415 - takes half a second, and few families want it

    page = FPDF(format="A4")
    page.set_title(TITLE)
    page.add_page()
    lost: set[str] = set()

    def write(text: str, size: int, style: str = "", indent: float = 0) -> None:
        lost.update(char for char in text if not _is_latin(char))
        page.set_font("Helvetica", style, size)
        page.set_x(page.l_margin + indent)
        page.multi_cell(
            0, size * 0.55, text.encode("latin-1", "replace").decode("latin-1"), new_x="LMARGIN", new_y="NEXT"
        )
        page.ln(size * 0.15)

    write(TITLE, 24, "B")
    for heading, lines in _sides(agreement):
        page.ln(4)
        write(heading, 16, "B")
        for line in lines:
            write(f"- {line}", 13, indent=4)
    page.ln(8)
    for line in (*_day(agreement), SIGNED):
        write(line, 13)
    return bytes(page.output()), "".join(sorted(lost))


def _is_latin(char: str) -> bool:
    return ord(char) < 256
