"""What `it` and `there` meant after the clause with the noun went: `the tablet pin is 3391, you can borrow it`."""

from __future__ import annotations

import re

from coach.counsel.alone import may_do
from coach.counsel.caring import asks_to_help, name_in
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.deeds import is_deed
from coach.counsel.draft import Draft
from coach.counsel.tokens import Token
from coach.counsel.words import begins_with, grammar, has_any
from coach.engine.text.first_names import first_names
from coach.models import Concern

_LOCKED = re.compile(r"\b(?:the|my|our)\s+(\w+)\s+(?:password|passcode|pass|pin|code|pw|login)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:to|in)\s+([A-Z]\w+(?:\s[A-Z]\w+)?)\b")
_OWNER = re.compile(r"\b([A-Z][a-z]+)['\u2019]s\b")
"""Whose it is: `Ishaan's parents`."""
_LOCK = re.compile(
    r"\b(scout hut|hut|village hall|pavilion|clubhouse|storeroom|alarm|locker|bike lock|bike|front door|back door|door"
    r"|side gate|gate|shed|garage|padlock|lock)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<=\b(?:code|pass)) \d{3,8}\b(?= \w)|(?<=\bpin) \d{3,8}\b(?= \w)")
"""A code amid a complaint, that may go by itself: `you used my code 5519 to get in`."""
_NEW = re.compile(r"\b(?:pic|photo|picture) of (?P<owner>\w+['\u2019]s|my|our) new (?P<thing>\w+)", re.IGNORECASE)
_PRIZE = re.compile(
    r"\b(?:my|our) (?:\w+ ){0,2}(?:certificate|medal|trophy|award|badge|rosette|diploma|cup)\b", re.IGNORECASE
)
_TICKET = re.compile(r"\bmy\s+(\w+)\s+tickets?\b", re.IGNORECASE)


def renamed(draft: Draft, at: int) -> str:
    """Return a clause with the noun in the place of a pronoun whose noun goes; empty if there is none."""
    clause = draft.clauses[at]
    if clause.kind is not ClauseKind.CLAUSE:
        return ""
    is_asked = at > 0 and is_asked_for(draft, draft.clauses[at - 1])
    if draft.is_beside_detail[at] and not is_asked and (noun := _locked(draft, at)):
        return _replaced(draft, clause, "it", f"the {noun}")
    if (draft.tells_of_others or draft.holds("contact")) and (name := _person(draft, at)):
        return _replaced(draft, clause, "him", name) or _replaced(draft, clause, "her", name)
    subject, game = _insulted(draft, at) or _insulted_thing(draft, at), _game(draft, at)
    if subject or game:
        rest = draft.text[clause.body[0].end if subject else clause.body[0].start : clause.end]
        return f"{subject}{rest}" if subject else f"{rest} on {game}"
    if draft.holds("holiday") and (place := _place(draft, at)):
        return _replaced(draft, clause, "there", f"in {place}")
    return ""


def _game(draft: Draft, at: int) -> str:
    """Return the game whose password was given away before what a friend may do there: `so u can feed my pets`."""
    before = draft.clauses[at - 1] if at and draft.gives_away[at - 1] else None
    if before is None or not (draft.holds("password") and may_do(draft.clauses[at])):
        return ""
    named = [token for token in before.body if token.plain[0] in grammar("games")]
    is_named_again = not grammar("games").isdisjoint(draft.clauses[at].words)
    return draft.text[named[0].start : named[0].end] if len(named) == 1 and not is_named_again else ""


def uncoded(draft: Draft, at: int) -> str:
    """Return a clause without the code in the middle of it; empty if there is none."""
    clause = draft.clauses[at]
    written = draft.text[clause.start : clause.end]
    plain = _CODE.sub("", written)
    return plain if plain != written else ""


def code_of(draft: Draft, clause: Clause) -> str:
    """Return what a code opens that friends may need, and how it is called: `alarm code`; empty if nothing."""
    written = draft.text[clause.start : clause.end].lower()
    found = _LOCK.search(written)
    if draft.is_open or not draft.holds("password") or found is None or not any(map(str.isdigit, written)):
        return ""
    called = next((word for word in ("combo", "combination", "pin") if f" {word} " in f"{written} "), "code")
    return f"{found[1]} {called}"


def is_wifi(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause gives friends the password of a wifi."""
    return not draft.is_open and draft.holds("password") and not {"wifi", "internet"}.isdisjoint(clause.words)


def is_asked_for(draft: Draft, clause: Clause) -> bool:
    """Return whether what a clause gives away becomes something to ask for."""
    return bool(code_of(draft, clause)) or is_wifi(draft, clause)


def event_of(draft: Draft, clause: Clause) -> str:
    """Return what the ticket in a picture is for; empty if that is nothing to go to."""
    found = _TICKET.search(draft.text[clause.start : clause.end])
    return found[1] if found and found[1].lower() in grammar("events") else ""


def news_of(draft: Draft, clause: Clause) -> str:
    """Return what is new in a picture that shows too much: `mum's got a new car`; empty if nothing is."""
    found = _NEW.search(draft.text[clause.start : clause.end])
    if not found or found["thing"].lower() not in grammar("new-things"):
        return ""
    owner = "we've" if found["owner"].lower() in {"my", "our"} else found["owner"]
    return f"{owner} got a new {found['thing']}"


def prize_of(draft: Draft, clause: Clause) -> str:
    """Return what a picture shows that somebody won or passed, for a clause such as `look at my swim certificate`."""
    found = _PRIZE.search(draft.text[clause.start : clause.end])
    return found[0] if found else ""


def slowness_of(draft: Draft, clause: Clause) -> str:
    """Return how a way to school or home is, without where and when it goes: `the bus is so slow`; empty if nothing."""
    following = next((one.words for one in draft.clauses if one.start >= clause.end), ())
    said = (*clause.words, *following) if following[:1] in {("it",), ("its",)} else clause.words
    at = next((at for at, word in enumerate(said) if at and word in grammar("of-a-way") and said[at - 1] in _SO), 0)
    way = next((one for one in range(at) if said[one] in _WAYS), None)
    if way is None:
        return ""
    is_done = way > 0 and said[way - 1] in {"i", "we"}
    return f"{_DONE.get(said[way]) if is_done and said[way] in _DONE else _WAYS[said[way]]} is so {said[at]}"


def is_slow(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause gives away where or when somebody is on their way, and says how that is."""
    gives_away = any(flag.category in _ON_THE_WAY for flag in draft.flags_of(clause))
    return gives_away and bool(slowness_of(draft, clause))


_ON_THE_WAY = frozenset({f"{Concern.OVERSHARING}/routine", f"{Concern.OVERSHARING}/location-now"})
_DONE = {"train": "Training"}
_SO = {"so", "really", "very", "sooo", "soo"}
_WAYS = {
    "walk": "Walking",
    "walking": "Walking",
    "bus": "The bus",
    "train": "The train",
    "tram": "The tram",
    "training": "Training",
    "practice": "Practice",
    "club": "Club",
}
"""What somebody does every day, and what can be said of it."""


def _locked(draft: Draft, at: int) -> str:
    """Return what a password that was given away just before belongs to: `tablet`."""
    before = draft.clauses[at - 1] if at and draft.gives_away[at - 1] else None
    found = _LOCKED.search(draft.text[before.start : before.end]) if before else None
    return found[1] if found and found[1].lower() not in grammar("unborrowed") else ""


def _person(draft: Draft, at: int) -> str:
    """Return whose story was given away before, if others are asked to be kind to them: `pls be nice to him`."""
    clause = draft.clauses[at]
    if not (begins_with(clause.said, "being-kind") or asks_to_help(clause)):
        return ""
    gone = [one for one, away in zip(draft.clauses[:at], draft.gives_away[:at], strict=True) if away]
    names = [found[1] for one in gone if (found := _OWNER.search(draft.text[one.start : one.end]))]
    return names[0] if len(names) == 1 else name_in(draft, gone, first_names())


def _insulted(draft: Draft, at: int) -> str:
    """Return who was insulted just before, if a clause says what they did to the writer: `she told mum about me`."""
    said, before = draft.clauses[at].said, draft.clauses[at - 1] if at and draft.hurts[at - 1] else None
    is_own = not grammar("first-person").isdisjoint(said) and said[0] in {"he", "she"} and is_deed("".join(said[1:2]))
    if draft.is_open or before is None or not is_own or has_any(said, "scorning") or has_any(said, "describing"):
        return ""
    verb = next((n for n, token in enumerate(before.body) if n and token.plain[0] in {"is", "was"}), 0)
    name = before.body[:verb]
    is_named = verb == 1 and name[0].plain[0] in first_names()
    is_known = 1 < verb <= _LONGEST_NAME and name[0].plain[0] in {"my", "our"} | grammar("titles")
    return draft.text[name[0].start : name[-1].end] if is_named or is_known else ""


def _insulted_thing(draft: Draft, at: int) -> str:
    """Return what was insulted just before, if a clause says what it needs: `it needs to be on a3 by thursday`."""
    said, before = draft.clauses[at].said, draft.clauses[at - 1] if at and draft.hurts[at - 1] else None
    is_needed = said[0] == "it" and said[1:2] in _NEEDING and not has_any(said, "scorning")
    if draft.is_open or before is None or not is_needed or before.said[0] not in {"your", "ur", "the", "our"}:
        return ""
    verb = next((n for n, token in enumerate(before.body) if n and token.plain[0] in _BEING), 0)
    is_short = 1 < verb <= _LONGEST_NAME
    return draft.text[before.body[0].start : before.body[verb - 1].end] if is_short else ""


_NEEDING = {("needs",), ("has",), ("should",), ("starts",)}
_BEING = frozenset({"is", "was", "looks", "sounds", "sucks"})
_LONGEST_NAME = 3
"""Most words of `my big brother`."""


def _place(draft: Draft, at: int) -> str:
    """Return where a holiday that was given away before goes."""
    flags = [flag for flag in draft.report.of(Concern.OVERSHARING) if flag.end <= draft.clauses[at].start]
    places = [_PLACE.search(flag.phrase) for flag in flags if flag.category.endswith("/holiday")]
    return next((found[1] for found in places if found), "")


def _replaced(draft: Draft, clause: Clause, pronoun: str, noun: str) -> str:
    """Return a clause with its only pronoun replaced; empty if it has none, or begins with it."""
    meant = [token for token in clause.tokens[1:] if _is(token, pronoun)]
    if len(meant) != 1:
        return ""
    start, end = meant[0].start, meant[0].end
    return draft.text[clause.start : start] + noun + draft.text[end : clause.end]


def _is(token: Token, word: str) -> bool:
    return token.plain == (word,)
