"""What a clause says that somebody did: `you took my turn`, `i waited an hour`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import claims_back
from coach.counsel.clauses import Clause
from coach.counsel.words import grammar, has_any, is_past

_SNEER = 3
"""So many words are more often a sneer."""


def is_deed(word: str) -> bool:
    """Return whether a verb says what somebody did: `scratched`, `took`."""
    return word in grammar("facts") or is_past(word)


def complains(words: Sequence[str], *, is_own: bool) -> bool:
    """Return whether a clause complains about a deed: `you took my turn`, but not `you were moody`.

    Args:
        words: a clause in plain spelling.
        is_own: whether it speaks of the writer too.
    """
    said = _without_company(words)
    said = (*said[:2], *said[3:]) if said[1:3] == ("never", "even") else said
    if len(said) == _BARE and said[1] in grammar("needing-object"):
        return False
    if said[0] != "you" or (said[1:2] in BEING and not "".join(said[2:3]).endswith("ing")):
        return False
    if said[1:2] == ("never",) and not grammar("let-down").isdisjoint(said[2:3]):
        return True
    is_deed_of_theirs = is_past("".join(said[1:2])) and grammar("failing").isdisjoint(said[1:2])
    return is_deed_of_theirs or (is_own and is_deed("".join(said[1:2])))


def is_next_deed(clause: Clause, before: Clause) -> bool:
    """Return whether a clause says what came of a promise or a wait: `you said 4`, then `and you went with Mia`."""
    is_joined = clause.link in _NEXT and not before.is_last_of_sentence and before.link not in {"if", "unless"}
    said = without_then(clause.said)
    is_theirs = said[0] == "you" and is_past("".join(said[1:2])) and said[1:2] not in BEING and len(said) > _BARE
    return is_joined and is_theirs and has_any(before.said, "trusting")


_NEXT = frozenset({"and", "but", "then", "and then", "n"})
_BARE = 2
"""`you` and a verb that needs an object complain of nothing: `u broke`."""


def _wrongs_writer(clause: Clause) -> bool:
    """Return whether a clause says what the reader did to the writer: `you scammed me out of my pet`."""
    is_own = not grammar("first-person").isdisjoint(clause.said)
    return is_own and not clause.link and "?" not in clause.ends and complains(clause.said, is_own=False)


def is_calm_by_threat(clause: Clause) -> bool:
    """Return whether a clause beside a threat only asks back, or says what was done to the writer or ails them."""
    is_unwell = clause.said[0] == "i" and has_any(clause.said, "unwell")
    return claims_back(clause) or _wrongs_writer(clause) or is_unwell


def without_then(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without what leads to the one who did something: `but then u left`, `ok so u borrowed my hat`."""
    while said[0] in _LEADING and len(said) > _SNEER:
        said = said[1:]
    return said


_LEADING = frozenset({"then", "ok", "okay", "so", "well"})


def _without_company(said: Sequence[str]) -> Sequence[str]:
    """Return words without whoever did something with the reader: `you and Lily ignored me`, `you lot took it`."""
    if said[0] != "you" or len(said) <= _SNEER:
        return said
    if said[1] == "and" and said[2] not in grammar("verbs"):
        return (said[0], *said[3:])
    return (said[0], *said[2:]) if said[1] in _ALL else said


_ALL = frozenset(
    {"all", "lot", "guys", "both", "two", "just", "then", "literally", "even", "only", "actually", "really"}
)
BEING = {("was",), ("were",)}
"""After a subject, these say more often what somebody is like than what they did."""
