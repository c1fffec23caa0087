"""Turns training rows into examples: the windows that the second reader reads, each with what is marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from coach.engine.reader.pieces import Pieces
from coach.engine.reader.windows import windows_in
from coach.engine.text.reading import Reading
from coach.engine.text.respell import Respell
from coach.engine.text.tokenizer import readable
from coach.models import Audience, Concern, Mark
from coach.training.corpus_rows import CONCERN_OF
from coach.training.row import Kind, Row

MARKED = frozenset({Kind.VOICE, Kind.PUBLIC})
"""Rows whose marks say where; a window is an example for what is marked in it."""


@dataclass(frozen=True, slots=True)
class WindowExample:
    """The words of a window, and what a grown-up marked in it."""

    row: Row
    """The row it is part of."""
    words: tuple[str | None, ...]
    """Plain spelling; None is a break."""
    concerns: frozenset[Concern]
    """What it is a positive example for; it teaches what its row teaches."""
    marked: tuple[str, ...]
    """The category of the phrase that each word is in; empty outside."""

    @property
    def categories(self) -> frozenset[str]:
        """The ids of the marked categories."""
        return frozenset(name for name in self.marked if name)


def examples_of(
    respell: Respell, pieces: Pieces, rows: Iterable[Row], step: Callable[[], None] = lambda: None
) -> Iterator[WindowExample]:
    """Yield the windows of every row; `step` is called after each row.

    Rows of the open data are one example each, cut if long: most do not mark what is rude.
    """
    for row in rows:
        reading = respell.reading(readable(row.text), row.direction, Audience.GROUP)
        if row.kind is Kind.OPEN:
            windows = [(0, len(reading.words))] if reading.words else []
        else:
            windows = windows_in(reading, pieces)
        yield from (_example(row, reading, first, last) for first, last in windows)
        step()


def _example(row: Row, reading: Reading, first: int, last: int) -> WindowExample:
    spans = reading.spans[first:last]
    marked = tuple(_category(row.marks, start, end) for start, end in spans)
    if row.kind in MARKED:
        concerns = frozenset(CONCERN_OF[name.rpartition("/")[2]] for name in marked if name)
    else:
        concerns = row.concerns
    return WindowExample(row, tuple(reading.words[first:last]), concerns, marked)


def _category(marks: Sequence[Mark], start: int, end: int) -> str:
    """Return the category of the mark that touches these characters."""
    for mark in marks:
        if mark.start < end and start < mark.end:
            return f"{CONCERN_OF[mark.category]}/{mark.category}"
    return ""
