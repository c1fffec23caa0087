"""What a turn of a group does, by its words: agree, stand up, be kind, answer a joke."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.engine.recall import LONGEST_RECALLED
from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.phrase_finder import PhraseFound, TextFinder, Word, once_for_each, read_phrases

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.models.phrase import Phrase

_LAUGH = re.compile(r"a?(?:h[aeiou]){2,30}h?|l[ou]{1,30}l{1,9}|lm[fa]{1,9}o{1,30}|ro{1,9}fl|pmsl|k{3,30}|x[dD]{1,9}")
_SECONDS = re.compile(r"\+1{1,3}0{0,3}")
"""A vote for what was said: `+1`."""
_UP = re.compile(r"\^{1,9}")
_SPEAKS_UP = frozenset({"speaks-up", "rebukes", "objects"})
_OBJECTS = frozenset({"rebukes", "objects", "comforts", "complains", "confesses"})
_EMPTY = frozenset({"agrees", "fillers", "mocks", "giggles"})
_FEW = 4
"""The most words of a turn that only repeats what was said."""
_RETORT = 3
"""The fewest words of an answer beside its laughter."""
MOST_LATEST = 4096
"""Turns whose words are kept before all are forgotten, at about 2 KB each."""
_WEIGHTY = 3
"""The fewest letters of a word that it repeats."""


@dataclass(frozen=True)
class Heard:
    """The words of a turn and the phrases in it."""

    words: tuple[Word, ...]
    found: tuple[PhraseFound, ...]
    points_up: bool = False
    """Whether it is only a sign for what was said above: `^^`."""

    def has(self, name: str) -> bool:
        """Return whether it has a phrase of this list."""
        return any(one.name == name for one in self.found)

    @property
    def laughs(self) -> bool:
        """Whether somebody laughs in it."""
        return any(word and _LAUGH.fullmatch(word) for word, _, _ in self.words) or self.has("laughs")

    @property
    def mocks(self) -> bool:
        """Whether somebody laughs in it, or shows a face that mocks."""
        return self.laughs or self.has("mocks") or self.has("helpless")

    @property
    def only_goes_along(self) -> bool:
        """Whether it does nothing but laugh and agree: "so true", "stop 😭", "^^"."""
        if self.calls_off:
            return False
        if self.mocks:
            return self.is_only("agrees", "giggles", "mocks") and not self.has("rebukes")
        return self.points_up or (self.is_only("agrees") and not self.speaks_up)

    @property
    def protests(self) -> bool:
        """Whether it says no to what was said, and nobody laughs in it."""
        return self.has("protests") and not self.mocks

    @property
    def speaks_up(self) -> bool:
        """Whether it tells the others that what was said is not fine."""
        return (any(one.name in _SPEAKS_UP for one in self.found) and not self.has("helpless")) or self.calls_off

    @property
    def calls_off(self) -> bool:
        """Whether it tells several to stop, with a laugh at most: "lol stop it guys"."""
        return self.has("calls-off") and not any(map(self.has, ("helpless", "mocks", "laughs")))

    @property
    def thanks(self) -> bool:
        """Whether somebody says thank you, and means it."""
        return self.has("thanks") and not self.has("no-thanks")

    @property
    def objects(self) -> bool:
        """Whether it shows that a turn before was unkind, even where no rule finds it so."""
        return not self.laughs and not self.has("consoles") and any(one.name in _OBJECTS for one in self.found)

    @property
    def regrets(self) -> bool:
        """Whether somebody says sorry and means it."""
        return self.has("regrets") and not self.has("unrepentant")

    @property
    def may_defend(self) -> bool:
        """Whether it may defend somebody, or say that what was said hurt or was meant to."""
        is_kind = self.has("kind") and not self.has("concern")
        is_calm = not (self.laughs or self.excuses or self.has("consoles"))
        return self.objects or (is_calm and (is_kind or self.speaks_up))

    @property
    def is_warm(self) -> bool:
        """Whether it helps, praises or is kind to somebody, and nobody laughs in it."""
        return not (self.mocks or self.has("amused")) and any(map(self.has, ("helps", "praises", "kind")))

    @property
    def is_for_the_hit(self) -> bool:
        """Whether it is kind to somebody, and does more than praise, which may be for the one who hits."""
        return self.has("kind") and not (self.has("praises") or self.has("amused"))

    @property
    def own_words(self) -> int:
        """How many of its words are neither laughter nor agreement nor fillers."""
        empty = {at for one in self.found if one.name in _EMPTY for at in range(one.first, one.last)}
        said = [(at, word) for at, (word, _, _) in enumerate(self.words) if word]
        return sum(not _is_sign(word) and at not in empty for at, word in said)

    @property
    def excuses(self) -> bool:
        """Whether it takes the side of the one who hits."""
        return self.has("excuses") and not self.has("rebukes")

    def place_of(self, name: str) -> tuple[int, int] | None:
        """Return the characters of the first phrase of this list."""
        first = min((one for one in self.found if one.name == name), key=lambda one: one.first, default=None)
        return first and (self.words[first.first][1], self.words[first.last - 1][2])

    def is_only(self, *names: str) -> bool:
        """Return whether it is nothing but phrases of these lists, laughs, and words without meaning."""
        empty = (*names, "fillers")
        covered = {at for one in self.found if one.name in empty for at in range(one.first, one.last)}
        laughs = {at for at, (word, _, _) in enumerate(self.words) if word and _is_sign(word)}
        said = {at for at, (word, _, _) in enumerate(self.words) if word}
        return (any(map(self.has, names)) or bool(laughs)) and said <= covered | laughs

    def begins_with(self, name: str) -> bool:
        """Return whether its first words, after laughter and words without meaning, are a phrase of this list."""
        empty = {at for one in self.found if one.name == "openers" for at in range(one.first, one.last)}
        empty |= {at for at, (word, _, _) in enumerate(self.words) if not word or _LAUGH.fullmatch(word)}
        return any(one.name == name and set(range(one.first)) <= empty for one in self.found)

    @property
    def chants(self) -> bool:
        """Whether it is one word, again and again."""
        said = [word for word, _, _ in self.words if word]
        return len(said) > 1 and len(set(said)) == 1 and len(said[0]) >= _WEIGHTY

    @property
    def is_playful(self) -> bool:
        """Whether somebody laughs, and teases back or says more than that."""
        empty = {at for one in self.found if one.name in ("agrees", "fillers") for at in range(one.first, one.last)}
        said = [at for at, (word, _, _) in enumerate(self.words) if word and not _LAUGH.fullmatch(word)]
        return self.laughs and (self.has("teases") or len(set(said) - empty) >= _RETORT)

    def echoes(self, said: Heard) -> bool:
        """Return whether it is short and repeats a word."""
        own = {word for word, _, _ in self.words if word}
        empty = {self.words[at][0] for one in self.found if one.name == "fillers" for at in range(one.first, one.last)}
        repeated = own.intersection(word for word, _, _ in said.words) - empty
        return len(own) <= _FEW and any(len(word) >= _WEIGHTY for word in repeated)


def _is_sign(word: str) -> bool:
    return bool(_LAUGH.fullmatch(word) or _SECONDS.fullmatch(word))


class GroupWords:
    """Hears what turns do."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, [*read_phrases(_source(), _source().values["phrases"]), *_asking()])
        self._latest = BoundedCache(Weakly(self._heard), MOST_LATEST, LONGEST_RECALLED)
        """What was heard lately: a conversation asks for each turn more than once."""

    def heard(self, text: str) -> Heard:
        """Find the phrases of a turn."""
        return self._latest[text]

    def _heard(self, text: str) -> Heard:
        words = self._finder.words(text)
        found = tuple(self._finder.find([word for word, _, _ in words]))
        return Heard(tuple(words), found, points_up=bool(_UP.fullmatch(text.strip())))


def _asking() -> list[tuple[str, Phrase]]:
    """Return the phrases of retorts.toml for somebody who asks to come along."""
    source = read_toml(Path(__file__).with_name("retorts.toml"))
    return read_phrases(source, {"asks-in": source.values["phrases"]["asks-in"]})


@once_for_each
def group_words(nlp: Language) -> GroupWords:
    """Compile the phrases of groups.toml for the spelling of a pipeline, once."""
    return GroupWords(nlp)


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("groups.toml"))
