"""Clauses that say more of what is offered, where the invitation between them went."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.fates import Fate


def is_of_offered(fates: Sequence[Fate], at: int) -> bool:
    """Return whether `they are` means what was named before a `come to` that went: `3 ginger, come to ..., they`."""
    if at < _OFFERED or fates[at].clause.said[:2] != ("they", "are") or not fates[at - 2].stays:
        return False
    called, named = fates[at - 1].clause, fates[at - 2].clause
    return called.said[0] == "come" and not named.is_last_of_sentence and "they" not in called.said


_OFFERED = 2
"""How many clauses before it name them and invite."""
