"""Estimates what matching phrases costs per word of a message, before an automaton is built from them.

A phrase becomes a graph whose edges, called *ways*, lead from every place to each place that may come next. `a? b? c?`
has an edge from each piece to all later ones, so the ways of optional pieces grow quadratically. A choice that may
begin with many words has a place where it begins, and everything before it has one way there. A word of a message can
reach every place that it matches, and all ways from there are followed: that is the *work* for this word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeVar

from coach.models.factoring import FEW
from coach.models.phrase import ANY_WORD, GAP_WORD, Options, Phrase, Piece
from coach.rules.splits import Splits

_Key = tuple[int, int]
"""An alternation, by the identity of its options, and the number of places that may follow it."""

_Counted = TypeVar("_Counted")
MOST_LED = 64
"""The most words by which a choice is counted once, so that measuring stays cheap; those beyond count each time."""


class _Entry(NamedTuple):
    """How a sequence of pieces starts."""

    ways: int
    """The number of places that may come first."""
    passes: bool
    """Whether all of them are optional."""
    behind: int = 0
    """The ways from those that are the beginnings of choices."""


class _Begin(NamedTuple):
    """The place where a choice begins."""

    ways: int
    """The ways from there; 0 for what follows a choice that is counted once for all phrases."""
    words: set[str | int]
    """The words that lead to it, up to `MOST_LED`; single words of an alternation by the identity of its options."""


@dataclass(slots=True)
class _Sum:
    """The ways of some pieces, and their work per word."""

    ways: int = 0
    words: Counter[str] = field(default_factory=Counter)
    singles: Counter[int] = field(default_factory=Counter)
    """The work for each single word of an alternation, by the identity of its options."""
    choices: Counter[_Key] = field(default_factory=Counter)
    """How often each alternation occurs in the pieces."""
    begins: list[_Begin] = field(default_factory=list)
    ends: frozenset[str | int] = frozenset()
    """The words that may come last."""


class _Next(NamedTuple):
    """What may follow: one state of the automaton, however many places lead to it."""

    ways: int
    entered: set[str]
    """The words already counted as leading here."""
    begins: tuple[_Begin, ...] = ()
    """The choices that begin here."""


class Cost:
    """Adds up the ways and the work of phrases; each shared alternation is visited once."""

    def __init__(self, spelling: Mapping[str, str] | None = None) -> None:
        """Start at zero; `spelling` maps variants to plain words."""
        self.ways = 0
        """The ways of all phrases added so far."""
        self._sum = _Sum()
        self._choices: dict[_Key, _Sum] = {}
        self._entries: dict[int, tuple[_Entry, int]] = {}
        """By the identity of options, how they start, and the ways from their own place; 0 if they have none."""
        self._splits = Splits(spelling or {})

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
        begins = Counter[frozenset[str | int]]()
        _add_begins(self._sum, 1, begins)
        for key, one in reversed(self._choices.items()):  # Inner alternations come before outer ones.
            _add_times(one.choices, often[key], often)
            _add_times(one.singles, often[key], singles)
            _add_times(one.words, often[key], words)
            _add_begins(one, often[key], begins)
        for options, weight in singles.items():
            words.update(dict.fromkeys(self._splits.words(options), weight))
        for led, weight in begins.items():
            words.update(dict.fromkeys(self._written(led), weight))
        anything = words.pop(ANY_WORD, 0) + words.pop(GAP_WORD, 0)
        return Counter({ANY_WORD: anything, **{word: weight + anything for word, weight in words.items()}})

    def _written(self, words: Iterable[str | int]) -> set[str]:
        named = ((word,) if isinstance(word, str) else self._splits.words(word) for word in words)
        return set(chain.from_iterable(named))

    def _sequence(self, pieces: Iterable[Piece], after: _Next, total: _Sum) -> _Entry:
        """Add the cost of these pieces, followed by `after`."""
        ways, passes = 0, True
        for piece in reversed(tuple(pieces)):
            first, begins = self._piece(piece, after, total)
            ways = first.ways + (ways if first.passes else 0)
            passes = passes and first.passes
            if first.passes:
                begins = (*begins, *after.begins)
            after = _Next(first.ways + (after.ways if first.passes else 0), set(), begins)
        return _Entry(ways, passes)

    def _piece(self, piece: Piece, after: _Next, total: _Sum) -> tuple[_Entry, tuple[_Begin, ...]]:
        first = self._entry(piece)
        begins = (_Begin(first.behind, set()),) if first.behind else ()
        total.begins.extend(begins)
        if piece.repeated:
            after = _Next(after.ways + first.ways, set(), (*begins, *after.begins))
        if piece.options:
            total.ways += self._entries[id(piece.options)][1]
            self._choice(piece.options, after, total)
        else:
            self._word(str(piece.word), after, total)
        return first, begins

    def _choice(self, options: Options, after: _Next, total: _Sum) -> None:
        words, others = self._splits.of(options)
        if words:
            total.singles[id(options)] += after.ways + 1
            _lead(after, (id(options),), total)
        if not others:
            _enter(words[0], after, total)
            return
        key = (id(options), after.ways)
        if key not in self._choices:
            self._choices[key] = self._sum_of(others, after.ways)
        total.choices[key] += 1
        total.ways += self._choices[key].ways
        _lead(after, self._choices[key].ends, total)

    def _sum_of(self, options: Options, ways: int) -> _Sum:
        """Return the cost of options, which so many ways follow."""
        found, end = _Sum(), _Begin(0, set())
        after = _Next(ways, set(), (end,))
        for option in options:
            self._sequence(option, after, found)
        found.ends = frozenset(end.words)
        return found

    def _word(self, word: str, after: _Next, total: _Sum) -> None:
        parts = self._splits.parts(word)
        total.words[word] += _enter(word, after, total) + parts - 1
        total.ways += parts - 1

    def _entry(self, piece: Piece) -> _Entry:
        """Return how a piece starts, whatever follows it."""
        if not piece.options:
            return _Entry(1, piece.optional)
        if id(piece.options) not in self._entries:
            self._entries[id(piece.options)] = self._entry_of_choice(piece.options)
        known, _ = self._entries[id(piece.options)]
        return known._replace(passes=known.passes or piece.optional)

    def _entry_of_choice(self, options: Options) -> tuple[_Entry, int]:
        words, others = self._splits.of(options)
        each = [self._entry_of_all(option) for option in others]
        ways, behind = sum(one.ways for one in each) + bool(words), sum(one.behind for one in each)
        passes = any(one.passes for one in each)
        if ways <= FEW:
            return _Entry(ways, passes, behind), 0
        return _Entry(1, passes, ways + behind), ways

    def _entry_of_all(self, pieces: Iterable[Piece]) -> _Entry:
        ways, behind = 0, 0
        for piece in pieces:
            entry = self._entry(piece)
            ways, behind = ways + entry.ways, behind + entry.behind
            if not entry.passes:
                return _Entry(ways, passes=False, behind=behind)
        return _Entry(ways, passes=True, behind=behind)


def _enter(word: str, after: _Next, total: _Sum) -> int:
    """Add the ways of `after` and return the work of reaching it by this word; a word counts once."""
    if not after.entered:
        total.ways += after.ways
    new = word not in after.entered
    after.entered.add(word)
    _lead(after, (word,), total)
    return after.ways + 1 if new else 0


def _lead(after: _Next, words: Collection[str | int], total: _Sum) -> None:
    """Note that these words lead to the choices that begin after them."""
    more = 0
    for begin in after.begins:
        if begin.ways and len(begin.words) + len(words) > MOST_LED:
            more += begin.ways
        else:
            begin.words.update(words)
    for word in words if more else ():
        if isinstance(word, str):
            total.words[word] += more
        else:
            total.singles[word] += more


def _add_times(found: Counter[_Counted], times: int, total: Counter[_Counted]) -> None:
    for key, count in found.items():
        total[key] += count * times


def _add_begins(found: _Sum, times: int, total: Counter[frozenset[str | int]]) -> None:
    for begin in found.begins:
        total[frozenset(begin.words)] += begin.ways * times
