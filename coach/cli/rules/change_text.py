"""Compare two scores in tables of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from coach.cli.terminal import one_line
from coach.corpus.score import Change, Score, Scores, Turned, changes, turned
from coach.models import Concern

MOST = 25
"""How many messages and rules of each kind are shown."""


def change_lines(since: str, before: Scores, after: Scores) -> Iterator[str]:
    """List every concern and the rules that changed, then messages newly flagged or no longer flagged."""
    yield f"{'Changed since ' + since:<44}precision recall    F1 right false"
    found = list(changes(before, after))
    concerns = [change for change in found if change.name in set(Concern)]
    rules = [change for change in found if change.name not in set(Concern)]
    yield from (_row(change) for change in concerns)
    yield from (_row(change) for change in rules[:MOST])
    yield from _rest(len(rules))
    yield ""
    yield from _messages("Newly flagged", "+", turned(before, after))
    yield ""
    yield from _messages("No longer flagged", "-", turned(after, before))


def _row(change: Change) -> str:
    old, new = change.before or Score(), change.after or Score()
    right, false = _sign(new.right - old.right), _sign(new.false_alarms - old.false_alarms)
    if change.before is None or change.after is None:
        known = "silent before" if change.before is None else "silent now"
        return f"{change.name:<44}{known:>22} {right:>5} {false:>5}"
    rates = f"{new.precision - old.precision:>+9.3f} {new.recall - old.recall:>+6.3f} {new.f1 - old.f1:>+5.3f}"
    return f"{change.name:<44}{rates} {right:>5} {false:>5}"


def _sign(number: int) -> str:
    return f"{number:+d}" if number else "0"


def _messages(title: str, sign: str, found: list[Turned]) -> Iterator[str]:
    right = sum(one.is_right for one in found)
    yield f"{title}: {len(found)} ({right} marked so, {len(found) - right} not)"
    for one in sorted(found, key=lambda one: one.is_right)[:MOST]:
        mark = "marked" if one.is_right else "not marked"
        yield f"{sign} {one.concern}, {mark}: {one_line(one.message.text)} ({one.message.voice})"
    yield from _rest(len(found))


def _rest(count: int) -> Iterator[str]:
    if count > MOST:
        yield f"... and {count - MOST} more"
