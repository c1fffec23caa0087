"""How hard an English text is to read: the Flesch-Kincaid grade, the school year in which it is read with ease.

Kincaid et al., "Derivation of new readability formulas for Navy enlisted personnel", 1975. Syllables are counted by
`syllapy`, from its word list and by spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import syllapy

from coach.course.wording import sentences, words_of


@dataclass(frozen=True, slots=True)
class Grade:
    """What the grade of a text is made from."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Grade) -> Grade:
        """The grade of both texts, read one after the other."""
        return Grade(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def value(self) -> float:
        """The grade; 0 where there are no words, and never less."""
        if not self.words:
            return 0.0
        return max(0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59, 0.0)


def grade_of(texts: Iterable[str]) -> Grade:
    """The grade of texts read together; the end of each ends a sentence."""
    read = [words for text in texts for sentence in sentences(text) if (words := words_of(sentence))]
    return Grade(sum(map(len, read)), len(read), sum(_syllables(word) for words in read for word in words))


def _syllables(word: str) -> int:
    return max(int(syllapy.count(word.replace("’", "'"))), 1)
