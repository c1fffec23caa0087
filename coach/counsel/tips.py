"""How something is done, said to anybody: `u have to press jump twice`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.clauses import Clause
from coach.counsel.words import grammar


def gives_tip(clause: Clause) -> bool:
    """Return whether a clause says how something is done in a game, a drawing or a sum, and asks or tells nothing else.

    Its `you` is anybody: `to beat the spider u need 4 arrows`, but not `u need my number`.
    """
    said = clause.said
    if said.count("you") != 1 or "?" in clause.ends:
        return False
    at = said.index("you")
    others = frozenset((*said[:at], *said[at + 1 :]))
    is_of_people = any(not grammar(name).isdisjoint(others) for name in _OF_PEOPLE) or not _TO.isdisjoint(others)
    return not is_of_people and _leads(said[:at]) and _tells_how(_without_modal(said[at + 1 :]))


_OF_PEOPLE = ("yours", "first-person", "third-person", "personal", "family", "contacting", "onlookers", "days")
_TO = frozenset({"in", "inside", "here", "there", "home", "round", "over"})
"""With these, somebody may be asked to come."""


def _leads(said: Sequence[str]) -> bool:
    """Return whether these words lead to a tip: none, `thats how`, or what the tip is for: `to beat the spider`."""
    is_goal = said[:1] == ("to",) and said[1:2] != () and len(said) <= _LONGEST_GOAL
    return not said or said in _LEADS or is_goal


_LONGEST_GOAL = 6
_LEADS = {("thats", "how"), ("that", "is", "how"), ("then",), ("first",), ("so",), ("now",)}


def _without_modal(words: Sequence[str]) -> Sequence[str]:
    """Return words without `just` and `have to` before the verb."""
    while words and words[0] in _SOFT:
        words = words[1:]
    if tuple(words[:2]) in _MUST:
        words = words[2:]
    elif words and words[0] in _CAN:
        words = words[1:]
    while words and words[0] in _SOFT:
        words = words[1:]
    return words


_SOFT = frozenset({"just", "only", "then", "first", "also", "always", "actually", "basically"})
_MUST = {("have", "to"), ("need", "to"), ("got", "to"), ("want", "to")}
_CAN = frozenset({"can", "should", "must", "gotta", "could"})


def _tells_how(words: Sequence[str]) -> bool:
    """Return whether words begin with a deed, or with how many things are needed."""
    if words[:1] and words[0] in grammar("tip-deeds"):
        return True
    is_got = words[:1] in {("need",), ("get",)} and len(words) > len(("need", "two"))
    return is_got and (words[1].isdigit() or words[1] in _SOME)


_SOME = frozenset({"a", "an", "the", "some", "one", "two", "three", "four", "five", "six", "more", "another"})
