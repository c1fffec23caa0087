"""Quote what was flagged as a person would: no phrase breaks off in the middle of what it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.alone import claims_back, orders
from coach.counsel.clauses import Clause, ClauseKind, Spelled, clauses_of
from coach.counsel.draft import Draft
from coach.counsel.names import parted
from coach.counsel.tokens import Token
from coach.counsel.words import begins_with, grammar
from coach.models import Concern, Flag

_SAID = frozenset({Concern.UNKIND, Concern.RED_FLAG, Concern.GOING_ALONG})
"""Concerns of words that mean something only as a whole; a detail is quoted as it is."""
_REST = 6
"""Most words that are added to a phrase."""


def quoted_whole(flags: Sequence[Flag], text: str, spelled: Spelled) -> tuple[Flag, ...]:
    """Return flags whose phrases end where their clause does, or before an `and` that leads on to something else.

    Args:
        flags: the flags of a message.
        text: the message.
        spelled: its words in plain spelling.
    """
    clauses = clauses_of(text, spelled)
    flags = tuple(_ending_well(flag, text, clauses) for flag in flags)
    unkind = tuple(flag for flag in flags if flag.concern is Concern.UNKIND)
    parts = [part for one in clauses for part in parted(one, unkind)]
    return tuple(_quoted(flag, flags, text, parts) if flag.concern in _SAID else flag for flag in flags)


def ending_well(flags: Sequence[Flag], text: str, spelled: Spelled) -> tuple[Flag, ...]:
    """Return flags that begin and end with what they are about.

    A detail ends before a `so` that leads on: `home alone till 8`, and then `so bored`. What the second reader marked
    keeps no clause about the writer alone: `we have to redo it`, and then `cos ur brain is mush`.
    """
    clauses = clauses_of(text, spelled)
    return tuple(_ending_well(flag, text, clauses) for flag in flags)


def _ending_well(flag: Flag, text: str, clauses: Sequence[Clause]) -> Flag:
    if flag.concern is Concern.OVERSHARING:
        tokens = [token for one in clauses for token in one.tokens]
        return _cut_at_joint(flag, text, [token for token in tokens if flag.start <= token.start < flag.end])
    if flag.concern is Concern.UNKIND and (later := _begins_later(flag, text, clauses)):
        flag = later
    is_mixed = flag.rule.endswith("/second-reader") or _begins_before_emoji(flag, clauses)
    if flag.concern is Concern.UNKIND and is_mixed:
        return _without_own_side(flag, text, [one for one in clauses if one.meets(flag.start, flag.end)])
    return flag


def _begins_before_emoji(flag: Flag, clauses: Sequence[Clause]) -> bool:
    """Return whether a mark begins amid what the writer said of themselves, before emoji that end it."""
    pairs = pairwise(clauses)
    begun = ((one, other) for one, other in pairs if one.start < flag.start < one.end < flag.end)
    return any(other.tokens[0].is_emoji and _is_own(one) for one, other in begun)


def _begins_later(flag: Flag, text: str, clauses: Sequence[Clause]) -> Flag | None:
    """Return a flag without the `it` or `me` that ends the clause before; None if it has none."""
    met = [one for one in clauses if one.meets(flag.start, flag.end)]
    if len(met) < _TWO or met[0].tokens[-1].start != flag.start or len(met[0].tokens) <= _TWO:
        return None
    if met[0].tokens[-1].plain[0] not in grammar("objects") | {"this", "that", "one", "again"}:
        return None
    start = met[1].body[0].start
    return flag.model_copy(update={"start": start, "phrase": text[start : flag.end]}) if start < flag.end else None


_TWO = 2


def _without_own_side(flag: Flag, text: str, clauses: Sequence[Clause]) -> Flag:
    clauses = [one for one in clauses if one.kind is not ClauseKind.OPENER]
    of_others = [one for one in clauses if not _is_own(one)]
    if not of_others or len(of_others) == len(clauses):
        return flag
    start, end = max(flag.start, of_others[0].body[0].start), min(flag.end, of_others[-1].end)
    return flag.model_copy(update={"start": start, "end": end, "phrase": text[start:end]})


def _is_own(clause: Clause) -> bool:
    """Return whether a clause says something of the writer and of nobody else, or only asks to stop or give back."""
    if claims_back(clause):
        return not begins_with(clause.said, "mocking")
    is_of_writer = not grammar("first-person").isdisjoint(clause.said) and len(clause.said) > _SAYS_SOMETHING
    of_others = grammar("others") | grammar("objects-back")
    return is_of_writer and of_others.isdisjoint(clause.said) and not orders(clause)


def _cut_at_joint(flag: Flag, text: str, within: Sequence[Token]) -> Flag:
    """Return a flag that ends before the words at its end that lead on to something else."""
    kept = len(within)
    while kept > 1 and _is_joint(within[kept - 1]) and text[within[-1].end :].strip():
        kept -= 1
    return _ending(flag, text, within[kept - 1].end) if kept < len(within) else flag


def is_all_marked(draft: Draft, flags: Sequence[Flag]) -> bool:
    """Return whether flags cover all that a draft says; a word beside them, such as a name or a `so`, says nothing."""
    said = [one for one in draft.clauses if one.kind in {ClauseKind.CLAUSE, ClauseKind.NAME}]
    unmarked = [[token for token in one.tokens if not _is_marked(token, flags)] for one in said]
    return all(len(rest) < _SAYS_SOMETHING for rest in unmarked)


def _is_marked(token: Token, flags: Sequence[Flag]) -> bool:
    return token.is_emoji or any(flag.meets(token.start, token.end) for flag in flags)


_SAYS_SOMETHING = 2
"""So many words without a mark in a clause say something."""


def _quoted(flag: Flag, flags: Sequence[Flag], text: str, clauses: Sequence[Clause]) -> Flag:
    at = next((at for at, one in enumerate(clauses) if one.start < flag.end <= one.end), None)
    if at is None:
        return flag
    within = [token for one in clauses[: at + 1] for token in one.tokens if flag.start <= token.start < flag.end]
    limit = min((one.start for one in flags if one.start >= flag.end), default=len(text))
    after = [token for token in clauses[at].tokens if flag.end <= token.start and token.end <= limit]
    is_joint = clauses[at].kind is ClauseKind.NAME or not within or _is_joint(within[-1])
    if 0 < len(after) <= _REST and (not is_joint or flag.concern is Concern.RED_FLAG):
        return _ending(flag, text, after[-1].end)
    return _cut_at_joint(flag, text, within)


def _is_joint(token: Token) -> bool:
    """Return whether a word leads on to something else: `and`, `or`, or the `i` of what follows."""
    return token.plain[-1] in grammar("joins-next")


def _ending(flag: Flag, text: str, end: int) -> Flag:
    return flag if end == flag.end else flag.model_copy(update={"end": end, "phrase": text[flag.start : end]})
