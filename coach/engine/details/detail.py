"""A structured fact in a message, such as a telephone number."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Detail:
    """One fact: where it stands and what it is."""

    start: int
    """First character."""
    end: int
    """The character after the last."""
    category: str
    """The category that it belongs to, such as `oversharing/contact`."""
    name: str
    """What it is, such as `phone-number`; the flag's rule is `<category>/<name>`."""

    def overlaps(self, other: Detail) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def detail_at(found: re.Match[str], category: str, name: str, group: str | int = 0) -> Detail:
    """The detail that `group` of a match is."""
    return Detail(found.start(group), found.end(group), f"oversharing/{category}", name)


def settle(details: Iterable[Detail]) -> list[Detail]:
    """Keep the earlier in `details` where two overlap, and put what is left in the order of the text."""
    kept: list[Detail] = []
    for detail in details:
        at = bisect(kept, detail)
        if not any(detail.overlaps(other) for other in kept[max(at - 1, 0) : at + 1]):
            kept.insert(at, detail)
    return kept
