"""What a verb takes, called names with its owner: `we are not doing ur stupid idea`, where the idea may stay."""

from __future__ import annotations

from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.words import grammar


def calm_object(draft: Draft, at: int) -> str:
    """Return a thing without the words that call it names, if the clause before needs it; empty if not."""
    clause = draft.clauses[at]
    words = [token.plain[0] for token in clause.body]
    kept = [token for token in clause.body[1:] if token.plain[0] not in grammar("called-things")]
    is_called = words[0] in {"ur", "your"} and 0 < len(kept) < len(words) - 1
    if not is_called or not at or not waits_for_object(draft.clauses[at - 1]) or draft.hurts[at - 1]:
        return ""
    if len(kept) > _LONGEST or kept[-1].plain[0] not in grammar("ideas"):
        return ""
    return " ".join(draft.text[token.start : token.end] for token in (clause.body[0], *kept))


def waits_for_object(clause: Clause) -> bool:
    """Return whether a clause breaks off behind a verb that takes something: `no we are not doing`."""
    is_doing = clause.words[-1].endswith("ing") and len(clause.words[-1]) > _SHORT
    return is_doing and not clause.ends.strip() and not grammar("auxiliaries").isdisjoint(clause.words)


_LONGEST = 2
_SHORT = 4
"""Words in `-ing` of so many letters are not verbs: `king`."""
