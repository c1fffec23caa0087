"""A comparison that ends as an insult does, `like the dimwit u are`, which can be left out by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coach.counsel.clauses import Clause, ClauseKind, split_at
from coach.counsel.tokens import Tokens, plain_words
from coach.models import Concern, Flag


def compared_apart(clauses: Sequence[Clause], flags: Sequence[Flag]) -> Iterator[Clause]:
    """Yield the clauses of a message, an insulting comparison in them as a name that somebody is called.

    A border may have been seen within it, as a clause could begin with `u are`.
    """
    rest = list(clauses)
    while rest:
        clause = rest.pop(0)
        joined = _with_next(clause, rest[0]) if rest else None
        alone, both = _span_of(clause, flags), joined and _span_of(joined, flags)
        if joined and both and not alone:
            rest.pop(0)
            clause, alone = joined, both
        if not alone:
            yield clause
            continue
        parts = split_at(clause, *alone)
        yield from (replace(one, kind=ClauseKind.NAME, link="") if one.start == alone[0] else one for one in parts)


def _with_next(clause: Clause, following: Clause) -> Clause | None:
    """Return two clauses as one where no mark parts them."""
    if clause.ends.strip() or ClauseKind.CLAUSE not in {clause.kind, following.kind}:
        return None
    return replace(clause, tokens=(*clause.tokens, *following.tokens), ends=following.ends)


def _span_of(clause: Clause, flags: Sequence[Flag]) -> tuple[int, int] | None:
    """Return the characters of a comparison behind other words of a clause, if it holds an insult."""
    for at in range(1, len(clause.tokens)):
        count = _length(clause.tokens[at:])
        if not count:
            continue
        start, end = clause.tokens[at].start, clause.tokens[at + count - 1].end
        if any(one.concern is Concern.UNKIND and start < one.start and one.end <= end for one in flags):
            return start, end
    return None


def _length(tokens: Tokens) -> int:
    """Return how many tokens a comparison has that begins here; 0 if none does: `like the dimwit u are`."""
    if plain_words(tokens[:1]) != ("like",) or plain_words(tokens[1:2]) not in _ARTICLES:
        return 0
    ends = (at + 2 for at in range(3, _LONGEST) if plain_words(tokens[at : at + 2]) == ("you", "are"))
    return next(ends, 0)


_ARTICLES = {("a",), ("an",), ("the",), ("some",)}
_LONGEST = 7
"""Most words before `you are`."""
