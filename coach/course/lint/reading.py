"""Whether the words of a lesson can be read by those who read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.course.lint.told import head_of, practice_of
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
"""The hardest a text may read, by who reads it."""
MAX_WORDS: Mapping[Reader, int] = {Reader.CHILD: 15, Reader.BOTH: 15, Reader.TALK: 25, Reader.PARENT: 25}
"""The longest sentence, by who reads it."""
FEWEST = 20
"""With fewer words than these, one long word makes a grade; they count for the lesson alone."""
FEWEST_IN_SENTENCE = 8
LEEWAY = 4.0
"""How much harder than its text a single sentence may be: grades of single sentences jump."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that are read together by one of the two."""

    reader: Reader
    pieces: tuple[tuple[int, str], ...]
    """Each with the line where it stands, or below which it is found."""

    @property
    def grade(self) -> Grade:
        """How hard they are."""
        return grade_of(piece for _, piece in self.pieces)

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """Every sentence, with the line of its piece."""
        return [(line, sentence) for line, piece in self.pieces for sentence in sentences(piece)]


def texts_of(step: Step) -> Iterator[Text]:
    """The texts of a step: each passage, and what its practice says to each of the two."""
    for passage in step.passages:
        yield Text(passage.reader, ((passage.line, passage.text),))
    told = list(practice_of(step))
    for reader in Reader:
        pieces = tuple((one.line, one.text) for one in told if one.reader is reader)
        if pieces:
            yield Text(reader, pieces)


def grades_of(lesson: Lesson) -> tuple[Grade, Grade]:
    """How hard a lesson is for the child, and for the grown-up."""
    texts = [text for step in lesson.steps for text in texts_of(step)]
    goal = grade_of(one.text for one in head_of(lesson) if one.reader)
    return _sum(texts, CHILD_GRADE), _sum(texts, GROWN_UP_GRADE) + goal


def _sum(texts: Sequence[Text], most: float) -> Grade:
    return sum((text.grade for text in texts if MAX_GRADE[text.reader] == most), Grade())


def too_long(text: Text) -> Iterator[tuple[int, str, str, str]]:
    """Line, sentence, problem and fix of every sentence with too many words."""
    limit = MAX_WORDS[text.reader]
    for line, sentence in text.sentences:
        if (count := word_count(sentence)) > limit:
            yield line, sentence, f"a sentence of {count} words", f"keep to {limit} words, or make two sentences"


def too_hard(text: Text) -> Iterator[tuple[int, str, str, str]]:
    """Line, sentence, problem and fix of a text that is too hard, and of single sentences that are far too hard."""
    limit, grade = MAX_GRADE[text.reader], text.grade
    graded = [(grade_of([sentence]), line, sentence) for line, sentence in text.sentences]
    hard = [one for one in graded if one[0].words >= FEWEST_IN_SENTENCE and one[0].value > limit + LEEWAY]
    fix = "use shorter words, or make two sentences"
    if grade.words >= FEWEST and grade.value > limit:
        _, line, sentence = max(graded, key=lambda one: one[0].value)
        problem = (
            f"read at grade {grade.value:.1f}, for the {text.reader} {limit:g} at most; this sentence is the hardest"
        )
        yield line, sentence, problem, fix
    else:
        for one, line, sentence in hard:
            yield line, sentence, f"a sentence of grade {one.value:.1f}, for the {text.reader} about {limit:g}", fix
