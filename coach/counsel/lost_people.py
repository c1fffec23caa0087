"""Clauses about `he` or `she` after the only clause that said who that is went."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.draft import Draft
from coach.counsel.fates import Fate
from coach.counsel.tokens import is_order
from coach.counsel.words import grammar
from coach.engine.text.first_names import first_names
from coach.models import Audience


def without_lost_people(draft: Draft, fates: Sequence[Fate]) -> list[Fate]:
    """Leave out clauses whose `he` or `her` is whoever was named last, in a clause that goes: `why his da roars`.

    Args:
        draft: the draft.
        fates: what becomes of each of its clauses.
    """
    kept, is_lost = list[Fate](), False
    for fate in fates:
        if fate.words or _names_somebody(draft, fate.clause):
            is_lost = not fate.stays
        goes = is_lost and fate.words is None and _is_of_one(fate.clause)
        kept.append(Fate(fate.clause, "") if goes else fate)
    return kept


def without_lone_names(draft: Draft, fates: Sequence[Fate]) -> list[Fate]:
    """Leave out a name at the beginning for a group, if its own sentence goes and the rest is said to everybody.

    Args:
        draft: the draft.
        fates: what becomes of each of its clauses.
    """
    ends = next((at for at, one in enumerate(fates) if one.clause.is_last_of_sentence), len(fates))
    later = [one for one in fates[ends + 1 :] if one.stays and one.clause.kind is ClauseKind.CLAUSE]
    first = next(iter(fates), None)
    if first is None or first.words is not None or first.clause.kind is not ClauseKind.OPENER or not later:
        return list(fates)
    is_lost = not any(one.stays and one.clause.kind is ClauseKind.CLAUSE for one in fates[: ends + 1])
    is_to_all = draft.audience in {Audience.GROUP, Audience.PUBLIC} and not any(map(_is_to_one, later))
    goes = is_lost and is_to_all and not first_names().isdisjoint(first.clause.words)
    return [Fate(first.clause, ""), *fates[1:]] if goes else list(fates)


def _is_to_one(fate: Fate) -> bool:
    """Return whether a clause asks or speaks to whoever was called by name."""
    if fate.words:
        return not grammar("yours").isdisjoint(fate.words.lower().split())
    said = fate.clause.said
    is_asked = said[0] in grammar("questions") or orders(fate.clause) or is_order(said)
    return is_asked or not grammar("yours").isdisjoint(said)


def _is_of_one(clause: Clause) -> bool:
    """Return whether a clause speaks of one person without a name, who is not an animal or of the family."""
    is_pet = not grammar("pets").isdisjoint(clause.words)
    is_kin = clause.said[0] in {"my", "our"} and not grammar("family").isdisjoint(clause.said[1:3])
    return clause.kind is ClauseKind.CLAUSE and not _HIS.isdisjoint(clause.words) and not (is_pet or is_kin)


_HIS = frozenset({"he", "she", "him", "her", "his", "hers", "hes", "shes"})


def _names_somebody(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause has a first name, or a word with a capital letter that can only be a name."""
    known = first_names()
    return any(
        token.plain[0].removesuffix("s") in known and (at > 0 or not clause.link)
        for at, token in enumerate(clause.tokens)
        if draft.text[token.start : token.start + 1].isupper()
    )
