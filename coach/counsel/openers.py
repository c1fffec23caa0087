"""Words to begin another draft with, where nothing of this one can stay."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.words import grammar
from coach.models import GAP, Flag

_SAID_TO_ANYBODY = frozenset({"self-harm", "dismissal", "threat"})
"""Whoever writes these is cross or needs something, whoever they write about."""


def opener_for(draft: Draft, heaviest: Flag, starters: Sequence[str]) -> str:
    """Return a sentence to begin with that makes sense for what was written; empty if none does.

    Whoever laughs is not cross, and who speaks about somebody behind their back has nothing to ask of the reader.

    Args:
        draft: a draft of which nothing can stay.
        heaviest: its gravest unkind flag.
        starters: sentences of the category of that flag, for its audience.
    """
    starter = next(iter(starters), "")
    if heaviest.category.partition("/")[2] in _SAID_TO_ANYBODY:
        return starter
    is_cross = not draft.laughs and _is_said_to_reader(draft)
    return starter if is_cross or GAP not in starter else ""


def _is_said_to_reader(draft: Draft) -> bool:
    """Return whether all that hurts is said to whoever reads it, about them and not about what they made or own."""
    hurting = [one for one, hurts in zip(draft.clauses, draft.hurts, strict=True) if hurts]
    return all(grammar("third-person").isdisjoint(one.words) and not _is_of_a_thing(one) for one in hurting)


def _is_of_a_thing(clause: Clause) -> bool:
    """Return whether a clause is about what the reader has: `ur painting is bad`, but not `ur rubbish`."""
    first, following = clause.said[0], "".join(clause.said[1:2])
    return first in {"your", "ur"} and following not in grammar("predicates")
