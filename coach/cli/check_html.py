"""Reports as one page to look at: no script, nothing loaded from anywhere, everything that somebody wrote escaped.

Only flagged messages are shown, and no more than `MOST_SHOWN` of them, so that a page stays readable and memory
bounded; all are counted.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import IO

from coach.cli.check_form import Done
from coach.cli.check_input import Entry
from coach.cli.check_text import CARE_SIGN, SYMBOLS, counted
from coach.helplines import OUTSIDE, help_with
from coach.models import Concern, Flag, Report, Weight
from coach.visible import visible

MOST_SHOWN = 1_000
"""How many flagged messages a page shows."""


class HtmlPage:
    """One self-contained page."""

    def __init__(self, country: str = "") -> None:
        self.country = country

    def body(self, entry: Entry, report: Report) -> str:
        """One message with its flags marked in place, and what is said to each; nothing for a silent one."""
        if not report.flags:
            return ""
        flags = "".join(_flag(number, flag) for number, flag in enumerate(report.flags, 1))
        where = f"{report.message.direction}, {report.message.audience}"
        helping = "".join(f"<li>{_shown(str(line))}</li>" for line in help_with(report, self.country))
        return (
            f"<article>\n<h2><bdi>{_shown(_name(entry))}</bdi> <small>{where}</small></h2>\n"
            f'<p class="message" dir="auto">{_marked(report)}</p>\n<ol>\n{flags}</ol>\n'
            + (f'<p class="help">{OUTSIDE}</p><ul>{helping}</ul>\n' if helping else "")
            + "</article>\n"
        )

    def write(self, done: Iterator[Done], out: IO[str]) -> None:
        """Count all, keep what is shown, and write the page when everything came."""
        shown: list[str] = []
        messages, flagged, found = 0, 0, Counter[tuple[str, str]]()
        try:
            for one in done:
                messages += 1
                flagged += bool(one.found)
                found.update(one.found)
                if one.found and len(shown) < MOST_SHOWN:
                    shown.append(one.body)
        finally:
            told = f"{counted(messages)} read, {flagged:,} with something to look at again"
            out.writelines(_page(shown, told, found))
            out.flush()


def _name(entry: Entry) -> str:
    """What a message is called: its id, in a file where there is one."""
    return f"{entry.place.file} {entry.id}".strip()


def _page(shown: list[str], told: str, found: Counter[tuple[str, str]]) -> Iterator[str]:
    style = files("coach.cli").joinpath("check_page.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Coach: what to look at again</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>What to look at again</h1>\n<p>{told}. A flag is a question, not a verdict.</p>\n"
    )
    yield from _counts(found)
    yield from shown
    if len(shown) == MOST_SHOWN:
        yield f"<p>Only the first {MOST_SHOWN:,} are shown; all are counted.</p>\n"
    yield "</main>\n</body>\n</html>\n"


def _counts(found: Counter[tuple[str, str]]) -> Iterator[str]:
    """A table of how often each category was flagged, most often first."""
    if not found:
        return
    by_category = Counter[str]()
    for (category, _), count in found.items():
        by_category[category] += count
    heads = "".join(f'<th scope="col">{SYMBOLS[weight]} {weight}</th>' for weight in Weight)
    yield f'<table>\n<thead><tr><th scope="col">About</th><th scope="col">All</th>{heads}</tr></thead>\n<tbody>\n'
    for category, count in by_category.most_common():
        cells = "".join(f"<td>{found[category, weight.value] or ''}</td>" for weight in Weight)
        yield f'<tr><th scope="row">{_words(category)}</th><td>{count}</td>{cells}</tr>\n'
    yield "</tbody>\n</table>\n"


def _flag(number: int, flag: Flag) -> str:
    """What is said to one flag."""
    better = "".join(f"<li>{_shown(words)}</li>" for words in flag.instead)
    steps = "".join(f"<li>{_shown(step)}</li>" for step in flag.steps)
    about = (
        f"<strong>{SYMBOLS[flag.weight]} {flag.weight}: {_words(flag.category)}</strong>, <q>{_shown(flag.phrase)}</q>"
    )
    return (
        f'<li value="{number}" class="{flag.weight}">{f"{CARE_SIGN} care" if flag.is_quiet else about}'
        f"<p>{_shown(flag.why)}</p>"
        + (f"<p>{_asked(flag)}</p><ul>{better}</ul>" if better else "")
        + (f"<p>What to do:</p><ul>{steps}</ul>" if steps else "")
        + (f'<p class="note">For the grown-up: {_shown(flag.note)}</p>' if flag.note else "")
        + "</li>\n"
    )


def _asked(flag: Flag) -> str:
    """What stands before better words."""
    return "You could say:" if flag.concern in {Concern.CARE, Concern.GOING_ALONG} else "Better words:"


def _marked(report: Report) -> str:
    """The message with every flagged stretch marked; flags of two concerns may share one, and some look calm."""
    text, flags = report.message.text, [flag for flag in report.flags if not flag.is_quiet]
    edges = sorted({0, len(text), *(flag.start for flag in flags), *(flag.end for flag in flags)})
    return "".join(_stretch(text[start:end], start, end, flags) for start, end in pairwise(edges))


def _stretch(text: str, start: int, end: int, flags: Iterable[Flag]) -> str:
    over = [(number, flag) for number, flag in enumerate(flags, 1) if flag.start <= start and end <= flag.end]
    if not over:
        return _shown(text)
    heaviest = max((flag for _, flag in over), key=lambda flag: flag.weight.rank)
    ending = "".join(f"<sup>{SYMBOLS[flag.weight]}{number}</sup>" for number, flag in over if flag.end == end)
    return f'<mark class="{heaviest.weight} {heaviest.concern}">{_shown(text)}{ending}</mark>'


def _words(category: str) -> str:
    concern, _, name = category.partition("/")
    return escape(f"{concern}, {name.replace('-', ' ')}")


def _shown(text: str) -> str:
    return escape(visible(text))
