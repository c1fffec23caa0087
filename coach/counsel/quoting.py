"""Quote what was flagged as a person would: no phrase breaks off in the middle of what it says."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.borders import Token
from coach.counsel.clauses import Clause, ClauseKind, Spelled, clauses_of
from coach.counsel.names import parted
from coach.counsel.words import grammar
from coach.models import Concern, Flag

_SAID = frozenset({Concern.UNKIND, Concern.RED_FLAG, Concern.GOING_ALONG})
"""Concerns of words that mean something only as a whole; a detail is quoted as it is."""
_REST = 4
"""Most words that are added to a phrase."""


def quoted_whole(flags: Sequence[Flag], text: str, spelled: Spelled) -> tuple[Flag, ...]:
    """Return flags whose phrases end where their clause does, or before an `and` that leads on to something else.

    Args:
        flags: the flags of a message.
        text: the message.
        spelled: its words in plain spelling.
    """
    clauses = [part for one in clauses_of(text, spelled) for part in parted(one, tuple(flags))]
    return tuple(_quoted(flag, flags, text, clauses) if flag.concern in _SAID else flag for flag in flags)


def _quoted(flag: Flag, flags: Sequence[Flag], text: str, clauses: Sequence[Clause]) -> Flag:
    clause = next((one for one in clauses if one.start < flag.end <= one.end), None)
    if clause is None or clause.kind is ClauseKind.NAME:
        return flag
    before, after = _around(clause, flag)
    if not before:
        return flag
    limit = min((one.start for one in flags if one.start >= flag.end), default=len(text))
    after = [token for token in after if token.end <= limit]
    if 0 < len(after) <= _REST and not _is_left(before):
        return _ending(flag, text, after[-1].end)
    while len(before) > 1 and after and before[-1].plain[-1] in grammar("joins-next"):
        before = before[:-1]
    return _ending(flag, text, before[-1].end)


def _around(clause: Clause, flag: Flag) -> tuple[list[Token], list[Token]]:
    """Return the tokens of a clause that end a phrase, and those after it without the laughs at the end."""
    before = [token for token in clause.tokens if flag.start <= token.start < flag.end]
    return before, [token for token in clause.tokens if token.start >= flag.end]


def _is_left(before: Sequence[Token]) -> bool:
    """Return whether the phrase already went on to something else."""
    return before[-1].plain[-1] in grammar("joins-next")


def _ending(flag: Flag, text: str, end: int) -> Flag:
    return flag if end == flag.end else flag.model_copy(update={"end": end, "phrase": text[flag.start : end]})
