"""Says where a phrase began that is whole at some word.

One walk over the words keeps for each state of the phrase a number with one bit for each of the last forty words: it
was reached from there. So the work for a word does not grow with the number of places where the phrase may have begun.
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

MAX_PHRASE = 40
"""The longest phrase that is found, in words."""
_BEGUN = (1 << MAX_PHRASE) - 1
"""One bit for each of the words that a phrase may have begun with."""
_MANY = 60
"""From more states than these, all edges are followed at once."""
_SYMBOLS = 8
"""Arrays that are kept for one phrase."""


class Clauses(Protocol):
    """Says where clauses of a list of words begin and end."""

    def opens_at(self, index: int) -> bool:
        """Whether a clause begins with the word at `index`."""

    def closes_at(self, index: int) -> bool:
        """Whether a clause ends before the word at `index`."""


class Origins:
    """Where the phrases of one net begin."""

    def __init__(self, net: Net, ways: Ways) -> None:
        self._net = net
        self._ways = ways
        self._walks: dict[int, _Walk] = {}

    def spans(
        self, number: int, ends: Iterable[tuple[int, int]], words: Sequence[str | None], clauses: Clauses
    ) -> Iterator[tuple[int, int]]:
        """For each last word the earliest from which the phrase reaches exactly to it, where there is one.

        Args:
            number: of the phrase.
            ends: the last words in order, each behind the first that the phrase may have begun with.
            words: what is looked through.
            clauses: where clauses begin.
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
"""The states that edges come from, ordered by those that they lead to; where each of these begins; which they are."""


class _Walk:
    """A walk through one phrase over words that have no break between them."""

    def __init__(self, net: Net, ways: Ways, start: int) -> None:
        self._net, self._ways, self._start = net, ways, start
        self._reached: Mapping[int, int] = {}
        self._kept: dict[str, _Edges] = {}

    def restart(self) -> None:
        """Forget what was reached."""
        self._reached = {}

    def step(self, symbol: str, *, begins: bool) -> None:
        """Take one more word, with which the phrase may begin or not."""
        begun = {state: since << 1 & _BEGUN for state, since in self._reached.items()}
        if begins:
            begun[self._start] = begun.get(self._start, 0) | 1
        self._reached = self._at_once(begun, symbol) if len(begun) > _MANY else self._one_by_one(begun, symbol)

    def whole(self) -> int:
        """Where the phrase began if it is whole now: bit n for the word n before the last one."""
        return reduce(or_, (begun for state, begun in self._reached.items() if state in self._net.accepts), 0)

    def _one_by_one(self, begun: Mapping[int, int], symbol: str) -> dict[int, int]:
        following = defaultdict[int, int](int)
        for state, since in begun.items():
            for to in self._ways.onward(state, symbol):
                following[to] |= since
        return following

    def _at_once(self, begun: Mapping[int, int], symbol: str) -> dict[int, int]:
        come, firsts, places = self._edges(symbol)
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

    def _edges(self, symbol: str) -> _Edges:
        if symbol not in self._kept:
            if len(self._kept) >= _SYMBOLS:
                self._kept.clear()
            self._kept[symbol] = self._edges_for(symbol)
        return self._kept[symbol]

    def _edges_for(self, symbol: str) -> _Edges:
        pairs = sorted(
            (self._places[to], place)
            for place, state in enumerate(self._states)
            for to in self._ways.onward(state, symbol)
        )
        led, come = np.array(pairs, np.int32).reshape(-1, 2).T
        places, firsts = np.unique(led, return_index=True)
        return come, firsts.astype(np.int32), places
