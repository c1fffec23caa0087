"""Choose what to say about the flags of one report, so that no sentence appears twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.models import Category


@dataclass(frozen=True, slots=True)
class Pool:
    """What could be said about one flag."""

    category: Category
    whys: tuple[str, ...]
    """Reasons; each flag of a kind gets another."""
    note: str
    """For the grown-up."""
    steps: tuple[str, ...] = ()
    """What to do next."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about one flag."""

    why: str
    note: str
    """Empty if the note was given with an earlier flag."""
    steps: tuple[str, ...] = ()
    """Steps that no earlier flag gave."""


def take_turns(pools: Sequence[Pool]) -> Iterator[Said]:
    """Yield what to say about each flag, in order.

    The first flag of a kind gets the first reason, the second the second; later ones are counted. The note to the
    parent appears once, and so does each step.
    """
    seen, used = Counter[tuple[str, ...]](), set[str]()
    for pool in pools:
        kind = (pool.category.id, *pool.whys)
        why = pool.whys[seen[kind]] if seen[kind] < len(pool.whys) else _counted(pool, seen[kind] + 1)
        note = "" if pool.note in used else pool.note
        steps = tuple(step for step in pool.steps if step not in used)
        used.update((pool.note, *steps))
        seen[kind] += 1
        yield Said(why, note, steps)


def _counted(pool: Pool, number: int) -> str:
    return f"This is number {number} of this kind: {pool.category.title[:1].lower()}{pool.category.title[1:]}."
