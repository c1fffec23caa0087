"""Which states of a net a word leads to."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain

from coach.engine.patterns.nfa import BEGINS, Net
from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.text.symbols import SYMBOL_OF, is_number
from coach.models.phrase import GAP_WORD, NUMBER

MAX_KEPT = 300_000
"""Most states cached in answers, of four bytes, in each net."""
DENYING = frozenset({"not", "never"})
"""Words that reverse the meaning: a gap does not skip them."""
_FEW = 8
"""A state with so few edges is searched faster than the cache."""


class Ways:
    """The states that words lead to in one net."""

    def __init__(self, net: Net) -> None:
        self._edges = net.edges
        places = {place for edges in net.edges for place, _ in edges}
        self._begun = {
            state: begun
            for state, edges in enumerate(net.edges)
            if (begun := [to for place, to in edges if place == BEGINS])
        }
        """By state, the states where choices begin that may come next."""
        self.alphabet = DENYING.union(*filter(None, places))
        """Words that the net distinguishes; all others are symbols."""
        self._wide = [place for place in places if place and not place.isdisjoint({GAP_WORD, NUMBER})]
        self._fitting = BoundedCache(Weakly(self._fitting_for))
        """By symbol, the places that it fits without being named there."""
        self._kept: dict[tuple[int, str], array[int]] = {}
        self._size = 0

    def symbol(self, word: str) -> str:
        """Return the word if the net knows it, otherwise its symbol."""
        return word if word in self.alphabet else SYMBOL_OF[word]

    def onward(self, state: int, symbol: str) -> Iterable[int]:
        """Return the states `symbol` leads to from this one."""
        begun = self._begun.get(state)
        own = self._own(state, symbol)
        return chain(own, *(self.onward(at, symbol) for at in begun)) if begun else own

    def _own(self, state: int, symbol: str) -> Iterable[int]:
        edges, fitting = self._edges[state], self._fitting[symbol]
        if len(edges) <= _FEW:
            return [to for place, to in edges if place is None or symbol in place or place in fitting]
        kept = self._kept.get((state, symbol))
        if kept is None:
            if self._size > MAX_KEPT:
                self._kept.clear()
                self._size = 0
            led = {to for place, to in edges if place is None or symbol in place or place in fitting}
            kept = self._kept[state, symbol] = array("i", led)
            self._size += len(kept) + _FEW
        return kept

    def _fitting_for(self, symbol: str) -> frozenset[frozenset[str]]:
        return frozenset(place for place in self._wide if _fits(place, symbol))


def _fits(place: frozenset[str], symbol: str) -> bool:
    """Return whether a symbol fits a place that takes any word but a denial, or any number."""
    if GAP_WORD in place:
        return symbol not in DENYING
    return symbol == NUMBER or is_number(symbol)
