"""A structured fact in a message, such as a telephone number."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Detail:
    """One fact: its place and what it is."""

    start: int
    """First character."""
    end: int
    """The character after the last."""
    category: str
    """Its category, such as `oversharing/contact`."""
    name: str
    """Its name, such as `phone-number`; the flag's rule is `<category>/<name>`."""

    def overlaps(self, other: Detail) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


def detail_at(found: re.Match[str], category: str, name: str, group: str | int = 0) -> Detail:
    """Make a detail from a `group` of a match."""
    return Detail(found.start(group), found.end(group), f"oversharing/{category}", name)


def settle(details: Iterable[Detail]) -> list[Detail]:
    """Keep the first of overlapping `details`, and sort the rest by place."""
    kept: list[Detail] = []
    for detail in details:
        at = bisect(kept, detail)
        if not any(detail.overlaps(other) for other in kept[max(at - 1, 0) : at + 1]):
            kept.insert(at, detail)
    return kept
