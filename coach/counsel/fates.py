"""What becomes of each clause of a draft: it stays, goes, or is said another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.counsel.alone import is_piece, is_use
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.covers import covered
from coach.counsel.draft import Draft
from coach.counsel.templates import fillings, templates_in
from coach.counsel.words import begins_with, ends_with, grammar, has_any, has_place, verbal


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


def all_cut(draft: Draft, *, mildly: bool = False) -> list[Fate]:
    """Leave out what hurts or gives too much away; mildly, what only may go on hurting stays."""
    return [_cut(draft, at, mildly=mildly) for at in range(len(draft.clauses))]


def _said(draft: Draft, at: int) -> Fate:
    cut, clause = _cut(draft, at), draft.clauses[at]
    if clause.kind is not ClauseKind.CLAUSE or draft.frightens[at] or (draft.gives_away[at] and draft.hurts[at]):
        return cut
    if draft.gives_away[at]:
        filled = covered(draft, clause)
    elif any(draft.hurts):
        softer = templates_in("soften") if cut.words is None else ()
        templates = [*draft.edits_of(clause), *templates_in("say"), *softer]
        filled = next(fillings(templates, draft.text, clause.body, draft.audience), None)
    else:
        filled = None
    if filled is None or (filled.endswith("?") and cut.words is None and _is_held_by_next(draft, at)):
        return cut
    return Fate(clause, draft.style.said(filled))


def _is_held_by_next(draft: Draft, at: int) -> bool:
    """Return whether the next clause belongs to this one, so that no question mark can part them: `when done`."""
    if at + 1 == len(draft.clauses) or draft.clauses[at].ends.strip():
        return False
    return draft.clauses[at + 1].link in grammar("dependent") and _cut(draft, at + 1).stays


def _cut(draft: Draft, at: int, *, mildly: bool = False) -> Fate:
    clause = draft.clauses[at]
    goes = draft.hurts[at] or draft.gives_away[at] or draft.frightens[at] or clause.kind is ClauseKind.TAIL
    return Fate(
        clause, "" if goes or (clause.kind is ClauseKind.CLAUSE and _goes_along(draft, at, mildly=mildly)) else None
    )


def _goes_along(draft: Draft, at: int, *, mildly: bool) -> bool:
    """Return whether a clause without a flag must go with one that has it."""
    words = draft.clauses[at].words
    return (
        (any(draft.hurts) and _hurts_too(draft.clauses[at], is_sticky=draft.is_sticky and not mildly))
        or draft.is_risky[at]
        or (draft.is_open and draft.is_after_detail[at] and is_piece(draft.clauses[at]))
        or (draft.is_near_detail[at] and has_place(words) and not ends_with(words, "harmless"))
        or (draft.is_beside_detail[at] and _belongs_to_detail(draft, at))
        or (draft.tells_of_others[at] and has_any(words, "telling"))
        or (any(draft.gives_away) and has_any(words, "hushing"))
    )


def _belongs_to_detail(draft: Draft, at: int) -> bool:
    """Return whether a clause names the detail in its sentence, only goes on with it, or says how to use it."""
    clause = draft.clauses[at]
    is_away = draft.names & _ALONE and has_any(clause.words, "at-home")
    if is_away or has_any(clause.words, "details"):
        return True
    goes_on = draft.is_after_detail[at] and draft.names & _PLACES and is_piece(clause)
    return bool(goes_on) or (bool(draft.names & _USED) and is_use(clause))


_ALONE = frozenset({"home-alone", "holiday", "routine", "location-now"})
_USED = frozenset({"password", "money"})
_PLACES = frozenset({"address", "location-now", "routine", "school", "photo", "password", "holiday", "age-birthday"})
"""Kinds of details that a list of nouns goes on with: `third gate on the left`."""


def _hurts_too(clause: Clause, *, is_sticky: bool) -> bool:
    """Return whether a clause without a flag hurts, presses or points at somebody too."""
    words = clause.said
    is_pressing = clause.link in grammar("pressing") and words[0] in grammar("pressers")
    if is_pressing or has_any(words, "excluding"):
        return True
    return not _changes_subject(clause) if is_sticky else _judges_others(words) or _is_unable(clause)


def _is_unable(clause: Clause) -> bool:
    """Return whether a clause blames what went wrong on what somebody named can't do: `because sam cant count`."""
    said = " ".join(clause.said)
    is_blaming = clause.link in grammar("conditions") and any(word in said for word in ("can not", "cant", "never"))
    return is_blaming and grammar("first-person").isdisjoint(clause.said)


def _changes_subject(clause: Clause) -> bool:
    """Return whether a clause has nothing to do with what hurts: it speaks of the writer, wishes well, or gives a time.

    What mocks somebody's looks or family goes on mocking in every word about `you`, `she` or `it`.
    """
    words = frozenset(clause.said)
    if begins_with(clause.said, "mocking") or begins_with(clause.said, "showing-off"):
        return False
    if not grammar("sneering").isdisjoint(clause.said[:2]):
        return False
    if clause.said[0] in grammar("wishes") or begins_with(clause.said, "plans"):
        return True
    is_about_others = not words.isdisjoint(grammar("others") | grammar("pointing") | grammar("objects") - {"me", "us"})
    is_own = not words.isdisjoint(grammar("first-person")) and len(clause.said) > _SNEER
    is_asked = clause.said[0] in grammar("asking") | grammar("imperatives") and len(clause.said) > _SNEER
    return not is_about_others and (is_own or is_asked or any(map(str.isdigit, "".join(clause.said))))


_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def _is_deed(word: str) -> bool:
    """Return whether a verb says what somebody did: `scratched`, `took`."""
    return word in grammar("facts") or (word.endswith("ed") and word in verbal())


def _judges_others(words: Sequence[str]) -> bool:
    """Return whether a clause speaks only of somebody else, and not of what they did."""
    if not grammar("first-person").isdisjoint(words):
        return False
    if begins_with(words, "mocking"):
        return True
    if words[0] in grammar("imperatives") | grammar("questions"):
        return False
    if words[0] in grammar("persons") and words[1:2] and _is_deed(words[1]):
        return words[1] in {"can", "could", "never"} and (words[1] == "never" or "not" in words)
    return words[0] in grammar("others") or tuple(words[:2]) == ("no", "one")
