"""Checks the rhythm of sentences that are read aloud: neither chopped nor endless.

"Short" is calibrated on the prose that these lessons are modelled on: its longest run of sentences of up to five words
is two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from coach.course.lint.reading import Text
from coach.course.lint.snippets import practice_of
from coach.course.wording import sentences, word_count
from coach.errors import Fault
from coach.models import AgeGroup, Lesson, Reader, Step
from coach.source import Source

SHORT = 5
"""The most words of a short sentence."""
MAX_SHORT = 3
"""The most short sentences in a row."""
AVERAGE: Mapping[AgeGroup, tuple[int, int]] = {AgeGroup.YOUNGER: (6, 11), AgeGroup.OLDER: (7, 14)}
"""The fewest and most words of a sentence, on average over a lesson."""
FEWEST = 8
"""A lesson or case with fewer sentences has no rhythm to speak of."""
_PROSE = {"an answer", "an ending", "a reason"}
"""Snippets that are whole sentences; options and messages are as short as people write them."""
_BULLET = "•"


def average(lesson: Lesson, age: AgeGroup) -> float:
    """Return the words of a sentence, on average, in what a child of this age reads; 0 if there is none."""
    counts = _counts(lesson.for_age(age))
    return sum(counts) / len(counts) if counts else 0.0


def uneven(source: Source, lesson: Lesson, ages: Iterable[AgeGroup] = AgeGroup) -> Iterator[Fault]:
    """Report an average that is too low or too high for an age that reads it, as a fault of the whole file."""
    for age in ages:
        fewest, most = AVERAGE[age]
        found = round(average(lesson, age), 1)
        if len(_counts(lesson.for_age(age))) < FEWEST or fewest <= found <= most:
            continue
        fix = "split long sentences in two" if found > most else "join short sentences that belong together"
        problem = f"{found} words a sentence on average for ages {age}: {fewest} to {most} allowed"
        yield Fault(source.path, 0, 1, problem, fix)


def short_runs(text: Text) -> Iterator[tuple[int, str, str, str]]:
    """Report too many short sentences in a row, as line, sentence, problem and fix."""
    for line, piece in text.pieces:
        for is_short, group in groupby(_prose(piece), lambda sentence: word_count(sentence) <= SHORT):
            run = list(group)
            if is_short and len(run) > MAX_SHORT:
                problem = f"{len(run)} sentences of up to {SHORT} words in a row: at most {MAX_SHORT} allowed"
                yield line, run[0], problem, "join two of them, or say one more fully"


def prose_of(lesson: Lesson) -> Iterator[str]:
    """Yield the whole sentences that a child reads, for the age group of `lesson`."""
    return (sentence for step in lesson.steps for piece in _read_by_child(step) for sentence in _prose(piece))


def _counts(lesson: Lesson) -> list[int]:
    return list(map(word_count, prose_of(lesson)))


def _read_by_child(step: Step) -> Iterator[str]:
    yield from (passage.text for passage in step.passages if passage.reader is not Reader.PARENT)
    yield from (snippet.text for snippet in practice_of(step) if snippet.what in _PROSE)


def _prose(piece: str) -> Iterator[str]:
    """Split a piece into sentences, leaving out bullets and lone signs."""
    lines = (line for line in piece.split("\n") if not line.startswith(_BULLET))
    return (sentence for line in lines for sentence in sentences(line) if word_count(sentence))
