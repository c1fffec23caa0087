"""Pieces of a sentence that cannot be sent alone after other clauses of the message went."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks, is_number, orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.fates import Fate
from coach.counsel.words import grammar


def without_pieces(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out clauses that lead to one that went, lean on it, or only say how to use it."""
    kept = list(fates)
    for at in reversed(range(len(kept))):
        if _is_kept(kept[at]) and _leads_on(kept[at].clause, _next(kept, at)):
            kept[at] = Fate(kept[at].clause, "")
    for at in range(len(kept)):
        if _is_kept(kept[at]) and _leans_back(kept, at):
            kept[at] = Fate(kept[at].clause, "")
    return kept


def _is_kept(fate: Fate) -> bool:
    return fate.words is None and fate.clause.kind is ClauseKind.CLAUSE


def _next(fates: Sequence[Fate], at: int) -> Fate | None:
    later = (one for one in fates[at + 1 :] if one.clause.kind is not ClauseKind.CLOSER)
    return next(later, None)


def _leads_on(clause: Clause, following: Fate | None) -> bool:
    """Return whether a clause announces the next one, which went: `so here it is:`, or is nothing without its `but`."""
    if following is None or following.stays or following.clause.kind is ClauseKind.NAME:
        return False
    if not {":", "="}.isdisjoint(clause.ends):
        return clause.words[-1] not in _AT_HOME
    if clause.is_last_of_sentence:
        return False
    is_open = not clause.ends.strip() and not grammar("leading-on").isdisjoint(clause.words[-1:])
    return is_open or (following.clause.link == "but" and not asks(clause) and clause.said[0] not in grammar("wishes"))


_AT_HOME = frozenset({"mine", "ours"})
"""`it is at mine:` is whole without the address."""


def _leans_back(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause means somebody or something in the sentence before, which went."""
    earlier = [one for one in fates[:at] if one.clause.kind is ClauseKind.CLAUSE]
    if not earlier or any(one.stays for one in _last_sentence(earlier)):
        return False
    if _shares_subject(fates[at].clause, earlier[-1].clause):
        return True
    clause, is_alone = fates[at].clause, not any(one.stays for one in earlier)
    if (clause.said[0] in grammar("back") and not is_number(clause)) or _is_relative(clause):
        return True
    return is_alone and asks(clause) and not grammar("objects-back").isdisjoint(clause.said[1:])


def _shares_subject(clause: Clause, before: Clause) -> bool:
    """Return whether a verb belongs to the `i` or `we` of the clause before: `i go there and play the trumpet`."""
    is_joined = clause.link in grammar("coordinate") and not before.is_last_of_sentence
    return is_joined and orders(clause) and before.said[0] in grammar("first-person")


def _last_sentence(earlier: Sequence[Fate]) -> Sequence[Fate]:
    """Return the clause before, with those of its sentence if that has ended."""
    first = len(earlier) - 1
    while first > 0 and earlier[-1].clause.is_last_of_sentence and not earlier[first - 1].clause.is_last_of_sentence:
        first -= 1
    return earlier[first:]


def _is_relative(clause: Clause) -> bool:
    """Return whether `who` or `where` asks nothing: `who have helped here since spring`."""
    is_asked = "?" in clause.ends or clause.said[0] not in {"who", "where"}
    return not is_asked and not grammar("relative-after").isdisjoint(clause.said[1:2])
