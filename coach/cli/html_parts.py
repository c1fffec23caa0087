"""What every page of results is made of: marked text, flags in words, and a frame without scripts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import pairwise

from coach.cli.check.formats.text_report import CARE_SIGN, SYMBOLS
from coach.models import Flag, Report
from coach.visible import visible


def page_head(title: str, further: str = "") -> str:
    """Return the beginning of a page, up to its first heading; its style is the only thing that it may use.

    Args:
        title: shown in the tab.
        further: more style.
    """
    style = files("coach.cli.check.formats").joinpath("page.css").read_text(encoding="utf-8") + further
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )


PAGE_END = "</main>\n</body>\n</html>\n"


def flag_item(number: int, flag: Flag) -> str:
    """Format what Coach says about one flag."""
    steps = "".join(f"<li>{safe_html(step)}</li>" for step in flag.steps)
    named = f"<strong>{SYMBOLS[flag.weight]} {flag.weight}: {about(flag.category)}</strong>"
    quoted = f"{named}, <q>{safe_html(flag.phrase)}</q>"
    return (
        f'<li value="{number}" class="{flag.weight}">{f"{CARE_SIGN} care" if flag.is_quiet else quoted}'
        f"<p>{safe_html(flag.why)}</p>"
        + (f"<p>What to do:</p><ul>{steps}</ul>" if steps else "")
        + (f'<p class="note">For the grown-up: {safe_html(flag.note)}</p>' if flag.note else "")
        + "</li>\n"
    )


def marked(report: Report) -> Iterator[str]:
    """Yield the message with its flagged stretches marked; two concerns can overlap, quiet flags are not marked."""
    text, flags = report.message.text, [flag for flag in report.flags if not flag.is_quiet]
    edges = sorted({0, len(text), *(flag.start for flag in flags), *(flag.end for flag in flags)})
    waiting, over = enumerate(flags, 1), list[tuple[int, Flag]]()
    coming = next(waiting, None)
    for start, end in pairwise(edges):
        over = [one for one in over if one[1].end > start]
        while coming and coming[1].start <= start:
            over.append(coming)
            coming = next(waiting, None)
        yield _stretch(text[start:end], end, over)


def _stretch(text: str, end: int, over: Sequence[tuple[int, Flag]]) -> str:
    """Format a stretch that ends at `end` and lies within the same flags."""
    if not over:
        return safe_html(text)
    heaviest = max((flag for _, flag in over), key=lambda flag: flag.weight.rank)
    ending = "".join(f"<sup>{SYMBOLS[flag.weight]}{number}</sup>" for number, flag in over if flag.end == end)
    return f'<mark class="{heaviest.weight} {heaviest.concern}">{safe_html(text)}{ending}</mark>'


def about(category: str) -> str:
    """Return a category in words."""
    concern, _, name = category.partition("/")
    return escape(f"{concern}, {name.replace('-', ' ')}")


def safe_html(text: str) -> str:
    """Escape a text, and show its control characters."""
    return escape(visible(text))
