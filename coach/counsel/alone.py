"""What one clause is by itself: a request, a piece of a sentence, or how to use a detail."""

from __future__ import annotations

from itertools import pairwise

from coach.counsel.beginnings import begins_clause
from coach.counsel.clauses import Clause
from coach.counsel.tokens import has_verb
from coach.counsel.words import begins_with, grammar, has_any

_REQUEST = 4
"""Fewer words than these of a request beside a detail say how to use it: `hit disarm fast`."""


def asks(clause: Clause) -> bool:
    """Return whether a clause is a request or a question."""
    asking = grammar("questions") | grammar("asking")
    return orders(clause) or (_first(clause) in asking and begins_clause(clause.body))


def asks_anything(clause: Clause) -> bool:
    """Return whether a clause asks or requests something, also in short: `did our team win`, `only put the gems in`."""
    words = clause.said[1:] if clause.said[0] in {"only", "but", "ok"} and len(clause.said) > 1 else clause.said
    if words[:2] == ("can", "not"):
        return "?" in clause.ends
    is_begun = words[0] in grammar("questions") | grammar("asking") | grammar("imperatives") | grammar("orders")
    return is_begun or asks(clause) or "?" in clause.ends


def orders(clause: Clause) -> bool:
    """Return whether a clause is a request that begins with its verb: `just stay behind me`."""
    return _first(clause) in grammar("imperatives") | grammar("orders") and begins_clause(clause.body)


def is_piece(clause: Clause) -> bool:
    """Return whether a clause has no verb of its own: `crest and tie`."""
    return not (has_verb(clause.body) or begins_clause(clause.body)) and clause.said[0] not in grammar("wishes")


def is_use(clause: Clause) -> bool:
    """Return whether a short request only says how to use what was given away."""
    is_own = clause.said[0] in {"come", "bring", "wear"} or not grammar("first-person").isdisjoint(clause.said)
    return orders(clause) and len(clause.said) < _REQUEST and not is_own


def claims_back(clause: Clause) -> bool:
    """Return whether a request is for what is the writer's own, to stop something, or a favour: `take it down`."""
    words = clause.said
    pairs = pairwise(["", *words])
    is_demand = "back" not in words and any(word in grammar("demanded") and before != "at" for before, word in pairs)
    if not orders(clause) or "?" in clause.ends or is_demand:
        return False
    first = words[1] if words[0] in grammar("urging") and len(words) > 1 else words[0]
    is_own = "back" in words or not _OWN.isdisjoint(words)
    is_favour = begins_with(words, "favours") or begins_with(words[1:], "favours")
    return begins_with(words, "undoing") or is_favour or (first in grammar("handing-over") and is_own)


_OWN = frozenset({"my", "mine", "our", "mi", "ma"})


def is_for_game(clause: Clause) -> bool:
    """Return whether a request is only for something of the writer's in a game: `keep my farm for me`."""
    is_own = not _OWN.isdisjoint(clause.said) and not grammar("in-game").isdisjoint(clause.said)
    return is_own and orders(clause) and "?" not in clause.ends


def may_do(clause: Clause) -> bool:
    """Return whether a `so` leads to what somebody may do for or with the writer: `so u can do my daily spin`."""
    is_allowed = clause.link == "so" and clause.said[:2] == ("you", "can")
    is_own = not grammar("first-person").isdisjoint(clause.said)
    return is_allowed and is_own and len(clause.said) > _REQUEST and not has_any(clause.said, "getting-in")


def is_of_nothing(clause: Clause) -> bool:
    """Return whether `it` stands for nothing: `its page 46`, `its at 4`, `it was my turn`."""
    words = clause.said[1:] if clause.said[0] == "its" else clause.said[2:]
    is_it = clause.said[:2] in {("it", "is"), ("it", "was")} or clause.said[0] == "its"
    is_whole = any(map(str.isdigit, "".join(clause.said))) or has_any(words, "of-nothing") or words[-1:] == ("turn",)
    return is_it and is_whole


def is_existing(clause: Clause) -> bool:
    """Return whether a clause says that there is something, and is whole: `theres loads of space by the door`."""
    exists = clause.said[:2] in {("there", "is"), ("there", "are")} or clause.said[0] == "theres"
    return exists and len(clause.said) > _REQUEST and "?" not in clause.ends


def _first(clause: Clause) -> str:
    """Return the first word of a clause, without a `just` or `please` before a request."""
    words = clause.said
    return words[1] if words[0] in grammar("urging") and len(words) > 2 else words[0]
