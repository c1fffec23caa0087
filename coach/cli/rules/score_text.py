"""Format scores as tables of at most 80 columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from coach.cli.terminal import one_line
from coach.corpus.score import Finding, FlagShares, Score, Scores

_NAME = 36
_HEAD = "precision recall    F1 right false near missed"


def score_lines(scores: Scores, depth: str) -> Iterator[str]:
    """Format a table by concern, and with `depth` also by `category` and by `rule`."""
    yield f"{'':<{_NAME - 4}}{_HEAD}"
    for concern, score in scores.concerns.items():
        yield _row(concern, score)
        for category, inner in scores.categories.items() if depth != "concern" else ():
            if category.startswith(f"{concern}/"):
                yield _row(f"  {_last(category)}", inner)
                yield from _rule_rows(scores, category) if depth == "rule" else ()


def _rule_rows(scores: Scores, category: str) -> Iterator[str]:
    rules = ((rule, score) for rule, score in scores.rules.items() if rule.startswith(f"{category}/"))
    for rule, score in sorted(rules, key=lambda pair: -pair[1].right - pair[1].false_alarms):
        yield _row(f"    {_last(rule)}", score)


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _row(name: str, score: Score) -> str:
    rates = f"{score.precision:>9.3f} {score.recall:>6.3f} {score.f1:>5.3f}"
    near = score.near or ""
    return f"{name:<{_NAME - 4}}{rates} {score.right:>5} {score.false_alarms:>5} {near:>4} {score.missed:>6}"


def share_lines(flags: FlagShares) -> Iterator[str]:
    """How well the correct flags fit, one share per line."""
    yield f"{flags.right:,} flags are in messages marked with their concern. Of those,"
    yield f"{_share(flags.named, flags.right)} have a category marked there,"
    yield f"{_share(flags.placed, flags.right)} overlap a marked phrase; of those"
    yield f"{_share(flags.tight, flags.placed)} are at most twice as long as that phrase."


def _share(part: int, whole: int) -> str:
    return f"{part / whole if whole else 1:>8.1%}"


def miss_lines(title: str, findings: Collection[Finding], closed: Collection[str]) -> Iterator[str]:
    """List findings by category: voice, line, the rule if any, and the message with the phrase in brackets.

    Those of `closed` voices are only counted.
    """
    shown = (finding for finding in findings if finding.voice not in closed)
    found = sorted(shown, key=lambda finding: (finding.category, finding.rule))
    rest = len(findings) - len(found)
    yield f"{title}: {len(findings)}{f', {rest} of them in closed voices' if rest else ''}"
    for category, group in groupby(found, key=lambda finding: finding.category):
        members = list(group)
        yield f"\n{category} ({len(members)})"
        for one in members:
            rule = f" {_last(one.rule)}:" if one.rule else ""
            yield f"  {one.voice}:{one.message.line}:{rule} {bracketed(one.message.text, one.start, one.end)}"


def bracketed(text: str, start: int, end: int) -> str:
    """Put `text` on one line, with the phrase in brackets."""
    return one_line(f"{text[:start]}[{text[start:end]}]{text[end:]}")
