"""How time grows with the length of a message and with the number of rules, as a fitted slope."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from coach.models import Catalog, Rule

LENGTHS = (10, 100, 1_000, 10_000, 100_000)
"""Characters."""
TIMES = (1, 2, 4, 8)
"""How many times the rules that Coach ships."""


def slope(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The power of the size with which time grows: 1 is in proportion, 0 not at all; by least squares of logarithms."""
    xs, ys = [log(size) for size in sizes], [log(max(time, 1e-9)) for time in times]
    mid_x, mid_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mid_x) ** 2 for x in xs)
    return sum((x - mid_x) * (y - mid_y) for x, y in zip(xs, ys, strict=True)) / spread


def text_of(texts: Sequence[str], length: int) -> str:
    """A message of `length` characters, made of others one after the other."""
    whole = " ".join(texts)
    return (whole * (length // max(len(whole), 1) + 1))[:length]


def times_the_rules(catalog: Catalog, count: int) -> Catalog:
    """A catalog with every rule `count` times, each time under another name."""
    copies = [_named(rule, number) for number in range(count) for rule in catalog.rules]
    return catalog.model_copy(update={"rules": tuple(copies)})


def _named(rule: Rule, number: int) -> Rule:
    return rule.model_copy(update={"id": f"{rule.id}-{number}"}) if number else rule
