"""Splits rows into sentences, as the second reader does; a sentence is positive only if its own words are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coach.engine.reader.sentences import sentences_in
from coach.engine.text.respell import Respell
from coach.engine.text.tokenizer import readable
from coach.models import Audience
from coach.training.corpus_rows import CONCERN_OF
from coach.training.row import Kind, Row


def sentence_rows(respell: Respell, rows: Iterable[Row]) -> Iterator[Row]:
    """Split every row into sentences, except those of the open data, most of which do not mark what is rude."""
    for row in rows:
        if row.kind is Kind.OPEN:
            yield row
        else:
            yield from _sentences(respell, row)


def _sentences(respell: Respell, row: Row) -> Iterator[Row]:
    reading = respell.reading(readable(row.text), row.direction, Audience.GROUP)
    for number, (first, last) in enumerate(sentences_in(reading)):
        start, end = reading.spans[first][0], reading.spans[last - 1][1]
        marks = tuple(
            mark.model_copy(update={"start": max(mark.start, start) - start, "end": min(mark.end, end) - start})
            for mark in row.marks
            if mark.start < end and start < mark.end
        )
        concerns = frozenset(CONCERN_OF[mark.category] for mark in marks)
        yield replace(row, text=row.text[start:end], marks=marks, concerns=concerns, opens=not number)
