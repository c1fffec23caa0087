"""Praise and thanks in a draft that is for something made, owned or done, and stay beside what hurts."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks
from coach.counsel.clauses import Clause
from coach.counsel.words import begins_with, grammar, has_any

_SHORT = 5
"""Most words of praise without a verb: `cool trick`, `a real backflip`."""


def praises_thing(clause: Clause) -> bool:
    """Return whether a clause praises what somebody made, has or did: `ur dog is so cute`, `i loved ur cake`.

    Praise of what somebody looks like or wears is too often meant the other way round to be kept.
    """
    said = _without_lead(clause.said)
    if "?" in clause.ends or has_any(said, "mocking-turns"):
        return False
    if _makes_best(said):
        return True
    if praises_in_jest(clause) or has_any(said, "not-praised") or not grammar("family").isdisjoint(said):
        return False
    if not (grammar("worn") | grammar("bodily")).isdisjoint(said):
        return False
    is_done_well = begins_with(said, "congratulating") and len(said) > 1
    return is_done_well or has_any(said, "heartfelt") or _is_liked(said) or _is_good(said) or _is_lucky(said)


def praises_in_jest(clause: Clause) -> bool:
    """Return whether what is called good is bad: `so good at losing`, `nice try`."""
    return not grammar("good").isdisjoint(clause.said) and has_any(clause.said, "praised-in-jest")


def thanks_for(clause: Clause) -> bool:
    """Return whether somebody is thanked for what they did: `thanks for carrying us in the raid`."""
    deed = thanked_for(clause.said)
    return bool(deed) and deed not in _IRONIC


def thanked_for(said: Sequence[str]) -> str:
    """Return the first word of what somebody is thanked for, such as `carrying`; empty if nobody is."""
    is_for = said[0] in {"thanks", "thank", "thx", "ty"} and "for" in said[1:3] and len(said) > _THANKED
    return said[said.index("for") + 1] if is_for else ""


_THANKED = 3
_IRONIC = {"nothing", "being", "leaving", "ruining"}


def names_what_is_good(clause: Clause) -> bool:
    """Return whether a clause is only praise without a verb, as `cool trick`, which mockery may follow."""
    said = _without_lead(clause.said)
    is_short = 1 < len(said) <= _SHORT and grammar("others").isdisjoint(said) and not asks(clause)
    is_plain = not has_any(said, "mocking-turns") and grammar("worn").isdisjoint(said) and "?" not in clause.ends
    is_good = (said[0] in grammar("good-things") or said[:2] in _REAL) and not praises_in_jest(clause)
    return is_short and is_plain and is_good


_REAL = {("a", "real"), ("an", "actual"), ("a", "proper")}


def _without_lead(said: Sequence[str]) -> Sequence[str]:
    """Return words without an `also`, `and` or `wow` before praise."""
    is_lead = len(said) > 1 and said[0] in grammar("joining") | grammar("openers") | {"still", "gg"}
    return said[1:] if is_lead and said[0] not in {"all", "thanks", "sorry"} else said


def _is_liked(said: Sequence[str]) -> bool:
    """Return whether somebody says that they like something: `i loved ur cake`, `love how u did the sky`."""
    words = said[1:] if said[0] == "i" else said
    words = words[1:] if words and words[0] in {"really", "also", "actually", "honestly", "just", "do", "so"} else words
    return len(words) > 1 and words[0] in _LIKING and words[1] in grammar("liked-things")


_LIKING = frozenset({"love", "loved", "like", "liked", "enjoyed", "enjoy"})


def _is_good(said: Sequence[str]) -> bool:
    """Return whether something of somebody's is called good: `ur dog is so cute`, `u were so good at healing`."""
    verb = next((at for at, word in enumerate(said[:_FAR]) if at and word in _BEING), 0)
    judged = [word for word in said[verb + 1 :] if word not in _STRESSING] if verb else []
    is_praised = bool(judged) and judged[0] in grammar("good")
    if said[0] == "you":
        return is_praised and verb == 1 and judged[1:2] in (["at"], ["with"]) and not judged[2].endswith("self")
    return is_praised and said[0] in grammar("liked-things")


def _is_lucky(said: Sequence[str]) -> bool:
    """Return whether somebody is called lucky or talented: `ur so lucky u got the lead`."""
    words = said[1:] if said[0] in {"ur", "youre"} else said[2:] if said[:2] == ("you", "are") else ()
    judged = [word for word in words if word not in _STRESSING]
    return bool(judged) and (judged[0] in {"lucky", "talented"} or judged[:2] in (["good", "at"], ["amazing", "at"]))


def _makes_best(said: Sequence[str]) -> bool:
    """Return whether somebody makes or does the best of its kind: `ur mum makes the best pancakes`."""
    pairs = list(zip(said, said[1:], said[2:], strict=False))
    return any(verb in _MAKING and (the, best) == ("the", "best") for verb, the, best in pairs)


_MAKING = frozenset(
    {"makes", "make", "made", "does", "do", "did", "has", "have", "tells", "tell", "bakes", "draws", "draw", "gives"}
)
_BEING = frozenset({"is", "are", "was", "were", "look", "looks", "looked", "sounds", "came", "turned"})
_STRESSING = frozenset("so really actually very well pretty too such a an out the soo sooo always".split())
_FAR = 6
"""Where the verb of short praise is found at the latest."""
