"""Find the words that one spelt by ear may be: `broosis` sounds like bruises, `voys` like voice.

Two words sound alike if they have the same consonants, and between them vowels that may be the same. A weak vowel
before `l`, `m`, `n` or `r` may be left out: `camra`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.text.english import how_common, is_english

_FILE = Path(__file__).with_name("ears.toml")
_WEAK = "v"
_SHORTEST = 3
_MOST_WAYS = 8
_ALIKE = 0.65
_SURE = 5
"""A word of so many letters may be meant even if it is rare."""
_VOWELS = frozenset("aeiouy")
_HUMMED = frozenset("LMNR")
"""Consonants before which a weak vowel may be left out."""


class Spoken(NamedTuple):
    """How a word sounds."""

    consonants: str
    vowels: tuple[str, ...]
    """What may be heard before, between and after the consonants, a letter for each; nothing where no vowel is."""

    def likeness(self, other: Spoken) -> float:
        """Return how alike it is to a word with the same consonants, up to 1, or 0 if it sounds different."""
        total = 0.0
        for at, (mine, theirs) in enumerate(zip(self.vowels, other.vowels, strict=True)):
            alike = self._alike(at, mine, theirs)
            if not alike:
                return 0
            total += alike
        return total / len(self.vowels)

    def _alike(self, at: int, mine: str, theirs: str) -> float:
        if mine and theirs:
            return len({*mine} & {*theirs}) / len({*mine, *theirs})
        if mine or theirs:
            is_inside = 0 < at < len(self.consonants)
            return 0.5 * (is_inside and _WEAK in mine + theirs and self.consonants[at] in _HUMMED)
        return 1


_Ways = Sequence[Sequence[str]]


@cache
def _letters() -> Mapping[str, tuple[re.Pattern[str], Sequence[_Ways]]]:
    """Return by first letter one expression with a group for each line of the file, and what those sound like."""
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        letter: (
            re.compile("|".join(f"({letters})" for letters, _ in lines)),
            [[way.split() for way in said.split("|")] for _, said in lines],
        )
        for letter, lines in lists.items()
    }


@cache
def _first_sounds(letter: str) -> frozenset[str]:
    """Return the consonants that this letter may begin with, or a star for any vowel."""
    ways = (way for spoken in _letters()[letter][1] for way in spoken if way)
    return frozenset("*" if way[0].islower() else way[0] for way in ways)


@cache
def _beginning_like(letter: str) -> Sequence[str]:
    """Return the letters with which a word that begins like this one may be written."""
    return [other for other in _letters() if not _first_sounds(letter).isdisjoint(_first_sounds(other))]


def sounds_of(word: str) -> list[Spoken]:
    """Return how a word in small letters may sound, beginning with how it is written."""
    return [_sound(part for parts in way for part in parts) for way in islice(product(*_spoken(word)), _MOST_WAYS)]


def _spoken(word: str) -> Iterator[_Ways]:
    at = 0
    while at < len(word):
        letters, spoken = _letters()[word[at]]
        found = letters.match(word, at)
        if found is None or found.lastindex is None:
            at += 1
        else:
            yield spoken[found.lastindex - 1]
            at = found.end()


def _sound(parts: Iterable[str]) -> Spoken:
    consonants, vowels = "", [""]
    for part in parts:
        if part.islower():
            # The first syllable is never weak, unless it has no consonant before it, like that of `about`.
            is_first = consonants and not any(vowels) and len(part) > 1
            vowels[-1] += part.replace(_WEAK, "") if is_first else part
        elif vowels[-1] or not consonants.endswith(part):
            consonants += part
            vowels.append("")
    return Spoken(consonants, tuple(vowels))


class Ears:
    """Finds the words that sound like a written one."""

    def __init__(self, known: Iterable[str], spelling: Mapping[str, str], hurtful: Iterable[str]) -> None:
        """Learn the words that may be meant, and other ways to spell them; the hurtful one of two is the likelier."""
        self._known, self._spelling, self._hurtful = known, spelling, frozenset(hurtful)
        self._by_consonants = BoundedCache(Weakly(self._grouped))

    def heard(self, written: str, least: float = _ALIKE) -> list[str]:
        """Return the words that one in small letters sounds like, the likeliest first.

        Args:
            written: the word.
            least: how alike they are at least, from 0 to 1.
        """
        found = dict[str, float]()
        for word, likeness in self._alike(written) if _is_spoken(written) else ():
            if likeness >= least:
                found[word] = max(found.get(word, 0), likeness)
        return sorted(found, key=lambda word: (-found[word], word not in self._hurtful, -how_common(word), word))

    def _alike(self, written: str) -> Iterator[tuple[str, float]]:
        sound = sounds_of(written)[0]
        for letter in _beginning_like(written[0]):
            for word, other in self._by_consonants[letter].get(sound.consonants, ()):
                yield word, sound.likeness(other)

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        groups = defaultdict[str, list[str]](list)
        for word in sorted(filter(_is_spoken, self._known)):
            groups[word[0]].append(word)
        return groups

    def _grouped(self, letter: str) -> Mapping[str, Sequence[tuple[str, Spoken]]]:
        """Return the words that begin with this letter by their consonants, and how each sounds."""
        groups = defaultdict[str, list[tuple[str, Spoken]]](list)
        for word in self._by_letter.get(letter, ()):
            meant = self._spelling.get(word, word)
            if meant != word or meant in self._hurtful or _is_likely(meant):
                for sound in _known_sounds(word):
                    groups[sound.consonants].append((meant, sound))
        return dict(groups)


@lru_cache(50_000)
def _known_sounds(word: str) -> Sequence[Spoken]:
    """Return the same as `sounds_of`, once for all pipelines; for words of rules, never for what somebody wrote."""
    return sounds_of(word)


def _is_spoken(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha() and not _VOWELS.isdisjoint(word)


def _is_likely(word: str) -> bool:
    return how_common(word) > 0 or (len(word) >= _SURE and is_english(word))
