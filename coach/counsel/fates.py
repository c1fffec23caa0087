"""What becomes of each clause of a draft: it stays, goes, or is said another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.draft import Draft
from coach.counsel.templates import fillings, templates_in
from coach.counsel.words import begins_with, grammar, has_any, has_place


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a clause."""

    clause: Clause
    words: str | None
    """What is said in its place; empty if it is left out, None if it stays."""

    @property
    def stays(self) -> bool:
        """Whether anything is left of it."""
        return self.words is None or bool(self.words)


def all_said(draft: Draft, *, covers: bool) -> list[Fate]:
    """Say what hurts another way where a template knows how, and ask nicely beside it.

    Args:
        draft: the draft.
        covers: whether what gives too much away is said less exactly, and not left out.
    """
    is_said = [covers or not away for away in draft.gives_away]
    return [_said(draft, at) if said else _cut(draft, at) for at, said in enumerate(is_said)]


def all_cut(draft: Draft) -> list[Fate]:
    """Leave out what hurts or gives too much away."""
    return [_cut(draft, at) for at in range(len(draft.clauses))]


def _said(draft: Draft, at: int) -> Fate:
    cut, clause = _cut(draft, at), draft.clauses[at]
    if clause.kind is not ClauseKind.CLAUSE or draft.frightens[at] or (draft.gives_away[at] and draft.hurts[at]):
        return cut
    if draft.gives_away[at]:
        filled = draft.covered(clause)
    elif any(draft.hurts):
        softer = templates_in("soften") if cut.words is None else ()
        templates = [*draft.edits_of(clause), *templates_in("say"), *softer]
        filled = next(fillings(templates, draft.text, clause.body, draft.audience), None)
    else:
        filled = None
    return cut if filled is None else Fate(clause, draft.style.said(filled))


def _cut(draft: Draft, at: int) -> Fate:
    clause = draft.clauses[at]
    goes = draft.hurts[at] or draft.gives_away[at] or draft.frightens[at] or clause.kind is ClauseKind.TAIL
    return Fate(clause, "" if goes or (clause.kind is ClauseKind.CLAUSE and _goes_along(draft, at)) else None)


def _goes_along(draft: Draft, at: int) -> bool:
    """Return whether a clause without a flag must go with one that has it."""
    words = draft.clauses[at].words
    return (
        (any(draft.hurts) and _judges_others(draft.clauses[at].said))
        or (draft.is_open and any(draft.gives_away) and has_any(words, "arranging"))
        or (draft.is_near_detail[at] and has_place(words))
        or (draft.tells_of_others[at] and has_any(words, "telling"))
        or (draft.holds("someone-elses") and has_any(words, "hushing"))
    )


def _judges_others(words: Sequence[str]) -> bool:
    """Return whether a clause speaks only of somebody else, and not of what they did."""
    if not grammar("first-person").isdisjoint(words):
        return False
    if begins_with(words, "mocking"):
        return True
    if words[0] in grammar("imperatives") | grammar("questions"):
        return False
    if words[0] in grammar("persons") and words[1:2] and words[1] in grammar("facts"):
        return words[1] in {"can", "could", "never"} and (words[1] == "never" or "not" in words)
    return words[0] in grammar("others") or tuple(words[:2]) == ("no", "one")
