"""A child's own no, which stays a no beside words that hurt: `i said no`, `im not coming to the sleepover`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from coach.counsel.clauses import Clause
from coach.counsel.words import grammar, has_any
from coach.engine.text.first_names import first_names


def declines(clause: Clause) -> bool:
    """Return whether the writer says no to something, and turns nobody away: not `i dont want to play with her`."""
    said = _without_no(clause.said)
    if not said:
        return True
    is_plain = not (has_any(said, "scorning") or has_any(said, "comparing") or has_any(said, "shunning"))
    is_calm = is_plain and not has_any(said, "excluding") and not has_any(said, "parting")
    return is_calm and (_is_not_done(said) or _is_not_wanted(said)) and not _turns_away(said)


@cache
def spoken_of() -> frozenset[str]:
    """Return the words for somebody who is spoken of: `her`, `ben`."""
    return (grammar("third-person") - {"his", "their"}) | first_names()


def _without_no(said: Sequence[str]) -> Sequence[str]:
    """Return words without the `no` that leads to a refusal: `i said no i dont wanna go`."""
    if tuple(said[:3]) == _I_SAID_NO:
        said = said[3:]
    while said and said[0] in _LEADING:
        said = said[1:]
    return said


_I_SAID_NO = ("i", "said", "no")
_LEADING = frozenset({"no", "nah", "nope", "sorry", "and", "but", "well", "ok", "so"})


def _is_not_done(said: Sequence[str]) -> bool:
    """Return whether words say what the writer is not going to do: `im not coming to the sleepover`."""
    if tuple(said[:3]) not in _AM_NOT or said[3:4] == () or said[3] not in grammar("declined-doing"):
        return False
    return tuple(said[3:5]) != ("going", "to") or said[5:6] == () or said[5] in grammar("possessives") | {"school"}


_AM_NOT = {("i", "am", "not"), ("we", "are", "not")}


def _is_not_wanted(said: Sequence[str]) -> bool:
    """Return whether words say what the writer does not want to do: `i dont wanna go out with ur friend`."""
    words = list(said[1:]) if said[0] in {"i", "we"} else []
    for skipped in _STRESSES:
        words = [word for word in words if word != skipped]
    if words[:3] == ["do", "not", "want"] and words[3:4] == ["to"]:
        words = words[4:]
    elif words[:3] == ["do", "not", "wanna"]:
        words = words[3:]
    elif words[:2] == ["will", "not"]:
        words = words[2:]
    else:
        return False
    return bool(words) and (words[0] in grammar("declined") or words[:2] == ["be", "in"])


_STRESSES = ("really", "just", "actually", "honestly")


def _turns_away(said: Sequence[str]) -> bool:
    """Return whether it is a person that the writer wants no part of, and not a plan: `play with her`."""
    if not _AGREED.isdisjoint(said):
        return False
    people = spoken_of() if not _SHARED.isdisjoint(said) else spoken_of() | {"you"}
    return any(before == "with" and word in people for before, word in pairwise(said))


_AGREED = frozenset({"swap", "out", "trade", "swapping", "trading"})
"""Whoever is asked for these may hear a no: `go out with him`, `swap seats with u`."""
_SHARED = frozenset({"share", "sharing"})
"""Said to somebody, this is a no; said of somebody, it shuts them out."""
