"""Finds all phrases of all rules in one pass over the words of a message.

The phrases make one nondeterministic automaton over words, the net. It is walked as a deterministic one whose states
are made when a message first needs them and kept. The time for a message therefore depends on its length, not on the
number of rules, and no phrase can make it grow faster than linearly. spaCy's Matcher does not fit here: one token
may stand for several words, and its IN lists are asked one by one in Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from coach.engine.net import Net, Place
from coach.engine.symbols import is_number, symbol_of
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER

MAX_STATES = 2_000
"""States kept before starting afresh: a bound on memory, of some 1.7 KB a state in each automaton."""
MAX_PHRASE = 40
"""The longest phrase that is found, in words."""

States = frozenset[int]
_DENYING = frozenset({"not", "never"})
"""Words that turn what is said around: a gap does not pass over them."""


class Clauses(Protocol):
    """Says where clauses of a list of words begin and end."""

    def opens_at(self, index: int) -> bool:
        """Whether a clause begins with the word at `index`."""

    def closes_at(self, index: int) -> bool:
        """Whether a clause ends before the word at `index`."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Clauses as the breaks alone part them."""

    words: Sequence[str | None]

    def opens_at(self, index: int) -> bool:
        """Whether a break or nothing stands before."""
        return index == 0 or self.words[index - 1] is None

    def closes_at(self, index: int) -> bool:
        """Whether a break or nothing follows."""
        return index == len(self.words) or self.words[index] is None


class PhraseAutomaton:
    """Phrases, each under a key, found in lists of words."""

    def __init__(self, net: Net) -> None:
        self._net = net
        places = {id(place): place for edges in net.edges for place, _ in edges if place is not None}
        self._alphabet = _DENYING.union(*places.values())
        self._starts = self._first_words()
        self._beginnings = _beginnings(self._starts)
        self._turned: dict[int, _Backwards] = {}
        """Phrases that were found once, as they are read backwards to see where they begin."""
        self._reset()

    def find(
        self, words: Sequence[str | None], clauses: Clauses | None = None, between: tuple[int, int] | None = None
    ) -> Iterator[tuple[str, int, int]]:
        """Every phrase found, as key, first word and the word after the last; of one phrase none inside another.

        Args:
            words: what is looked through; no phrase crosses a None.
            clauses: where clauses begin and end.
            between: the first word that is looked at, and the word after the last; all words without.
        """
        for phrase, ends in self._ends(words, *(between or (0, len(words)))).items():
            yield from self._widest(phrase, ends, words, clauses or Breaks(words))

    def _ends(self, words: Sequence[str | None], first: int, last: int) -> dict[int, list[int]]:
        """For each phrase found the words that it may end with."""
        ends: dict[int, list[int]] = {}
        state, alphabet, beginnings = 0, self._alphabet, self._beginnings
        for at, word in enumerate(words[first:last], first):
            if not state and beginnings and word not in beginnings:
                continue
            if word is None:
                state = 0
                continue
            symbol = word if word in alphabet else symbol_of(word)
            following = self._steps[state].get(symbol)
            state = self._step(state, symbol) if following is None else following
            if state:
                for phrase in self._accepted[state]:
                    ends.setdefault(phrase, []).append(at)
        return ends

    def _widest(
        self, number: int, ends: list[int], words: Sequence[str | None], clauses: Clauses
    ) -> Iterator[tuple[str, int, int]]:
        phrase = self._net.sought[number]
        before = len(words)
        for last in reversed(ends):
            if last < before and (not phrase.closes or clauses.closes_at(last + 1)):
                start = self._longest(number, words, last, clauses)
                if start is not None:
                    before = start
                    yield phrase.key, before, last + 1

    def _reset(self) -> None:
        self._numbers: dict[States, int] = {frozenset(): 0}
        self._sets: list[States] = [frozenset()]
        self._steps: list[dict[str, int]] = [{}]
        self._accepted: list[tuple[int, ...]] = [()]

    def _symbol(self, word: str) -> str:
        if word in self._alphabet:
            return word
        return symbol_of(word)

    def _fits(self, place: Place, symbol: str) -> bool:
        if place is None or symbol in place:
            return True
        if GAP_WORD in place:
            return symbol not in _DENYING
        return NUMBER in place and (symbol == NUMBER or is_number(symbol))

    def _step(self, state: int, symbol: str) -> int:
        """The state after reading `symbol`; made now if it was never needed before."""
        if len(self._sets) > MAX_STATES:
            kept = self._sets[state]
            self._reset()
            state = self._number(kept)
        reached = {to for at in self._sets[state] for place, to in self._net.edges[at] if self._fits(place, symbol)}
        reached.update(self._begun(symbol))
        number = self._number(frozenset(reached))
        self._steps[state][symbol] = number
        return number

    def _begun(self, symbol: str) -> list[int]:
        """States reached by phrases that begin with this word."""
        numbers = self._starts.get(NUMBER, []) if symbol != NUMBER and is_number(symbol) else []
        return [*self._starts.get(symbol, []), *numbers, *self._starts.get(ANY_WORD, [])]

    def _first_words(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for phrase in self._net.sought:
            for place, to in self._net.edges[phrase.start]:
                for word in (ANY_WORD,) if place is None else place:
                    starts.setdefault(word, []).append(to)
        return starts

    def _number(self, states: States) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = self._numbers[states] = len(self._sets)
            self._sets.append(states)
            self._steps.append({})
            accepted = {self._net.accepts[state] for state in states if state in self._net.accepts}
            self._accepted.append(tuple(sorted(accepted)))
        return number

    def _longest(self, number: int, words: Sequence[str | None], last: int, clauses: Clauses) -> int | None:
        """The earliest word from which this phrase reaches exactly to `last`; None where no clause begins there."""
        phrase, backwards = self._net.sought[number], self._backwards(number)
        start, states = None, backwards.ends
        for begin in range(last, max(last - MAX_PHRASE, -1), -1):
            word = words[begin]
            if word is None:
                break
            symbol = self._symbol(word)
            states = {come for at in states for place, come in backwards.edges[at] if self._fits(place, symbol)}
            if not states:
                break
            if phrase.start in states and (not phrase.opens or clauses.opens_at(begin)):
                start = begin
        return start

    def _backwards(self, number: int) -> _Backwards:
        known = self._turned.get(number)
        if known is None:
            known = self._turned[number] = _turn(self._net, self._net.sought[number].start)
        return known


def _beginnings(starts: Mapping[str, object]) -> Set[str]:
    """The words with which any phrase begins; none where one may begin with words that cannot be counted."""
    return starts.keys() if starts.keys().isdisjoint({ANY_WORD, GAP_WORD, NUMBER}) else frozenset()


@dataclass(frozen=True, slots=True)
class _Backwards:
    """One phrase, to be read from its end."""

    ends: Set[int]
    """The states in which it is whole."""
    edges: Mapping[int, Sequence[tuple[Place, int]]]
    """For every state the places that lead to it, and from where."""


def _turn(net: Net, start: int) -> _Backwards:
    states, edges = [start], dict[int, list[tuple[Place, int]]]({start: []})
    for state in states:
        for place, to in net.edges[state]:
            if to not in edges:
                edges[to] = []
                states.append(to)
            edges[to].append((place, state))
    return _Backwards({state for state in states if state in net.accepts}, edges)
