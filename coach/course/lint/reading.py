"""Checks that the texts of a lesson are easy enough for their readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.course.lint.snippets import head_of, practice_of
from coach.course.reading_grade import Grade, grade_of
from coach.course.wording import sentences, word_count
from coach.models import Lesson, Reader, Step

CHILD_GRADE, GROWN_UP_GRADE = 4.0, 7.0
MAX_GRADE: Mapping[Reader, float] = {
    Reader.CHILD: CHILD_GRADE,
    Reader.BOTH: CHILD_GRADE,
    Reader.TALK: GROWN_UP_GRADE,
    Reader.PARENT: GROWN_UP_GRADE,
}
"""The highest reading grade allowed, by reader."""
MAX_WORDS: Mapping[Reader, int] = {Reader.CHILD: 15, Reader.BOTH: 15, Reader.TALK: 25, Reader.PARENT: 25}
"""The longest sentence allowed, by reader."""
_WHO: Mapping[Reader, str] = {
    Reader.CHILD: "the child",
    Reader.BOTH: "both",
    Reader.TALK: "a question",
    Reader.PARENT: "the parent",
}
FEWEST = 20
"""Texts with fewer words are graded only as part of the lesson, as a single long word would decide their grade."""
FEWEST_IN_SENTENCE = 8
LEEWAY = 4.0
"""How far a single sentence may exceed the limit, as the grades of single sentences vary widely."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text that one of the two readers reads in one go."""

    reader: Reader
    pieces: tuple[tuple[int, str], ...]
    """Each with its line number, or that of a line above it."""

    @property
    def grade(self) -> Grade:
        """How hard it is to read."""
        return grade_of(piece for _, piece in self.pieces)

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """The sentences, each with the line number of its piece."""
        return [(line, sentence) for line, piece in self.pieces for sentence in sentences(piece)]


def texts_of(step: Step) -> Iterator[Text]:
    """Split a step into texts: one for each passage, and for each reader of its practice."""
    for passage in step.passages:
        yield Text(passage.reader, ((passage.line, passage.text),))
    snippets = list(practice_of(step))
    for reader in Reader:
        pieces = tuple((one.line, one.text) for one in snippets if one.reader is reader)
        if pieces:
            yield Text(reader, pieces)


def grades_of(lesson: Lesson) -> tuple[Grade, Grade]:
    """Grade a lesson for the child and for the grown-up."""
    texts = [text for step in lesson.steps for text in texts_of(step)]
    goal = grade_of(one.text for one in head_of(lesson) if one.reader)
    return _sum(texts, CHILD_GRADE), _sum(texts, GROWN_UP_GRADE) + goal


def _sum(texts: Sequence[Text], most: float) -> Grade:
    return sum((text.grade for text in texts if MAX_GRADE[text.reader] == most), Grade())


def too_long(text: Text) -> Iterator[tuple[int, str, str, str]]:
    """Report sentences with too many words, as line, sentence, problem and fix."""
    limit = MAX_WORDS[text.reader]
    for line, sentence in text.sentences:
        if (count := word_count(sentence)) > limit:
            problem = f"a sentence of {count} words: at most {limit} allowed"
            yield line, sentence, problem, "shorten it, or make two sentences"


def too_hard(text: Text) -> Iterator[tuple[int, str, str, str]]:
    """Report hard texts, and single sentences that are far too hard, as line, sentence, problem and fix."""
    limit, grade = MAX_GRADE[text.reader], text.grade
    graded = [(grade_of([sentence]), line, sentence) for line, sentence in text.sentences]
    hard = [one for one in graded if one[0].words >= FEWEST_IN_SENTENCE and one[0].value > limit + LEEWAY]
    fix = "use shorter words, or make two sentences"
    if grade.words >= FEWEST and grade.value > limit:
        _, line, sentence = max(graded, key=lambda one: one[0].value)
        problem = (
            f"reading grade {grade.value:.1f}: at most {limit:g} allowed for {_WHO[text.reader]}; "
            "this is the hardest sentence"
        )
        yield line, sentence, problem, fix
    else:
        for one, line, sentence in hard:
            problem = f"a sentence of reading grade {one.value:.1f}: aim at {limit:g} for {_WHO[text.reader]}"
            yield line, sentence, problem, fix
