"""How hard an English text is to read: the Flesch-Kincaid grade, the school year in which it is read easily.

Kincaid et al., "Derivation of new readability formulas for Navy enlisted personnel", 1975. Syllables are counted by
`syllapy`, from its word list or by spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import syllapy

from coach.course.wording import sentences, words_of


@dataclass(frozen=True, slots=True)
class Grade:
    """The counts from which the grade of a text is computed."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Grade) -> Grade:
        """Add up the counts of two texts."""
        return Grade(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def value(self) -> float:
        """The grade, at least 0; 0 for an empty text."""
        if not self.words:
            return 0.0
        return max(0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59, 0.0)


def grade_of(texts: Iterable[str]) -> Grade:
    """Grade several texts together; a sentence never continues from one into the next."""
    read = [words for text in texts for sentence in sentences(text) if (words := words_of(sentence))]
    return Grade(sum(map(len, read)), len(read), sum(_syllables(word) for words in read for word in words))


def _syllables(word: str) -> int:
    return max(int(syllapy.count(word.replace("’", "'"))), 1)
