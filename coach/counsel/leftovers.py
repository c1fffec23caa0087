"""What can no longer stay after other clauses were left out."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.borders import begins_clause, has_verb
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.fates import Fate
from coach.counsel.words import grammar


def without_leftovers(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out what needs a clause that goes, and what only coloured it."""
    kept = list(fates)
    for at, fate in enumerate(kept):
        earlier = (one for one in reversed(kept[:at]) if one.clause.kind is not ClauseKind.NAME)
        before, after = next(earlier, None), kept[at + 1] if at + 1 < len(kept) else None
        if fate.words is None and (_needs_before(fate.clause, before) or _needs_after(fate.clause, before, after)):
            kept[at] = Fate(fate.clause, "")
    is_empty = not any(fate.stays and fate.clause.kind is ClauseKind.CLAUSE for fate in kept)
    return [_opened(fate, kept[at + 1 :], is_empty=is_empty) for at, fate in enumerate(kept)]


def has_substance(fates: Sequence[Fate]) -> bool:
    """Return whether enough is left to send, and anything was changed."""
    left = [fate for fate in fates if fate.stays and fate.clause.kind is ClauseKind.CLAUSE]
    return any(fate.words is not None for fate in fates) and any(
        fate.words or len(fate.clause.said) > 1 for fate in left
    )


def _needs_before(clause: Clause, before: Fate | None) -> bool:
    """Return whether a clause makes no sense without the one before, which goes."""
    if before is None or before.stays:
        return False
    if clause.kind is ClauseKind.CLOSER or clause.link in grammar("dependent"):
        return True
    if (
        clause.kind is not ClauseKind.CLAUSE
        or before.clause.is_last_of_sentence
        or before.clause.kind is ClauseKind.OPENER
    ):
        return False
    return _is_fragment(clause) or clause.said[0] in grammar("pointing") or _points_back(clause)


def _is_fragment(clause: Clause) -> bool:
    """Return whether it only went on with the clause before: `behind the church`, `blue roof`."""
    if has_verb(clause.tokens) or begins_clause(clause.tokens):
        return False
    begins = clause.words[0] in grammar("prepositions") | grammar("possessives") | {"not"}
    return begins or (len(clause.words) < 3 and clause.words[0] not in grammar("openers"))


def _points_back(clause: Clause) -> bool:
    """Return whether `he`, `it` or `them` in it, not in a request, means somebody or something in the clause before."""
    if begins_clause(clause.tokens) and clause.words[0] in grammar("imperatives") | grammar("questions"):
        return False
    return clause.said[0] in {"he", "she", "they"} or "it" in clause.said


def _needs_after(clause: Clause, before: Fate | None, after: Fate | None) -> bool:
    """Return whether a condition has lost what it is a condition for."""
    if after is None or after.stays or clause.is_last_of_sentence or clause.link not in grammar("conditions"):
        return False
    is_held = (
        before and before.stays and before.clause.kind is ClauseKind.CLAUSE and not before.clause.is_last_of_sentence
    )
    return not is_held


def _is_same_sentence(before: Clause) -> bool:
    return before.kind is not ClauseKind.OPENER and not before.is_last_of_sentence


def _opened(fate: Fate, later: Sequence[Fate], *, is_empty: bool) -> Fate:
    """Leave out an opening `lol` or `ew` whose sentence goes, but keep a name and a greeting."""
    following = next((one for one in later if one.clause.kind is not ClauseKind.OPENER), None)
    is_opener = fate.clause.kind is ClauseKind.OPENER and fate.words is None
    if not is_opener or following is None or following.words is None:
        return fate
    clause = fate.clause
    kept = tuple(
        token
        for token in clause.tokens
        if not token.is_emoji
        and (" ".join(token.plain) not in grammar("openers") or token.plain[0] in grammar("greetings"))
    )
    if is_empty or not kept:
        return Fate(clause, "")
    return Fate(Clause(kept, clause.kind, "", clause.ends), None)
