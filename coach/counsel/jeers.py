"""What jeers at somebody beside an insult, though no flag is on it: `go cry to ur mum`, `no wonder nobody picks u`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.clauses import Clause
from coach.counsel.words import begins_with, grammar, has_any
from coach.engine.text.first_names import first_names

_FEW = 6
"""Most words of a jeer that only sends somebody to their mother."""


def jeers(clause: Clause) -> bool:
    """Return whether a clause mocks somebody who was insulted, laughs at them, or tells them to put up with it."""
    said = _without_lead(clause.said)
    if (
        said[-2:] == ("or", "what")
        or begins_with(said, "jeering")
        or has_any(said, "laughed-at")
        or _wishes_them_off(said)
    ):
        return True
    is_own = not grammar("first-person").isdisjoint(said)
    return not is_own and (has_any(said, "jeered-with") or _sends_to_mother(said))


def _without_lead(said: Sequence[str]) -> Sequence[str]:
    """Return words without what only leads to a jeer: `just`, `aww`, or the name of whoever is meant."""
    leads = grammar("urging") | grammar("openers") | grammar("joining") | _LEADS
    while len(said) > 1 and (said[0] in leads or said[0] in first_names()):
        said = said[1:]
    return said


_LEADS = frozenset({"aww", "awww", "then", "or", "maybe", "ok", "well"})


def _sends_to_mother(said: Sequence[str]) -> bool:
    """Return whether somebody is sent to their mother: `go tell ur mum`, `run to ur dad`."""
    words = said[1:]
    is_sent = said[0] in {"go", "run", "running", "cry", "crying"} and len(said) <= _FEW
    is_theirs = any(one in grammar("yours") and other in _PARENTS for one, other in pairwise(words))
    return is_sent and is_theirs and not has_any(words, "praising") and "if" not in words


_PARENTS = frozenset({"mum", "mummy", "mom", "mommy", "mam", "mama", "mammy", "ma", "dad", "daddy", "nan", "parents"})


def _wishes_them_off(said: Sequence[str]) -> bool:
    """Return whether somebody is asked not to cry or bother: `dont cry about it`, `dont even try`."""
    words = said[2:] if said[:2] == ("do", "not") else said[1:] if said[:1] in {("dont",), ("stop",)} else ()
    is_calm = not (grammar("first-person") | grammar("things") | grammar("days")).isdisjoint(said)
    return bool(words) and words[0] in grammar("jeered-deeds") and not is_calm
