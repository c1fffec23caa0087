"""Checks that the texts of a lesson are easy enough for their readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.course.lint.snippets import head_of, practice_of
from coach.course.reading_grade import Grade, grade_of
from coach.course.wording import sentences, word_count
from coach.models import AgeGroup, Lesson, Reader, Step

CHILDREN = {Reader.CHILD, Reader.BOTH}
"""Readers whose texts are graded for the child's age; the others are read by the grown-up, or by the two with help."""
CHILD_GRADE: Mapping[AgeGroup, float] = {AgeGroup.YOUNGER: 5.0, AgeGroup.OLDER: 7.0}
GROWN_UP_GRADE = 7.0
"""The highest reading grades allowed."""
CHILD_WORDS: Mapping[AgeGroup, int] = {AgeGroup.YOUNGER: 20, AgeGroup.OLDER: 25}
GROWN_UP_WORDS = 25
"""The longest sentences allowed."""
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


def grades_of(lesson: Lesson) -> tuple[Grade, Grade, Grade]:
    """Grade a lesson for younger and older children and for the grown-up."""
    younger, older = ([text for step in lesson.for_age(age).steps for text in texts_of(step)] for age in AgeGroup)
    goal = grade_of(one.text for one in head_of(lesson) if one.reader)
    return _sum(younger), _sum(older), _sum(younger, for_children=False) + goal


def _sum(texts: Sequence[Text], *, for_children: bool = True) -> Grade:
    return sum((text.grade for text in texts if (text.reader in CHILDREN) is for_children), Grade())


def too_long(text: Text, age: AgeGroup) -> Iterator[tuple[int, str, str, str]]:
    """Report sentences with too many words, as line, sentence, problem and fix."""
    limit = CHILD_WORDS[age] if text.reader in CHILDREN else GROWN_UP_WORDS
    for line, sentence in text.sentences:
        if (count := word_count(sentence)) > limit:
            problem = f"a sentence of {count} words: at most {limit} allowed"
            yield line, sentence, problem, "shorten it, or make two sentences"


def too_hard(text: Text, age: AgeGroup) -> Iterator[tuple[int, str, str, str]]:
    """Report hard texts, and single sentences that are far too hard, as line, sentence, problem and fix."""
    limit = CHILD_GRADE[age] if text.reader in CHILDREN else GROWN_UP_GRADE
    grade = text.grade
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
