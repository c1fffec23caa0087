"""What is worth sending of a draft that hurts or threatens: what was wanted, what happened, and how it felt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.alone import asks, is_of_nothing, is_piece, orders
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.words import begins_with, grammar, has_any

_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def is_worth_keeping(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause is a reason to send a draft that mocked, left out or threatened.

    That is a request, a question about something else, a plan, or a complaint about what was done to the writer.
    Everything else around mockery may only have led to it.
    """
    said, is_own = _without_then(reported(clause)), not grammar("first-person").isdisjoint(clause.said)
    is_about_others = not grammar("others").isdisjoint(said)
    is_plan = begins_with(said, "plans") and said[:2] != ("we", "are")
    if said[0] in grammar("notices") or is_plan or (orders(clause) and said[:2] != ("do", "not")):
        return True
    if asks(clause) or ("?" in clause.ends and not is_piece(clause)):
        return len(said) > _SNEER and (is_own or not is_about_others or _asks_after(said))
    is_fact = _is_timed(clause, draft) or _is_of_things(said)
    is_complaint = _complains(said, is_own=is_own) and (is_own or not draft.laughs)
    return is_complaint or tells_own_side(clause) or (not is_about_others and is_fact)


def reported(clause: Clause) -> tuple[str, ...]:
    """Return what is passed on as news, by nobody in it: `they said the new map is out`; else the clause's words."""
    said = clause.said
    is_news = begins_with(said, "reporting") and said[2:3] in {("the",), ("it",), ("there",), ("our",), ("that",)}
    return said[2:] if is_news and len(said) > _SNEER + 2 else said


def _without_then(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without a `then` before the one who did something: `but then u left`."""
    return said[1:] if said[0] == "then" and len(said) > _SNEER else said


def _asks_after(said: Sequence[str]) -> bool:
    """Return whether somebody is asked how they did something, or whether: `did you finish question 6`."""
    is_plain = grammar("yours").isdisjoint(set(said) - {"you"}) and "even" not in said
    return begins_with(said, "asking-after") and is_plain and len(said) > _SNEER + 1


def _complains(words: Sequence[str], *, is_own: bool) -> bool:
    """Return whether a clause complains about a deed: `you took my turn`, but not `you were moody`."""
    said = _without_company(words)
    if said[0] != "you" or (said[1:2] in _BEING and not "".join(said[2:3]).endswith("ing")):
        return False
    is_deed_of_theirs = _is_past(said[1:2]) and grammar("failing").isdisjoint(said[1:2])
    return is_deed_of_theirs or (is_own and is_deed("".join(said[1:2])))


def _without_company(said: Sequence[str]) -> Sequence[str]:
    """Return words without whoever did something with the reader: `you and Lily ignored me`, `you lot took it`."""
    if said[0] != "you" or len(said) <= _SNEER:
        return said
    if said[1] == "and" and said[2] not in grammar("verbs"):
        return (said[0], *said[3:])
    return (said[0], *said[2:]) if said[1] in _ALL else said


_ALL = frozenset({"all", "lot", "guys", "both", "two", "just", "then", "literally", "even", "only"})
_BEING = {("was",), ("were",)}


def tells_own_side(clause: Clause) -> bool:
    """Return whether a clause tells what happened to the writer, or how they feel: `i waited an hour`."""
    words = ("i", *clause.said) if clause.said[0] == "am" else clause.said
    if not grammar("first-person").isdisjoint(words) and words[-1] in _HURTING:
        return True
    if words[:3] in {("it", "is", "my"), ("here", "is", "my")} or words[:2] in {("its", "my"), ("heres", "my")}:
        return True
    if words[0] not in {"i", "we"} or not grammar("third-person").isdisjoint(words):
        return False
    following = tuple(word for word in words[1:] if word not in grammar("before-verbs"))
    was_doing = words[1:2] in _BEING and following[:1] != words[1:2]
    is_said = was_doing or _is_past(following[:1]) or following[:1] in {("need",), ("want",), ("feel",)}
    return (is_said and len(words) > _SNEER) or has_any(words, "feelings")


_HURTING = frozenset({"hurt", "stung", "hurts", "stings"})
"""At the end of a clause, they say how it felt: `that joke u made about my teeth hurt`."""


def _is_past(words: Sequence[str]) -> bool:
    """Return whether a verb says what happened: `waited`, `took`."""
    return bool(words) and (words[0] in grammar("past") or (words[0].endswith("ed") and len(words[0]) > _SNEER + 1))


def _is_timed(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause gives a time; who was left out of it is not to be sent a time."""
    is_scrap = draft.is_pressing and (len(clause.said) <= _SNEER or (is_of_nothing(clause) and "only" in clause.said))
    is_counted = (any(map(str.isdigit, "".join(clause.said))) or gives_hour(clause.said)) and not is_scrap
    is_dated = not grammar("days").isdisjoint(clause.said) and not draft.is_pressing
    return (is_counted or is_dated) and "exclusion" not in draft.names


def gives_hour(said: Sequence[str]) -> bool:
    """Return whether an hour is written out: `at ten`."""
    return any(before == "at" and word in grammar("hours") for before, word in pairwise(said))


def is_about_things(clause: Clause) -> bool:
    """Return whether a clause is a statement about a thing: `the stall opens after lunch`, `pitch is flooded`."""
    return _is_of_things(clause.said) and not (clause.said[0] in {"the", "our"} and is_piece(clause))


def _is_of_things(said: Sequence[str]) -> bool:
    if has_any(said, "describing") or not grammar("others").isdisjoint(said):
        return False
    if any(word in grammar("things") for word in said[:2]) and len(said) >= _SNEER:
        return True
    is_thing = said[0] in {"the", "our"} and grammar("crowds").isdisjoint(said)
    return is_thing and len(said) > _SNEER


def is_deed(word: str) -> bool:
    """Return whether a verb says what somebody did: `scratched`, `took`."""
    return word in grammar("facts") or _is_past((word,))
