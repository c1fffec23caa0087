"""Write reports as one HTML page: no scripts, no external resources, all user text escaped.

Only flagged messages are shown, at most `MOST_SHOWN` of them, to keep the page readable and memory bounded; all
messages are counted.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import IO

from coach.cli.check.formats.text_report import CARE_SIGN, SYMBOLS
from coach.cli.check.formats.writer import NO_COUNSEL, Answer
from coach.cli.check.inputs.entries import InputMessage, name_of
from coach.cli.terminal import counted
from coach.helplines import OUTSIDE, help_with
from coach.models import Counsel, Flag, Report, Weight
from coach.visible import visible

MOST_SHOWN = 1_000
"""Maximum flagged messages shown on a page."""


class HtmlPage:
    """One self-contained page."""

    takes_counsel = True

    def __init__(self, country: str = "") -> None:
        self.country = country

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield one message with its flags marked, and what Coach says about each; nothing if there are no flags."""
        if not report.flags:
            return
        where = f"{report.message.direction}, {report.message.audience}"
        yield f"<article>\n<h2><bdi>{_shown(_name(entry))}</bdi> <small>{where}</small></h2>\n"
        if report.said_of_length:
            yield f"<p>{report.said_of_length}</p>\n"
        yield '<p class="message" dir="auto">'
        yield from _marked(report)
        yield "</p>\n<ol>\n"
        yield from (_flag(number, flag) for number, flag in enumerate(report.flags, 1))
        yield "</ol>\n"
        yield from _counsel(counsel, report.message.text)
        helping = "".join(f"<li>{_shown(str(line))}</li>" for line in help_with(report, self.country))
        yield (f'<p class="help">{OUTSIDE}</p><ul>{helping}</ul>\n' if helping else "") + "</article>\n"

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Count all answers, keep those to be shown, and write the page at the end."""
        shown: list[bytes] = []
        messages, flagged, found = 0, 0, Counter[tuple[str, str]]()
        try:
            for one in answers:
                messages += 1
                flagged += bool(one.found)
                found.update(one.found)
                if one.found and len(shown) < MOST_SHOWN:
                    shown.append(_packed(one.body))
        finally:
            summary = f"{counted(messages, 'message')} read, {flagged:,} with something to look at again"
            out.writelines(_page(shown, summary, found))
            out.flush()


def _name(entry: InputMessage) -> str:
    """Name a message by file, line and id, as far as known."""
    return name_of(entry) or entry.id


def _packed(parts: Iterable[str]) -> bytes:
    """Join the parts as UTF-8, which saves memory: a long message has hundreds of thousands of parts."""
    packed = BytesIO()
    for part in parts:
        packed.write(part.encode("utf-8", "surrogatepass"))
    return packed.getvalue()


def _page(shown: list[bytes], summary: str, found: Counter[tuple[str, str]]) -> Iterator[str]:
    style = files("coach.cli.check.formats").joinpath("page.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Coach: what to look at again</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>What to look at again</h1>\n<p>{summary}. A flag is a question, not a verdict.</p>\n"
    )
    yield from _counts(found)
    yield from (body.decode("utf-8", "surrogatepass") for body in shown)
    if len(shown) == MOST_SHOWN:
        yield f"<p>Only the first {MOST_SHOWN:,} are shown; all are counted.</p>\n"
    yield "</main>\n</body>\n</html>\n"


def _counts(found: Counter[tuple[str, str]]) -> Iterator[str]:
    """Format a table of flags per category, most frequent first."""
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
    """Format what Coach says about one flag."""
    steps = "".join(f"<li>{_shown(step)}</li>" for step in flag.steps)
    about = (
        f"<strong>{SYMBOLS[flag.weight]} {flag.weight}: {_words(flag.category)}</strong>, <q>{_shown(flag.phrase)}</q>"
    )
    return (
        f'<li value="{number}" class="{flag.weight}">{f"{CARE_SIGN} care" if flag.is_quiet else about}'
        f"<p>{_shown(flag.why)}</p>"
        + (f"<p>What to do:</p><ul>{steps}</ul>" if steps else "")
        + (f'<p class="note">For the grown-up: {_shown(flag.note)}</p>' if flag.note else "")
        + "</li>\n"
    )


def _counsel(counsel: Counsel, text: str) -> Iterator[str]:
    """Yield the message before and after each rewrite, or that nothing can be kept."""
    if counsel.nothing:
        yield f"<p>{_shown(counsel.nothing)}</p>\n"
    yield from (f"<p>{_shown(line)}</p>\n" for line in counsel.where)
    if counsel.rewrites:
        yield "<p>You could send this:</p>\n"
    for rewrite in counsel.rewrites:
        stretches = list(rewrite.stretches(text))
        before = "".join(_changed("del", old, is_changed=old != new) for old, new in stretches)
        after = "".join(_changed("ins", new, is_changed=old != new) for old, new in stretches)
        yield (
            f'<dl class="rewrite"><dt>Now</dt><dd dir="auto">{before}</dd>'
            f'<dt>After</dt><dd dir="auto">{after}</dd></dl>\n'
        )


def _changed(tag: str, words: str, *, is_changed: bool) -> str:
    return f"<{tag}>{_shown(words)}</{tag}>" if is_changed and words else _shown(words)


def _marked(report: Report) -> Iterator[str]:
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
        return _shown(text)
    heaviest = max((flag for _, flag in over), key=lambda flag: flag.weight.rank)
    ending = "".join(f"<sup>{SYMBOLS[flag.weight]}{number}</sup>" for number, flag in over if flag.end == end)
    return f'<mark class="{heaviest.weight} {heaviest.concern}">{_shown(text)}{ending}</mark>'


def _words(category: str) -> str:
    concern, _, name = category.partition("/")
    return escape(f"{concern}, {name.replace('-', ' ')}")


def _shown(text: str) -> str:
    return escape(visible(text))
