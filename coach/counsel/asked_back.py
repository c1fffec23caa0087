"""What is asked back as `it`, where the clause that named it went: `u took my hoodie, ...`, then `give it back`."""

from __future__ import annotations

import re

from coach.counsel.alone import claims_back, orders
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.words import grammar, verbal

_TAKEN = re.compile(
    r"\b(?:took|taken|stole|nicked|borrowed|robbed|pinched|grabbed|hid|have|has|got|kept|keep"
    r"|lent (?:u|you)|gave (?:u|you))"
    r" (?P<thing>(?:my|our) \w+)(?P<more> \w+)?",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)


def named_back(draft: Draft, at: int, goes: list[bool], words: str) -> str:
    """Return a request with the name of what it is for in the place of its only `it`; empty if that is not known.

    Args:
        draft: the draft.
        at: which of its clauses asks.
        goes: which of its clauses go.
        words: the request, as it is written or said another way.
    """
    if not is_asked_back(draft.clauses[at]) or len(_IT.findall(words)) != 1:
        return ""
    named = next((n for n in range(at - 1, -1, -1) if _TAKEN.search(_written(draft, n))), None)
    found = _TAKEN.search(_written(draft, named)) if named is not None and goes[named] else None
    if found is None:
        return ""
    more = found["more"] or ""
    return _IT.sub(found["thing"] + ("" if _ends_noun(more.strip().lower()) else more), words, count=1)


def is_asked_back(clause: Clause) -> bool:
    """Return whether a clause asks for something of the writer's: `just give them back`, `bring it tmrw`."""
    is_brought = orders(clause) and not grammar("handing-over").isdisjoint(clause.said[:2])
    return claims_back(clause) or is_brought


def _written(draft: Draft, at: int) -> str:
    return draft.text[draft.clauses[at].start : draft.clauses[at].end]


def _ends_noun(word: str) -> bool:
    """Return whether a word after a noun does not belong to it: `my hoodie like`, but not `my pencil case`."""
    lists = (
        "prepositions",
        "dependent",
        "coordinate",
        "days",
        "weekdays",
        "subjects",
        "stressing",
        "closers",
        "trailing",
    )
    ended = verbal().union(*map(grammar, lists), _AFTER)
    return not word or word in ended or word.isdigit()


_AFTER = frozenset({"like", "last", "yesterday", "ages", "again", "without", "off", "out", "since", "while", "u", "it"})
