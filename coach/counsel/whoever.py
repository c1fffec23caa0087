"""Whoever did something, and what they are called for it: `whoever messed up the light cue is an idiot`."""

from __future__ import annotations

from coach.counsel.clauses import Clause, split_at
from coach.models import Concern, Flag


def judged(clause: Clause, flags: tuple[Flag, ...]) -> list[Clause]:
    """Return as two clauses what somebody did and what they are called for it; empty if a clause says only one."""
    unkind = [flag for flag in flags if flag.concern is Concern.UNKIND and clause.meets(flag.start, flag.end)]
    if clause.link != "whoever" or not unkind:
        return []
    verbs = [token for at, token in enumerate(clause.tokens) if at > 1 and token.plain[0] in _BEING]
    if not verbs or not any(flag.end > verbs[-1].end for flag in unkind):
        return []
    return split_at(clause, verbs[-1].start, clause.end)


_BEING = frozenset({"is", "are", "must", "needs", "deserves"})
