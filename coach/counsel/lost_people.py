"""Clauses about `he` or `she` after the only clause that said who that is went."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.draft import Draft
from coach.counsel.fates import Fate
from coach.counsel.words import grammar
from coach.engine.text.first_names import first_names


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
