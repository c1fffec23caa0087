"""Forms of nouns and adjectives for the slots of frames: `clowns`, `uglier`, `most useless`."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
_LONGEST_GRADED = 6
"""Letters of the longest adjective that takes `-er`, unless it ends in `y`."""


def plural(noun: str) -> str:
    """Return the plural of a noun or of the last word of several."""
    before, space, last = noun.rpartition(" ")
    if last.endswith("man"):
        last = f"{last[:-3]}men"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        last = f"{last}es"
    elif last.endswith("y") and last[-2:-1] not in _VOWELS:
        last = f"{last[:-1]}ies"
    else:
        last = f"{last}s"
    return f"{before}{space}{last}"


def graded(adjective: str, ending: str) -> list[str]:
    """Return how an adjective is compared; `ending` is `er` or `est`."""
    found = [f"{'more' if ending == 'er' else 'most'} {adjective}"]
    if " " not in adjective and (len(adjective) <= _LONGEST_GRADED or adjective.endswith("y")):
        found.append(_stem(adjective) + ending)
    return found


def _stem(adjective: str) -> str:
    if adjective.endswith("y") and adjective[-2:-1] not in _VOWELS:
        return f"{adjective[:-1]}i"
    if adjective.endswith("e"):
        return adjective[:-1]
    closed = adjective[-1:] not in _VOWELS | {"w", "x", "y"} and adjective[-2:-1] in _VOWELS
    return adjective + adjective[-1] if closed and _VOWELS.isdisjoint(adjective[:-2]) else adjective
