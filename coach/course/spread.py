"""Reachability in a graph, given as a mapping from each node to its successors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import TypeVar

Spot = TypeVar("Spot")


def spread(starts: Iterable[Spot], ways: Mapping[Spot, Set[Spot]]) -> set[Spot]:
    """Return every node that can be reached from `starts`, including these."""
    found = set(starts)
    new = found
    while new:
        new = {there for here in new for there in ways.get(here, ())} - found
        found |= new
    return found


def turned(ways: Mapping[Spot, Set[Spot]]) -> dict[Spot, set[Spot]]:
    """Reverse every edge."""
    back: dict[Spot, set[Spot]] = {}
    for here, onward in ways.items():
        for there in onward:
            back.setdefault(there, set()).add(here)
    return back
