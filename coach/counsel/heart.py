"""What a draft with an insult was sent for: whose turn it is, what is wrong, what is owed, and who is stood up for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.clauses import Clause
from coach.counsel.counts import holds_sum
from coach.counsel.draft import Draft
from coach.counsel.words import grammar, has_any


def is_heart(draft: Draft, at: int) -> bool:
    """Return whether a clause beside an insult is what somebody should hear: a duty, a mistake in a thing, a debt."""
    clause = draft.clauses[at]
    if draft.is_pressing or has_any(clause.said, "shaming"):
        return False
    if has_any(clause.said, "scorning"):
        return _stands_up_for(draft, at)
    is_told = tells_duty(clause.said) or _corrects(clause) or claims_sum(draft, clause)
    return is_told or _follows_reminder(draft, at) or _stands_up_for(draft, at)


def tells_duty(said: Sequence[str]) -> bool:
    """Return whether it is said whose turn it is, or what somebody should have done: `you were meant to bring glue`."""
    if has_any(said, "duties"):
        return _after(said, "to") not in _NO_DUTY
    trios = zip(said, said[1:], said[2:], said[3:], strict=False)
    return any((who, was) == ("you", "were") and due in _DUE and to == "to" for who, was, due, to in trios) and (
        _after(said, "to") not in _NO_DUTY
    )


def _after(said: Sequence[str], word: str) -> str:
    return next((following for before, following in pairwise(said) if before == word), "")


_DUE = frozenset({"meant", "supposed", "asked"})
_NO_DUTY = frozenset("be cry die lose suffer drown fail know have think look shut go leave get".split())
"""Of these, nobody's turn is a duty: `your turn to cry`."""


def _corrects(clause: Clause) -> bool:
    """Return whether something that somebody wrote or made is said to be wrong: `your review of the film is wrong`."""
    said = clause.said
    is_made = said[0] in {"your", "ur", "the"} and not grammar("corrected").isdisjoint(said[1:3])
    return is_made and said[-1] in _WRONG and said[-2] in {"is", "are", "was", "were"}


_WRONG = frozenset({"wrong", "late", "due", "missing", "overdue", "out"})


def claims_sum(draft: Draft, clause: Clause) -> bool:
    """Return whether a sum of money is owed to the writer: `you owe me 500 naira since last week`."""
    is_owed = clause.said[:3] in {("you", "owe", "me"), ("you", "owe", "us")} and "?" not in clause.ends
    return is_owed and not draft.is_pressing and holds_sum(draft.text[clause.start : clause.end])


def _follows_reminder(draft: Draft, at: int) -> bool:
    """Return whether an animal or a plant is said to suffer where a duty is forgotten: `they will starve`."""
    clause = draft.clauses[at]
    is_it = clause.said[0] in {"they", "it", "he", "she"} and not grammar("suffering").isdisjoint(clause.said[1:])
    return is_it and any(tells_duty(one.said) and "if" in one.said for one in draft.clauses[max(at - 2, 0) : at])


def _stands_up_for(draft: Draft, at: int) -> bool:
    """Return whether somebody other than who is insulted is said not to be what they were called."""
    said = draft.clauses[at].said
    is_denied = said[0] in {"he", "she", "they"} and "not" in said[1:3] and has_any(said[2:], "denied")
    is_denied = is_denied and grammar("yours").isdisjoint(said)
    hurting = [one for one, hurts in zip(draft.clauses, draft.hurts, strict=True) if hurts]
    return is_denied and all(grammar("third-person").isdisjoint(one.words) for one in hurting)
