"""Which clauses without a flag go with a detail: what says more of it, or what to do with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.alone import asks, claims_back, is_of_nothing, is_piece, is_use, may_do, orders
from coach.counsel.caring import is_help_explained
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.for_strangers import tells_of_tickets
from coach.counsel.ill_will import names_left_out, taunts
from coach.counsel.nouns import code_of, is_slow
from coach.counsel.openness import hints_or_names_family, without_harmless
from coach.counsel.stings import laughs_at_named, turns_readers_away
from coach.counsel.words import begins_with, ends_with, grammar, has_any, has_place, is_past
from coach.counsel.worth import counts_days

_WHERE = frozenset({"in", "at", "under", "behind", "on", "inside", "near", "by", "beside", "outside"})
_ALONE = frozenset({"home-alone", "holiday", "routine", "location-now"})
_USED = frozenset({"password", "money"})
_FINDING = frozenset({"school", "routine", "location-now", "holiday", "photo"})
"""Beside these, what shows who to look for, or asks others to come, is part of the same."""
_PLACES = frozenset({"address", "location-now", "routine", "school", "photo", "password", "holiday", "age-birthday"})
"""Kinds of details that a list of nouns goes on with: `third gate on the left`."""


def gives_away_too(draft: Draft, at: int) -> bool:
    """Return whether a clause without a flag gives away too much with one that has it."""
    clause = draft.clauses[at]
    if draft.is_risky[at] or (any(draft.gives_away) and names_left_out(draft, at)):
        return True
    if not any(draft.gives_away):
        return False
    return (
        (draft.is_open and draft.is_after_detail[at] and is_piece(clause))
        or (draft.is_near_detail[at] and _places(draft, at) and not ends_with(clause.words, "harmless"))
        or (draft.is_beside_detail[at] and _belongs_to_detail(draft, at))
        or (at > 0 and clause.said[0] in {"it", "its"} and is_slow(draft, draft.clauses[at - 1]))
        or (draft.tells_of_others and _goes_on_about(draft, at))
        or (draft.tells_of_others and begins_with(clause.said, "teasing"))
        or (bool(draft.details & _FINDING) and _shows_up(draft, clause))
        or turns_readers_away(clause)
        or taunts(draft, at)
        or laughs_at_named(draft, at)
        or has_any(clause.words, "hushing")
        or (draft.holds("password") and has_any(clause.words, "logging-in"))
        or (bool(draft.names & _USED) and begins_with(clause.said, "uses"))
    )


def _shows_up(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause shows whom to look for; friends of one school may be asked to come at a time."""
    is_whole = not draft.is_open and draft.details == {"school"} and asks(clause) and len(clause.said) > _INVITED
    return has_any(clause.words, "showing-up") and not is_whole


_INVITED = 4
"""`come and find me` is too little by itself."""


def _places(draft: Draft, at: int) -> bool:
    """Return whether a clause may help to find somebody too; whether they play today may be asked, friends any day."""
    clause = draft.clauses[at]
    if tells_of_tickets(draft, clause):
        return False
    if asks(clause) and not draft.is_open:
        pairs = pairwise([*clause.words, ""])
        placed = {word for word, following in pairs if following not in grammar("gear")}
        return draft.is_beside_detail[at] and not (grammar("placing") - grammar("days")).isdisjoint(placed)
    said = without_harmless(" ".join(clause.words)).split()
    is_done = any(map(is_past, said[:2]))
    words: Sequence[str] = [word for word in said if word not in _SOON] if asks(clause) or is_done else said
    if not (draft.is_beside_detail[at] or has_any(clause.words, "hinting")):
        words = [word for before, word in pairwise(["", *words]) if (before, word) != ("i", "am")]
    if not (draft.is_open or draft.is_beside_detail[at]):
        words = _without_plan(clause, _without_prices(draft.text[clause.start : clause.end], words))
    return has_place(_without_counts(_without_day(words) if counts_days(clause) else words))


def _without_prices(text: str, words: Sequence[str]) -> list[str]:
    """Return words without prices: `pizza is $10`."""
    priced = set(_PRICED.findall(text))
    return [word for word in words if word not in priced]


_PRICED = re.compile(r"[$£€] ?(\d+)")


def _without_plan(clause: Clause, words: Sequence[str]) -> Sequence[str]:
    """Return words without the day of what friends do together anyway: `the homework is due wednesday`."""
    is_planned = not (grammar("things") | {"due"}).isdisjoint(clause.said) and grammar("family").isdisjoint(clause.said)
    away = grammar("third-person") | _STAYING
    if not is_planned or not away.isdisjoint(clause.said):
        return words
    return [word for word in words if word not in grammar("weekdays") - {"now"} | grammar("shared")]


_STAYING = frozenset({"alone", "away", "home", "house", "till", "until", "back", "asleep"})


def _without_day(words: Sequence[str]) -> Sequence[str]:
    at = words.index("day") if "day" in words else 0
    return [*words[:at], *words[at + 2 :]]


def _without_counts(words: Sequence[str]) -> list[str]:
    """Return words without the number of how many things there are, or of a level: `24 cupcakes`, not `24 minutes`."""
    around = zip(["", *words], words, [*words[1:], ""], strict=False)
    return [word for last, word, after in around if not (word.isdigit() and (last in _STEPS or _is_of_things(after)))]


_STEPS = frozenset({"level", "lvl", "rank", "season", "episode", "chapter"})


def _is_of_things(word: str) -> bool:
    return len(word) > _SHORT and word.endswith("s") and word not in grammar("spans")


_SHORT = 3
"""So many letters are more often a time than a thing: `hrs`."""


_SOON = frozenset({"today", "tonight", "tomorrow"})


def _belongs_to_detail(draft: Draft, at: int) -> bool:
    """Return whether a clause names the detail in its sentence, only goes on with it, or says how to use it."""
    clause = draft.clauses[at]
    is_away = draft.names & _ALONE and (has_any(clause.words, "at-home") or has_any(clause.words, "deserted"))
    if is_away or has_any(clause.words, "details") or (draft.holds("password") and _names_account(clause.said)):
        return True
    is_where = clause.said[:2] == ("it", "is") and not _WHERE.isdisjoint(clause.said[2:3])
    goes_on = draft.names & _PLACES and (is_where or (draft.is_after_detail[at] and is_piece(clause)))
    is_shown = draft.is_after_detail[at] and "photo" in draft.names and begins_with(clause.said, "showing")
    is_used = bool(draft.names & _USED) and is_use(clause)
    return bool(goes_on) or is_shown or is_used or (draft.is_after_detail[at] and _means_detail(draft, at))


def _names_account(said: Sequence[str]) -> bool:
    """Return whether a clause gives the name of the account that a password is for: `the netflix is footiedad`."""
    at = next((at for at, word in enumerate(said[:-1]) if word in {"is", "its"}), 0)
    return at > 0 and said[at - 1] in grammar("services") and len(said) - at <= _NAMED


_NAMED = 3
"""Most words of `is` and the name of an account."""


def _means_detail(draft: Draft, at: int) -> bool:
    """Return whether a clause after a detail, in its sentence, says more of it or what to do with it.

    A request or a plan with an object of its own stays: `feed my fish`, but not `rate it` or `you'll hear the dog`.
    """
    clause = draft.clauses[at]
    if has_any(clause.said, "harmless") or begins_with(clause.said, "plans") or is_of_nothing(clause):
        return False
    if not draft.is_open and clause.said[0] in _STARTING:
        return False
    if claims_back(clause) or grammar("first-person") & set(clause.said[1:2]) or _is_for(draft, at):
        return False
    if orders(clause):
        is_about_it = not grammar("objects-back").isdisjoint(clause.said[1:]) or begins_with(clause.said, "using")
        asked = clause.said[2:] if draft.holds("password") and clause.said[:2] == ("do", "not") else clause.said
        return is_about_it or len(asked) < _OWN_OBJECT
    is_told = bool(draft.names & _PLACES) and not (asks(clause) or "?" in clause.ends)
    text, said = draft.text[clause.start : clause.end], without_harmless(" ".join(clause.said)).split()
    return is_told and (clause.said[0] == "you" or hints_or_names_family(said, text))


_STARTING = frozenset({"starts", "start", "starting", "begins", "kickoff", "doors", "ends"})
"""When something is, without the place, may be said to friends."""
_OWN_OBJECT = 3
"""Fewer words of a request than these name nothing: `save it`."""


def _is_for(draft: Draft, at: int) -> bool:
    """Return whether a clause says when a request before it is meant, or what a friend may do who logs in."""
    clause = draft.clauses[at]
    if clause.link in {"when", "if"}:
        before = draft.clauses[at - 1] if at else None
        is_asked = before is not None and asks(before) and not draft.gives_away[at - 1]
        return is_asked or (before is not None and bool(code_of(draft, before)))
    return not draft.is_open and draft.holds("password") and may_do(clause)


def _goes_on_about(draft: Draft, at: int) -> bool:
    """Return whether a clause is about somebody else's trouble, or a piece goes on with it: `police car and all`."""
    clause = draft.clauses[at]
    if is_help_explained(draft, at):
        return False
    if has_any(clause.words, "telling") or has_any(clause.words, "troubles"):
        return True
    if not (grammar("third-person") - {"they", "them", "their"}).isdisjoint(clause.words) and not asks(clause):
        return True
    return draft.is_after_detail[at] and is_piece(clause) and not asks(clause)
