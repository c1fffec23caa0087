"""The words that each phrase requires, for the prefilter.

Per phrase, keep up to `DEPTH` required positions, preferring the rarest words; a phrase can match only if the message
fills every one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from coach.engine.patterns.nfa import Plain, with_others
from coach.engine.patterns.prefilter import Layers, Prefilter, Slot
from coach.engine.text.symbols import is_number
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Options, Phrase, Piece, words_in

DEPTH = 4
"""Positions kept per phrase, a power of two."""

Need = frozenset[str]
"""Words of which a phrase needs one."""


@dataclass(frozen=True, slots=True)
class RequiredWords:
    """Required words of phrases, as data."""

    count: int = 0
    """Number of phrases; each has a number below it."""
    short: Sequence[Sequence[int]] = ((),) * DEPTH
    """By layer, the phrases with fewer positions than that."""
    needs: Sequence[Sequence[Slot]] = ()
    """By need, the phrases that have it, and in which layer."""
    words: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """By word, the needs it fills."""

    def prefilter(self) -> Prefilter[str | None]:
        """Build the prefilter of these phrases."""
        missing = Counter(chain.from_iterable(self.short))
        layers = Layers([DEPTH - missing[phrase] for phrase in range(self.count)])
        return Prefilter(layers, _Filling(self, layers).of)


class _Filling:
    """Computes the bits that words fill."""

    def __init__(self, required: RequiredWords, layers: Layers) -> None:
        self._required = required
        self._layers = layers

    def of(self, word: str | None) -> int:
        """Return the bits that a word fills; a break fills none."""
        if word is None:
            return 0
        if word not in self._required.words:
            return self._of_numbers if is_number(word) else 0
        return self._bits([word, NUMBER] if is_number(word) else [word])

    @cached_property
    def _of_numbers(self) -> int:
        """One answer for all numbers: answers are large, and numbers endless."""
        return self._bits([NUMBER])

    def _bits(self, words: Iterable[str]) -> int:
        required = self._required
        needs = chain.from_iterable(required.words.get(word, ()) for word in words)
        return self._layers.bits(slot for need in needs for slot in required.needs[need])


def required_words(phrases: Sequence[Phrase], plain: Plain) -> RequiredWords:
    """Compute the required words of these phrases; `plain` converts a written word of a phrase to plain words."""
    needs = _Needs(phrases, plain)
    short: list[list[int]] = [[] for _ in range(DEPTH)]
    filled, words = defaultdict[Need, list[Slot]](list), defaultdict[str, list[int]](list)
    for number, phrase in enumerate(phrases):
        places = needs.rarest(phrase)
        for layer, need in enumerate(places):
            filled[need].append((number, layer))
        for layer in range(len(places), DEPTH):
            short[layer].append(number)
    for number, need in enumerate(filled):
        for word in need:
            words[word].append(number)
    return RequiredWords(len(phrases), short, list(filled.values()), words)


class _Needs:
    """Computes what phrases need; they share many word sets."""

    def __init__(self, phrases: Iterable[Phrase], plain: Plain) -> None:
        self._plain = plain
        self._often: Mapping[str, int] = self._count(phrases)
        self._singles: dict[str, Need | None] = {}
        self._choices: dict[int, tuple[Options, Need | None]] = {}

    def rarest(self, phrase: Phrase) -> list[Need]:
        """Return the words of each required position, rarest positions first."""
        return sorted(self._sequence(phrase.pieces), key=self._cost)[:DEPTH]

    def _count(self, phrases: Iterable[Phrase]) -> Counter[str]:
        """Count how often rules name each plain word, each word set once."""
        often = Counter[str]()
        for written, count in Counter(words_in(phrases)).items():
            for word in self._words(written):
                often[word] += count
        return often

    def _cost(self, need: Need) -> int:
        return sum(map(self._often.__getitem__, need))

    def _sequence(self, pieces: Iterable[Piece]) -> Iterator[Need]:
        for piece in pieces:
            if piece.optional:
                continue
            if piece.options:
                need = self._choice(piece.options)
                if need:
                    yield need
            else:
                yield from map(_need, self._words(str(piece.word)))

    def _words(self, word: str) -> Sequence[str]:
        """Return the plain words of a piece; none if it fits any word."""
        if word in {ANY_WORD, GAP_WORD}:
            return ()
        return (word,) if word == NUMBER else self._plain(word)

    def _choice(self, options: Options) -> Need | None:
        """Return one of the words of each option; None if an option needs none."""
        known = self._choices.get(id(options))
        if known is None or known[0] is not options:
            least = [self._least(option) for option in options]
            need = frozenset[str]().union(*(one for one in least if one)) if all(least) else None
            known = self._choices[id(options)] = (options, need)
        return known[1]

    def _least(self, option: tuple[Piece, ...]) -> Need | None:
        """Return the rarest need of an option; most options are one word and in many word sets."""
        word = option[0].word
        if len(option) > 1 or word is None or option[0].optional:
            return min(self._sequence(option), key=self._cost, default=None)
        if word not in self._singles:
            self._singles[word] = min(map(_need, self._words(word)), key=self._cost, default=None)
        return self._singles[word]


def _need(word: str) -> Need:
    return with_others(frozenset({word}))
