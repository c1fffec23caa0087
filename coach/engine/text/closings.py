"""Read a message again with a break before its closing words: `i want to die goodnight`.

A phrase that is only meant at the end of a clause must not be hidden by a sign-off, a kiss, a joke word or a name that
somebody is called behind it.
"""

from __future__ import annotations

from coach.engine.text.listed import Listed
from coach.engine.text.reading import Reading, Span

_ADDRESS = "you"
"""Begins a name that somebody is called: `you idiot`."""


def with_breaks(reading: Reading, closings: Listed) -> Reading | None:
    """Return the reading with a break before closing words at the end of a clause, or None if there are none."""
    words = reading.words
    if not closings.is_in(words):
        return None
    breaks = _breaks(words, closings)
    if not breaks:
        return None

    def locate() -> list[Span]:
        spans = list(reading.spans)
        for at in reversed(breaks):
            spans.insert(at, (spans[at][0], spans[at][0]))
        return spans

    paused = list(words)
    for at in reversed(breaks):
        paused.insert(at, None)
    ends = [end + sum(at <= end for at in breaks) for end in reading.ends]
    return Reading(
        reading.text, reading.direction, reading.audience, paused, ends, locate, first=reading, written=reading.text
    )


def _breaks(words: list[str | None], closings: Listed) -> list[int]:
    """Return the words before which a clause only closes, or after which it only begins with a name."""
    found, starts = dict[int, int](), dict[int, int]()
    for begin, end in closings.find(words, 0, len(words)):
        found[begin] = max(end, found.get(begin, 0))
        starts[end] = min(begin, starts.get(end, begin))
    edges = [at for at, word in enumerate(words) if word is None]
    before = {_start(end, starts) for end in [*edges, len(words)] if end in starts}
    after = {found[at] for at in (0, *(edge + 1 for edge in edges)) if at in found and words[at] == _ADDRESS}
    return sorted(at for at in before | after if 0 < at < len(words) and None not in words[at - 1 : at + 1])


def _start(end: int, starts: dict[int, int]) -> int:
    """Return where closing words that follow each other begin: `lol bye`."""
    while end in starts:
        end = starts[end]
    return end
