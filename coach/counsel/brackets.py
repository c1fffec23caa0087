"""What is said in brackets, or to somebody by name before a colon, and goes with whom it is about."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.fates import Fate
from coach.counsel.words import grammar


def without_brackets(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out all that is in brackets if some of it goes, or what they explain: `my sister (5, hates water)`."""
    kept = list(fates)
    for first, one in enumerate(fates):
        last = next((n for n in range(first + 1, len(fates)) if ")" in fates[n].clause.ends), 0)
        if not ("(" in one.clause.ends and last):
            continue
        if not all(other.stays for other in fates[first : last + 1]):
            goes = first if _lost_verb(fates, last + 1) else first + 1
            kept[goes : last + 1] = [Fate(other.clause, "") for other in fates[goes : last + 1]]
    return kept


def _lost_verb(fates: Sequence[Fate], at: int) -> bool:
    """Return whether what somebody before is or does went: `my sister (5)`, then `is home alone`."""
    return at < len(fates) and not fates[at].stays and fates[at].clause.said[0] in grammar("auxiliaries")


def without_addressed(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out what is said to somebody by name if the name goes: `and to Mia from gym: look in a mirror`."""
    kept, is_lost = list(fates), False
    for at, fate in enumerate(fates):
        if is_lost:
            kept[at] = Fate(fate.clause, "")
        is_heading = fate.clause.said[0] == "to" and ":" in fate.clause.ends and not fate.stays
        is_lost = (is_lost or is_heading) and not (fate.clause.is_last_of_sentence and not is_heading)
    return kept
