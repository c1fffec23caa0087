"""The words that each phrase requires, for the prefilter.

Per phrase, keep up to `DEPTH` required positions, preferring the rarest words; a phrase can match only if the message
fills every one. Two words that must be neighbours count as one position, `know it`: alone, both are in most messages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise, product

from coach.engine.patterns.nfa import Plain, with_others
from coach.engine.patterns.prefilter import Layers, Prefilter, Slot
from coach.engine.text.symbols import is_number
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Options, Phrase, Piece, words_in

DEPTH = 4
"""Positions kept per phrase, a power of two."""

_NO_WORD = frozenset({ANY_WORD, GAP_WORD, NUMBER})
"""Places without a word of their own."""

Need = frozenset[str]
"""Words, or pairs of neighbouring words, of which a phrase needs one."""


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
    """By word, or two neighbouring words with a space between them, the needs it fills."""

    def pairs(self) -> frozenset[str]:
        """Return the pairs of neighbouring words that fill a need."""
        return frozenset(word for word in self.words if " " in word)

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
        self._in_all = sum(self._often.values())
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
        return sum(map(self._rate, need))

    def _rate(self, word: str) -> int:
        """Return how often rules name a word, and how often they would name a pair by chance, both times all words."""
        one, _, other = word.partition(" ")
        return self._often[one] * (self._often[other] if other else self._in_all)

    def _sequence(self, pieces: Iterable[Piece]) -> Iterator[Need]:
        run = list[str]()
        for piece in pieces:
            if not (piece.optional or piece.options or piece.word in _NO_WORD):
                run.extend(self._words(str(piece.word)))
                continue
            yield from _of_run(run)
            run.clear()
            if not piece.optional:
                yield from self._of_place(piece)
        yield from _of_run(run)

    def _of_place(self, piece: Piece) -> Iterator[Need]:
        need = self._choice(piece.options) if piece.options else None
        if piece.word == NUMBER:
            yield _need(NUMBER)
        elif need:
            yield need

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
            self._singles[word] = min(_of_run(self._words(word)), key=self._cost, default=None)
        return self._singles[word]


def _need(word: str) -> Need:
    return with_others(frozenset({word}))


def _of_run(words: Sequence[str]) -> Iterable[Need]:
    """Return the needs of words that follow each other: each two neighbours, or the word alone."""
    if len(words) == 1:
        return (_need(words[0]),)
    return (_pair(one, other) for one, other in pairwise(words))


def _pair(one: str, other: str) -> Need:
    return frozenset(map(" ".join, product(_need(one), _need(other))))
