"""Read a message again with another word for each typo: `aone` is `a one` or `alone`, `thnk` `thank` or `think`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple

from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.text.reading import Span

_TYPED = re.compile(r"(\W{0,3})([a-z]{4,24})(\W{0,5})")
WORD = re.compile(r"(\W{0,3})(\w(?:[\w'\u2019-]{0,40}\w)?)(\W{0,5})")
"""A written word between its marks."""
_WHITE = re.compile(r"( |[^\S ]+)")
_OTHER_WHITE = re.compile(r"[^\S ]")
_MOST = 3
"""A message with more typos is likely slang or another language."""


class GuessedChange(NamedTuple):
    """A word that is another one in the guessed text."""

    start: int
    """Its first character in the guessed text."""
    end: int
    before: Span
    """Its place in the message."""


class Guesses:
    """Finds what the typos of a message may mean besides what they are read as."""

    def __init__(self, other_guesses: Callable[[str], Sequence[str]]) -> None:
        """Ask `other_guesses` for the other meanings of a written word, the likeliest first."""
        self._ask = other_guesses
        self._others = BoundedCache(Weakly(self._guessed))

    def _guessed(self, chunk: str) -> tuple[str, ...]:
        typed = _TYPED.fullmatch(chunk)
        return tuple(f"{typed[1]}{other}{typed[3]}" for other in self._ask(typed[2])) if typed else ()

    def of(self, text: str) -> Iterator[tuple[str, list[GuessedChange]]]:
        """Yield the text with other words, and what changed; nothing if there are no other words, or too many."""
        chunks, gaps = chunks_of(text)
        others = list(map(self._others.__getitem__, chunks))
        if any(others) and sum(map(bool, others)) <= _MOST:
            yield from (changed(chunks, gaps, guesses) for guesses in zip_longest(*map(_or_nothing, others)))


def _or_nothing(others: tuple[str, ...]) -> tuple[str | None, ...]:
    return others or (None,)


def chunks_of(text: str) -> tuple[list[str], list[str]]:
    """Split a text at white space: what is written, and the white space behind each.

    A line break is followed by an empty chunk, so that no word of another line is a neighbour.
    """
    if not _OTHER_WHITE.search(text):
        chunks = text.split(" ")
        return chunks, [*[" "] * (len(chunks) - 1), ""]
    pieces = _WHITE.split(text)
    chunks, gaps = [pieces[0]], list[str]()
    for gap, chunk in zip(pieces[1::2], pieces[2::2], strict=True):
        chunks += [chunk] if gap == " " else ["", chunk]
        gaps += [gap] if gap == " " else [gap, ""]
    return chunks, [*gaps, ""]


def changed(
    chunks: Sequence[str], gaps: Sequence[str], guesses: Sequence[str | None]
) -> tuple[str, list[GuessedChange]]:
    """Return the text of these chunks with those that have a guess replaced, and what changed."""
    changes, at, longer = list[GuessedChange](), 0, 0
    for chunk, gap, other in zip(chunks, gaps, guesses, strict=True):
        if other and (typed := WORD.fullmatch(chunk)):
            start, end = at + typed.start(2), at + typed.end(2)
            more = len(other) - len(chunk)
            changes.append(GuessedChange(start + longer, end + longer + more, (start, end)))
            longer += more
        at += len(chunk) + len(gap)
    said = (f"{other or chunk}{gap}" for chunk, gap, other in zip(chunks, gaps, guesses, strict=True))
    return "".join(said), changes


def placed(locate: Callable[[], list[Span]], changes: list[GuessedChange]) -> Callable[[], list[Span]]:
    """Locate words of the guessed text where they are in the message."""

    def before(span: Span) -> Span:
        at = bisect_right(changes, span[0], key=itemgetter(0)) - 1
        if at < 0:
            return span
        change = changes[at]
        if span[0] < change.end:
            return change.before
        shift = change.before[1] - change.end
        return span[0] + shift, span[1] + shift

    return lambda: list(map(before, locate()))
