"""Estimates what matching phrases costs per word of a message, before an automaton is built from them.

A phrase becomes a graph whose edges, called *ways*, lead from every place to each place that may come next. `a? b? c?`
has an edge from each piece to all later ones, so the ways of optional pieces grow quadratically. A word of a message
can reach every place that it matches, and all ways from there are followed: that is the *work* for this word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from coach.models.factoring import factored
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Options, Phrase, Piece

_Key = tuple[int, int]
"""An alternation, by the identity of its options, and the number of places that may follow it."""

_Counted = TypeVar("_Counted")
_MARKS = frozenset({ANY_WORD, GAP_WORD, NUMBER})
_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")


class _Entry(NamedTuple):
    """How a sequence of pieces starts."""

    ways: int
    """The number of places that may come first."""
    passes: bool
    """Whether all of them are optional."""


@dataclass(slots=True)
class _Sum:
    """The ways of some pieces, and their work per word."""

    ways: int = 0
    words: Counter[str] = field(default_factory=Counter)
    singles: Counter[int] = field(default_factory=Counter)
    """The work for each single word of an alternation, by the identity of its options."""
    choices: Counter[_Key] = field(default_factory=Counter)
    """How often each alternation occurs in the pieces."""


class _Next(NamedTuple):
    """What may follow: one state of the automaton, however many places lead to it."""

    ways: int
    entered: set[str]
    """The words already counted as leading here."""


class Cost:
    """Adds up the ways and the work of phrases; each shared alternation is visited once."""

    def __init__(self, spelling: Mapping[str, str] | None = None) -> None:
        """Start at zero; `spelling` maps variants to plain words."""
        self.ways = 0
        """The ways of all phrases added so far."""
        self._spelling = spelling or {}
        self._sum = _Sum()
        self._choices: dict[_Key, _Sum] = {}
        self._entries: dict[int, _Entry] = {}
        self._splits: dict[int, tuple[Options, tuple[str, ...], Options]] = {}

    def add(self, phrase: Phrase) -> int:
        """Add a phrase and return how many ways it has."""
        before = self._sum.ways
        entry = self._sequence(phrase.pieces, _Next(0, set()), self._sum)
        self._sum.ways += entry.ways
        self.ways = self._sum.ways
        return self.ways - before

    def work(self) -> Counter[str]:
        """Return the work for each word in the phrases, and for all other words under `_`."""
        often, singles, words = Counter(self._sum.choices), Counter(self._sum.singles), Counter(self._sum.words)
        for key, one in reversed(self._choices.items()):  # Inner alternations come before outer ones.
            _add_times(one.choices, often[key], often)
            _add_times(one.singles, often[key], singles)
            _add_times(one.words, often[key], words)
        for options, weight in singles.items():
            words.update(dict.fromkeys(self._splits[options][1], weight))
        anything = words.pop(ANY_WORD, 0) + words.pop(GAP_WORD, 0)
        return Counter({ANY_WORD: anything, **{word: weight + anything for word, weight in words.items()}})

    def _sequence(self, pieces: Iterable[Piece], after: _Next, total: _Sum) -> _Entry:
        """Add the cost of these pieces, followed by `after`."""
        ways, passes = 0, True
        for piece in reversed(tuple(pieces)):
            first = self._piece(piece, after, total)
            ways = first.ways + (ways if first.passes else 0)
            after = _Next(first.ways + (after.ways if first.passes else 0), set())
            passes = passes and first.passes
        return _Entry(ways, passes)

    def _piece(self, piece: Piece, after: _Next, total: _Sum) -> _Entry:
        first = self._entry(piece)
        if piece.repeated:
            after = _Next(after.ways + first.ways, set())
        if piece.options:
            self._choice(piece.options, after, total)
        else:
            self._word(str(piece.word), after, total)
        return first

    def _choice(self, options: Options, after: _Next, total: _Sum) -> None:
        words, others = self._split(options)
        if words:
            total.singles[id(options)] += after.ways + 1
        if not others:
            _enter(words[0], after, total)
            return
        key = (id(options), after.ways)
        if key not in self._choices:
            found, end = _Sum(), _Next(after.ways, set())
            for option in others:
                self._sequence(option, end, found)
            self._choices[key] = found
        total.choices[key] += 1
        total.ways += self._choices[key].ways

    def _word(self, word: str, after: _Next, total: _Sum) -> None:
        parts = self._parts(word)
        total.words[word] += _enter(word, after, total) + parts - 1
        total.ways += parts - 1

    def _entry(self, piece: Piece) -> _Entry:
        """Return how a piece starts, whatever follows it."""
        if not piece.options:
            return _Entry(1, piece.optional)
        words, others = self._split(piece.options)
        known = self._entries.get(id(piece.options))
        if known is None:
            each = [self._entry_of_all(option) for option in others]
            known = _Entry(sum(one.ways for one in each) + bool(words), any(one.passes for one in each))
            self._entries[id(piece.options)] = known
        return _Entry(known.ways, known.passes or piece.optional)

    def _entry_of_all(self, pieces: Iterable[Piece]) -> _Entry:
        ways = 0
        for piece in pieces:
            entry = self._entry(piece)
            ways += entry.ways
            if not entry.passes:
                return _Entry(ways, passes=False)
        return _Entry(ways, passes=True)

    def _split(self, options: Options) -> tuple[tuple[str, ...], Options]:
        """Split an alternation into its single words, which form one place, and its other options; cached."""
        known = self._splits.get(id(options))
        if known is None:
            words, others = list[str](), list[tuple[Piece, ...]]()
            for option in factored(options):
                word = self._single(option)
                if word:
                    words.append(word)
                else:
                    others.append(option)
            known = self._splits[id(options)] = (options, tuple(words), tuple(others))
        return known[1:]

    def _single(self, option: tuple[Piece, ...]) -> str:
        """Return the word of an option that is a single plain word, or an empty string."""
        if len(option) > 1:
            return ""
        piece = option[0]
        word = piece.word
        if word is None or piece.optional or piece.repeated or word in {ANY_WORD, GAP_WORD}:
            return ""
        return word if self._parts(word) == 1 else ""

    def _parts(self, word: str) -> int:
        """Return about how many plain words a written word expands to."""
        plain = self._spelling.get(word)
        if plain is not None:
            return max(len(plain.split()), 1)
        return 1 if word.isalnum() or word in _MARKS else max(len(_PARTS.findall(word)), 1)


def _enter(word: str, after: _Next, total: _Sum) -> int:
    """Add the ways of `after` and return the work of reaching it by this word; a word counts once."""
    if not after.entered:
        total.ways += after.ways
    new = word not in after.entered
    after.entered.add(word)
    return after.ways + 1 if new else 0


def _add_times(found: Counter[_Counted], times: int, total: Counter[_Counted]) -> None:
    for key, count in found.items():
        total[key] += count * times
