"""Find where a phrase started that is complete at some word.

One pass over the words keeps a number for each state of the phrase, with one bit for each of the last forty words
that it was reached from. So the work for a word does not grow with the number of places where the phrase may start.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from coach.engine.patterns.nfa import Net
from coach.engine.patterns.ways import Ways
from coach.engine.text.bounded_cache import BoundedCache, Weakly

MAX_PHRASE = 40
"""Longest phrase that is found, in words."""
_BEGUN = (1 << MAX_PHRASE) - 1
"""One bit for each word that a phrase may have started with."""
_MANY = 60
"""With more states than this, all edges are followed at once."""
_SYMBOLS = 8
"""Arrays cached for one phrase."""


class ClauseEdges(Protocol):
    """Knows where clauses in a list of words start and end."""

    def opens_at(self, index: int) -> bool:
        """Return whether a clause starts with the word at `index`."""

    def closes_at(self, index: int) -> bool:
        """Return whether a clause ends before the word at `index`."""


class Origins:
    """Finds where the phrases of one net start."""

    def __init__(self, net: Net, ways: Ways) -> None:
        self._net = net
        self._ways = ways
        self._walks: dict[int, _Walk] = {}

    def spans(
        self, number: int, ends: Iterable[tuple[int, int]], words: Sequence[str | None], clauses: ClauseEdges
    ) -> Iterator[tuple[int, int]]:
        """Yield for each last word the earliest word that the phrase reaches it from, if any.

        Args:
            number: number of the phrase.
            ends: the last words in order, each after the first word that the phrase may have started with.
            words: words to search.
            clauses: where clauses start.
        """
        walk, opens = self._walk(number), self._net.sought[number].opens
        walk.restart()
        at = 0
        for begun, last in ends:
            first = max(begun, last + 1 - MAX_PHRASE)
            if first > at:
                at = first
                walk.restart()
            for here, word in enumerate(words[at : last + 1], at):
                if word is None:
                    walk.restart()
                else:
                    walk.step(self._ways.symbol(word), begins=not opens or clauses.opens_at(here))
            at = last + 1
            whole = walk.whole()
            if whole:
                yield at - whole.bit_length(), last

    def _walk(self, number: int) -> _Walk:
        if number not in self._walks:
            self._walks[number] = _Walk(self._net, self._ways, self._net.sought[number].start)
        return self._walks[number]


_Edges = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]
"""Source states of edges, ordered by target; where each target's edges start; the targets."""


class _Walk:
    """A pass of one phrase over words without a break between them."""

    def __init__(self, net: Net, ways: Ways, start: int) -> None:
        self._net, self._ways, self._start = net, ways, start
        self._reached: Mapping[int, int] = {}
        self._edges = BoundedCache(Weakly(self._edges_for), _SYMBOLS)

    def restart(self) -> None:
        """Forget all states reached."""
        self._reached = {}

    def step(self, symbol: str, *, begins: bool) -> None:
        """Take one more word, which may or may not start the phrase."""
        begun = {state: since << 1 & _BEGUN for state, since in self._reached.items()}
        if begins:
            begun[self._start] = begun.get(self._start, 0) | 1
        self._reached = self._at_once(begun, symbol) if len(begun) > _MANY else self._one_by_one(begun, symbol)

    def whole(self) -> int:
        """Return where the phrase started if it is complete now: bit n is the word n before the last one."""
        return reduce(or_, (begun for state, begun in self._reached.items() if state in self._net.accepts), 0)

    def _one_by_one(self, begun: Mapping[int, int], symbol: str) -> dict[int, int]:
        following = defaultdict[int, int](int)
        for state, since in begun.items():
            for to in self._ways.onward(state, symbol):
                following[to] |= since
        return following

    def _at_once(self, begun: Mapping[int, int], symbol: str) -> dict[int, int]:
        come, firsts, places = self._edges[symbol]
        if not len(come):
            return {}
        since = np.zeros(len(self._states), np.uint64)
        since[[self._places[state] for state in begun]] = list(begun.values())
        following = np.bitwise_or.reduceat(since[come], firsts).tolist()
        return {self._states[place]: each for place, each in zip(places.tolist(), following, strict=True) if each}

    @cached_property
    def _states(self) -> Sequence[int]:
        states = [self._start]
        seen = {self._start}
        for state in states:
            new = {to for _, to in self._net.edges[state]} - seen
            seen |= new
            states.extend(sorted(new))
        return states

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {state: place for place, state in enumerate(self._states)}

    def _edges_for(self, symbol: str) -> _Edges:
        pairs = sorted(
            (self._places[to], place)
            for place, state in enumerate(self._states)
            for to in self._ways.onward(state, symbol)
        )
        led, come = np.array(pairs, np.int32).reshape(-1, 2).T
        places, firsts = np.unique(led, return_index=True)
        return come, firsts.astype(np.int32), places
