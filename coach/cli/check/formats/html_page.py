"""Write reports as one HTML page: no scripts, no external resources, all user text escaped.

Only flagged messages are shown, at most `MOST_SHOWN` of them, to keep the page readable and memory bounded; all
messages are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from coach.cli.check.formats.writer import NO_COUNSEL, Answer
from coach.cli.check.inputs.entries import InputMessage, name_of
from coach.cli.check.scope import CheckScope, MessageCounts
from coach.cli.html_parts import PAGE_END, page_head
from coach.helplines import OUTSIDE, help_with
from coach.models import Counsel, Report, Weight
from coach.models.marked_html import about, flag_item, marked, safe_html

MOST_SHOWN = 1_000
"""Maximum flagged messages shown on a page."""


class HtmlPage:
    """One self-contained page."""

    takes_counsel = True

    def __init__(self, country: str = "", scope: CheckScope | None = None) -> None:
        self.country = country
        self.scope = scope or CheckScope()

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield one message with its flags marked, and what Coach says about each.

        Nothing if there are no flags and Coach reads its language.
        """
        unread = report.said_of_language
        if not report.flags and not unread:
            return
        where = f"{report.message.direction}, {report.message.audience}"
        yield f"<article>\n<h2><bdi>{safe_html(_name(entry))}</bdi> <small>{where}</small></h2>\n"
        if report.said_of_length:
            yield f"<p>{report.said_of_length}</p>\n"
        if unread:
            yield f"<p>{unread}</p>\n"
        yield '<p class="message" dir="auto">'
        yield from marked(report)
        if not report.flags:
            yield "</p>\n</article>\n"
            return
        yield f"</p>\n<p>{safe_html(counsel.comfort)}</p>\n<ol>\n" if counsel.comfort else "</p>\n<ol>\n"
        yield from (flag_item(number, flag) for number, flag in enumerate(report.flags, 1))
        yield "</ol>\n"
        yield from _counsel(counsel, report.message.text)
        helping = "".join(f"<li>{safe_html(str(line))}</li>" for line in help_with(report, self.country))
        yield (f'<p class="help">{OUTSIDE}</p><ul>{helping}</ul>\n' if helping else "") + "</article>\n"

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Count all answers, keep those to be shown, and write the page at the end."""
        shown: list[bytes] = []
        counts, found = MessageCounts(), Counter[tuple[str, str]]()
        try:
            for one in answers:
                counts.add(flagged=bool(one.found), unread=one.unread)
                found.update(one.found)
                if (one.found or one.unread) and len(shown) < MOST_SHOWN:
                    shown.append(_packed(one.body))
        finally:
            said = (*self.scope.counts(counts), "A flag is a question, not a verdict.", self.scope.off)
            out.writelines(_page(shown, " ".join(filter(None, said)), found))
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
    yield (page_head("Coach: what to look at again") + f"<h1>What to look at again</h1>\n<p>{safe_html(summary)}</p>\n")
    yield from _counts(found)
    yield from (body.decode("utf-8", "surrogatepass") for body in shown)
    if len(shown) == MOST_SHOWN:
        yield f"<p>Only the first {MOST_SHOWN:,} are shown; all are counted.</p>\n"
    yield PAGE_END


def _counts(found: Counter[tuple[str, str]]) -> Iterator[str]:
    """Format a table of flags per category, most frequent first."""
    if not found:
        return
    by_category = Counter[str]()
    for (category, _), count in found.items():
        by_category[category] += count
    heads = "".join(f'<th scope="col">{weight.sign} {weight}</th>' for weight in Weight)
    yield f'<table>\n<thead><tr><th scope="col">About</th><th scope="col">All</th>{heads}</tr></thead>\n<tbody>\n'
    for category, count in by_category.most_common():
        cells = "".join(f"<td>{found[category, weight.value] or ''}</td>" for weight in Weight)
        yield f'<tr><th scope="row">{about(category)}</th><td>{count}</td>{cells}</tr>\n'
    yield "</tbody>\n</table>\n"


def _counsel(counsel: Counsel, text: str) -> Iterator[str]:
    """Yield the message before and after each rewrite, or that nothing can be kept."""
    if counsel.nothing:
        yield f"<p>{safe_html(counsel.nothing)}</p>\n"
    yield from (f"<p>{safe_html(line)}</p>\n" for line in counsel.where)
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
    return f"<{tag}>{safe_html(words)}</{tag}>" if is_changed and words else safe_html(words)
