"""A report as HTML: the message with its flags marked, and what Coach says about each; all text escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from coach.models.advice import Role
from coach.models.report import Flag, Report
from coach.visible import visible

CARE_SIGN = "\u25c6"
"""Shown instead of a weight where calm matters most."""
ROLES = {Role.WRITER: "", Role.TARGET: " (about you)", Role.WITNESS: " (about somebody else)"}
"""Said behind the title of a flag: whom the words are about."""
_NOTHING = "<p>Coach found nothing to look at.</p>"
_OWN_ONLY = "<p>Only your own rules were asked, not Coach's: a message without flags is not calm.</p>"


def report_html(report: Report) -> str:
    """Return a report for a notebook, without style of its own or anything to load."""
    message = f'<p dir="auto" style="white-space: pre-wrap">{"".join(marked(report))}</p>'
    items = "".join(flag_item(number, flag) for number, flag in enumerate(report.flags, 1))
    listed = f"<ol>{items}</ol>" if items else ""
    ending = _OWN_ONLY if report.own_rules_only else "" if items else _NOTHING
    return f"<div>{message}{listed}{ending}</div>"


def flag_item(number: int, flag: Flag) -> str:
    """Format what Coach says about one flag."""
    steps = "".join(f"<li>{safe_html(step)}</li>" for step in flag.steps)
    named = f"<strong>{flag.weight.sign} {flag.weight_word}: {safe_html(flag.title) or about(flag.category)}</strong>"
    quoted = f"{named}{ROLES[flag.role]}, <q>{safe_html(flag.phrase)}</q>"
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
    ending = "".join(f"<sup>{flag.weight.sign}{number}</sup>" for number, flag in over if flag.end == end)
    return f'<mark class="{heaviest.weight} {heaviest.concern}">{safe_html(text)}{ending}</mark>'


def about(category: str) -> str:
    """Return a category in words."""
    concern, _, name = category.partition("/")
    return escape(f"{concern}, {name.replace('-', ' ')}")


def safe_html(text: str) -> str:
    """Escape a text, and show its control characters."""
    return escape(visible(text))
