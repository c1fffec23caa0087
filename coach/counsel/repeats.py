"""Requests that a draft makes twice."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import orders
from coach.counsel.clauses import ClauseKind
from coach.counsel.fates import Fate


def without_repeats(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out the first or second of two equal requests, so that the polite one stays if one is polite."""
    kept = list(fates)
    for at, one in enumerate(kept):
        if not one.stays or one.clause.kind is not ClauseKind.CLAUSE or not orders(one.clause):
            continue
        again = next((n for n in range(at + 1, len(kept)) if _is_same(one, kept[n])), 0)
        if again:
            goes = at if kept[again].words and not one.words else again
            kept[goes] = Fate(kept[goes].clause, "")
    return kept


def _is_same(one: Fate, other: Fate) -> bool:
    """Return whether another request that stays has the same words, at least two."""
    return other.stays and other.clause.said == one.clause.said and len(one.clause.said) >= _WHOLE


_WHOLE = 2
