"""Reads one phrase from its end to its beginning: one step a word says from where it reaches to a given word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

MAX_STEPS = 2_000
"""Steps of one phrase that are remembered: a bound on memory."""

States = frozenset[int]
Place = TypeVar("Place")


class Backwards(Generic[Place]):
    """The states of one phrase with all that joins them turned round; state 0 is where the phrase begins."""

    def __init__(self, edges: Sequence[Sequence[tuple[Place, int]]], free: Sequence[Sequence[int]], first: int) -> None:
        """Turn round what joins the states that are numbered from `first` on."""
        self._edges: list[list[tuple[Place, int]]] = [[] for _ in edges]
        self._free: list[list[int]] = [[] for _ in free]
        self._steps: dict[tuple[States, str], States] = {}
        for state, (read, unread) in enumerate(zip(edges, free, strict=True)):
            for place, to in read:
                self._edges[to - first].append((place, state))
            for to in unread:
                self._free[to - first].append(state)

    def step(self, states: States, symbol: str, fits: Callable[[Place, str], bool]) -> States:
        """The states from which `symbol` leads to some of these."""
        before = self._steps.get((states, symbol))
        if before is None:
            if len(self._steps) >= MAX_STEPS:
                self._steps.clear()
            reached = {to for at in states for place, to in self._edges[at] if fits(place, symbol)}
            before = self._steps[states, symbol] = self.all_of(reached)
        return before

    def all_of(self, states: Iterable[int]) -> States:
        """These states, and those from which they are reached without reading a word."""
        seen, todo = set[int](), list(states)
        while todo:
            state = todo.pop()
            if state not in seen:
                seen.add(state)
                todo.extend(self._free[state])
        return frozenset(seen)
