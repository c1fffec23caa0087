"""Finds phrases by name in texts, in the plain spelling of a pipeline; the phrases are lists in a TOML file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from coach.engine.patterns.finder import PhraseFinder
from coach.engine.pipeline import spelled_by
from coach.engine.spacy_parts import respell_in
from coach.errors import AuthorError
from coach.models.phrase import Phrase
from coach.rules.phrases import PhraseError
from coach.rules.toml_source import TomlSource
from coach.rules.word_sets import WordSets

if TYPE_CHECKING:
    from spacy.language import Language

SETS = "sets"
"""The table of word sets in such a file."""
FILLERS = "fillers"
"""The list of words beside which a phrase is still all that is said."""

Word = tuple[str | None, int, int]
"""A word in plain spelling, or None for a break; the first character and the one after the last."""


class PhraseFound(NamedTuple):
    """A phrase that was found, as words."""

    name: str
    first: int
    last: int
    """The word after the last."""

    def holds(self, other: PhraseFound) -> bool:
        """Return whether the other lies within it."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class TextPhrases:
    """The words of a text, and the phrases in them."""

    words: Sequence[Word]
    found: Sequence[PhraseFound]

    def has(self, name: str) -> bool:
        """Return whether a phrase of this name is in it."""
        return any(one.name == name for one in self.found)

    def place(self, said: Sequence[PhraseFound]) -> tuple[int, int]:
        """Return the first character of these phrases and the one after the last."""
        return self.words[min(one.first for one in said)][1], self.words[max(one.last for one in said) - 1][2]

    def only(self, names: Collection[str], beside: Collection[str] = (FILLERS,)) -> tuple[int, int] | None:
        """Return the place of the phrases of these names; None if there are none, or more than what may be beside."""
        said = [one for one in self.found if one.name in names]
        empty = [*said, *(one for one in self.found if one.name in beside)]
        covered = {at for one in empty for at in range(one.first, one.last)}
        if not said or any(word and at not in covered for at, (word, _, _) in enumerate(self.words)):
            return None
        return self.place(said)


class TextFinder:
    """Finds named phrases in texts; it does not hold the pipeline."""

    def __init__(self, nlp: Language, phrases: Iterable[tuple[str, Phrase]]) -> None:
        self._respell = respell_in(nlp)
        by_name = defaultdict[str, list[Phrase]](list)
        for name, phrase in phrases:
            by_name[name].append(phrase)
        self._finder = PhraseFinder(by_name, cache(self._respell.plain_words))

    def words(self, text: str) -> list[Word]:
        """Return the words of a text in plain spelling."""
        return spelled_by(self._respell, text)

    def read(self, text: str) -> TextPhrases:
        """Return the words of a text and every phrase in them."""
        words = self.words(text)
        return TextPhrases(words, self.find([word for word, _, _ in words]))

    def find(self, words: Sequence[str | None]) -> list[PhraseFound]:
        """Find every phrase in these words."""
        return [PhraseFound(*one) for one in self._finder.find(words)]


Made = TypeVar("Made")


def once_for_each(make: Callable[[Language], Made]) -> Callable[[Language], Made]:
    """Make something once for each pipeline and keep it as long as the pipeline, which it must not hold."""
    made = WeakKeyDictionary["Language", Made]()

    def kept(nlp: Language) -> Made:
        if nlp not in made:
            made[nlp] = make(nlp)
        return made[nlp]

    return kept


def read_phrases(source: TomlSource, lists: Mapping[str, Iterable[str]]) -> list[tuple[str, Phrase]]:
    """Parse lists of phrases, which can use the word sets of their file.

    Raises:
        AuthorError: a phrase or a word set is invalid.
    """
    sets = WordSets()
    sets.add(TomlSource(source.path, source.text, values=dict(source.values.get(SETS, {}))))
    sets.resolve()
    if sets.faults:
        raise AuthorError(sets.faults)
    named = list[tuple[str, Phrase]]()
    for name, written in lists.items():
        for phrase in written:
            try:
                named.append((name, sets.read(phrase, may_end_open=True)))
            except PhraseError as error:
                source.fault_at(next(iter(source.values), ""), error.problem, error.fix, phrase, error.column)
    source.raise_faults()
    return named
