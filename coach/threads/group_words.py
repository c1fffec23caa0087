"""What a turn of a group does, by its words: agree, stand up, be kind, answer a joke."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.phrase_finder import PhraseFound, TextFinder, Word, read_phrases

if TYPE_CHECKING:
    from spacy.language import Language

_LAUGH = re.compile(r"a?(?:h[aeiou]){2,30}h?|l[ou]{1,30}l{1,9}|lm[fa]{1,9}o{1,30}|ro{1,9}fl|pmsl|k{3,30}|x[dD]{1,9}")
_FEW = 4
"""The most words of a turn that only repeats what was said."""
_WEIGHTY = 3
"""The fewest letters of a word that it repeats."""


@dataclass(frozen=True)
class Heard:
    """The words of a turn and the phrases in it."""

    words: tuple[Word, ...]
    found: tuple[PhraseFound, ...]

    def has(self, name: str) -> bool:
        """Return whether it has a phrase of this list."""
        return any(one.name == name for one in self.found)

    @property
    def laughs(self) -> bool:
        """Whether somebody laughs in it."""
        return any(word and _LAUGH.fullmatch(word) for word, _, _ in self.words) or self.has("laughs")

    def place_of(self, name: str) -> tuple[int, int] | None:
        """Return the characters of the first phrase of this list."""
        first = min((one for one in self.found if one.name == name), key=lambda one: one.first, default=None)
        return first and (self.words[first.first][1], self.words[first.last - 1][2])

    def is_only(self, name: str) -> bool:
        """Return whether it is nothing but phrases of this list, laughs, and words without meaning."""
        covered = {at for one in self.found if one.name in (name, "fillers") for at in range(one.first, one.last)}
        laughs = {at for at, (word, _, _) in enumerate(self.words) if word and _LAUGH.fullmatch(word)}
        said = {at for at, (word, _, _) in enumerate(self.words) if word}
        return (self.has(name) or bool(laughs)) and said <= covered | laughs

    def begins_with(self, name: str) -> bool:
        """Return whether its first words are a phrase of this list."""
        return any(one.name == name and one.first == 0 for one in self.found)

    def echoes(self, said: Heard) -> bool:
        """Return whether it is short and repeats a word."""
        own = {word for word, _, _ in self.words if word}
        empty = {self.words[at][0] for one in self.found if one.name == "fillers" for at in range(one.first, one.last)}
        repeated = own.intersection(word for word, _, _ in said.words) - empty
        return len(own) <= _FEW and any(len(word) >= _WEIGHTY for word in repeated)


class GroupWords:
    """Hears what turns do."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, read_phrases(_source(), _source().values["phrases"]))

    def heard(self, text: str) -> Heard:
        """Find the phrases of a turn."""
        words = self._finder.words(text)
        return Heard(tuple(words), tuple(self._finder.find([word for word, _, _ in words])))


@lru_cache(maxsize=2)
def group_words(nlp: Language) -> GroupWords:
    """Compile the phrases of groups.toml for the spelling of a pipeline, once."""
    return GroupWords(nlp)


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("groups.toml"))
