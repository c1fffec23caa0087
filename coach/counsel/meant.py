"""Whether `it`, `them` or `that` in a clause means something said before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from coach.counsel.clauses import Clause
from coach.counsel.words import grammar, is_past, verbal


def asks_about_it(clause: Clause) -> bool:
    """Return whether a request means something said before: `can you do that again`, but not `show that part`."""
    is_itself = not _ASKED_ITSELF.isdisjoint({clause.said[-2:], clause.said[2:4]})
    if clause.said[0] in {"which", "what"} and is_itself and len(clause.said) > _NOUN:
        return False
    at = _first_meant(clause.said[1:], grammar("objects-back"))
    return at is not None and clause.said[:3] not in _QUIETER and _NOUNED.isdisjoint(clause.said[1 : at + 1])


_ASKED_ITSELF, _NOUN = {("is", "it"), ("was", "it")}, 3
"""After a noun, `it` is what is asked for: `which song is it`."""
_QUIETER = {("turn", "it", "down"), ("turn", "that", "down"), ("keep", "it", "down")}
"""Whatever `it` is, everybody knows what is too loud."""
_NOUNED = frozenset({"the", "my", "a", "an"})
"""After one of these, `it` may be a thing in the clause: `whats the recipe, my nan wants to try it`."""


def _first_meant(said: Sequence[str], meant: frozenset[str]) -> int | None:
    """Return where the first word is that means something said before; None if none is: `that part` is a noun."""
    pairs = enumerate(pairwise([*said, ""]))
    return next((at for at, (word, after) in pairs if word in meant and not _begins_noun(word, after)), None)


def _begins_noun(word: str, after: str) -> bool:
    return word == "that" and after not in _after_objects()


@cache
def _after_objects() -> frozenset[str]:
    """Return the words that may follow `that` where no noun does, as in `that part`."""
    lists = ("prepositions", "dependent", "coordinate", "then", "trailing", "polite", "days", "stressing", "closers")
    return verbal().union(*map(grammar, lists), _ADVERBS)


_ADVERBS = frozenset({"", "again", "back", "up", "down", "off", "out", "over", "now", "away", "more", "less", "slower"})


def means_lost(clause: Clause) -> bool:
    """Return whether `it` or `them` in a clause can mean nothing of its own: `i need it for the trip`."""
    at = _first_meant(clause.said, _MEANT) if clause.said[:3] not in _QUIETER else None
    return bool(at) and all(word in _before_objects() or is_past(word) for word in clause.said[:at])


@cache
def _before_objects() -> frozenset[str]:
    """Return the words that may come before `it` without being what it means."""
    lists = ("subjects", "questions", "before-verbs")
    return verbal().union(*map(grammar, lists), {"to", "back", "will", "would"})


_MEANT = frozenset({"it", "them", "that"})
