"""Which clauses without a flag may hurt too, and go with the insult; what is sure to be kind stays."""

from __future__ import annotations

from coach.counsel.alone import asks, claims_back, is_of_nothing, is_piece, orders
from coach.counsel.clauses import Clause
from coach.counsel.deeds import is_deed
from coach.counsel.draft import Draft
from coach.counsel.ill_will import dares, hurts_anywhere
from coach.counsel.scorn import goes_on_scorning, scorns
from coach.counsel.words import begins_with, grammar, has_any, verbal
from coach.counsel.worth import is_about_things, is_warm, is_worth_keeping, tells_own_side

_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def hurts_too(draft: Draft, at: int, *, mildly: bool = False) -> bool:
    """Return whether a clause without a flag may hurt, press or point at somebody too.

    Args:
        draft: a draft in which something hurts.
        at: which of its clauses.
        mildly: whether only what is sure to hurt counts.
    """
    clause = draft.clauses[at]
    if is_warm(clause) and not hurts_anywhere(draft, at):
        return False
    if hurts_anywhere(draft, at) or goes_on_scorning(draft, at) or (_is_menaced(draft) and not _is_calm(draft, clause)):
        return True
    if clause.link == "so" and at > 0 and draft.hurts[at - 1] and draft.is_after_hurt[at] and not asks(clause):
        return True
    if mildly:
        return draft.is_beside_hurt[at] and scorns(clause)
    if draft.is_beside_hurt[at]:
        goes_on = draft.is_sticky and draft.is_beside_sticky[at]
        is_kind = _changes_subject(clause) if goes_on else not _describes(draft, at)
        return not (is_kind and _is_shown_kind(draft, at))
    return not (_praises(clause) or _is_shown_kind(draft, at))


def _is_shown_kind(draft: Draft, at: int) -> bool:
    """Return whether a clause beside an insult is sure not to go on with it.

    A request must be for the writer or for what is planned, a question must ask something, and of whoever was insulted
    only a deed may be said.
    """
    clause = draft.clauses[at]
    said = clause.said
    if scorns(clause):
        return False
    if said[0] in grammar("wishes"):
        is_ironic = draft.is_beside_insult[at] and said[0] in grammar("ironic") and not _is_own_trouble(clause)
        return not is_ironic or _is_meant(draft, at)
    is_tail = clause.link in {"if", "when", "before", "after"} and len(said) <= _SNEER
    if begins_with(said, "plans") or (is_tail and not draft.is_beside_hurt[at]):
        return True
    return _is_calm_request(draft, at) if orders(clause) else _is_calm_statement(draft, at)


def _is_own_trouble(clause: Clause) -> bool:
    """Return whether it says what the writer has to do now: `great now we have to redo the poster`."""
    said = clause.said[2:] if clause.said[1:2] == ("now",) else clause.said[1:]
    return said[:1] in {("i",), ("we",)} and len(said) > _SNEER and grammar("others").isdisjoint(said)


def _is_meant(draft: Draft, at: int) -> bool:
    """Return whether thanks are meant, as a `but` leads to what hurts: `thanks for the pen but ur messy`."""
    following = draft.clauses[at + 1 : at + 2]
    return bool(following) and following[0].link == "but" and len(draft.clauses[at].said) > _SNEER


def _is_calm_statement(draft: Draft, at: int) -> bool:
    """Return whether a statement or a question is of the writer or of things, or tells what somebody did."""
    clause, said = draft.clauses[at], draft.clauses[at].said
    if draft.is_after_hurt[at] and said[0] == "i" and len(said) <= _SNEER:
        return tells_own_side(clause) or _praises(clause)
    if draft.is_sticky and draft.is_beside_hurt[at] and said[:2] in _SEEN:
        return False
    if grammar("others").isdisjoint(said):
        is_joined = bool(clause.link) and not is_piece(clause)
        return "?" not in clause.ends or is_joined or asks(clause) or said[0] in grammar("asking")
    return asks(clause) or is_worth_keeping(clause, draft) or _is_of_writer(clause)


_SEEN = {(who, verb) for who in ("i", "we") for verb in ("saw", "heard", "just")}
"""Beside mockery, they only prove it: `i saw the sticker`."""


def _praises(clause: Clause) -> bool:
    """Return whether a sentence of its own thanks or praises whoever was insulted in another."""
    is_plain = grammar("mocking-turns").isdisjoint(clause.said)
    return has_any(clause.said, "praising") and is_plain and not scorns(clause)


def _is_of_writer(clause: Clause) -> bool:
    """Return whether a clause about others is what the writer says of themselves, or allows: `you cant borrow mine`."""
    said = clause.said
    if said[0] in {"i", "we"}:
        return True
    first = said[1:] if said[0] in {"no", "nah", "all"} else said
    is_theirs = "".join(first[:1]) in grammar("persons") and is_deed("".join(first[1:2]))
    return is_theirs and not grammar("first-person").isdisjoint(said)


def _is_calm_request(draft: Draft, at: int) -> bool:
    """Return whether a request is for the writer or for what is planned: `bring my skates`, but not `use translate`."""
    clause = draft.clauses[at]
    if claims_back(clause) or (clause.link == "and" and at > 0 and asks(draft.clauses[at - 1])):
        return True
    said = clause.said[clause.said[0] in grammar("urging") and len(clause.said) > 1 :]
    is_planned = not (grammar("first-person") | grammar("things") | grammar("days")).isdisjoint(said)
    is_calm = said[0] in grammar("softened") or begins_with(said, "calmly-asked")
    return is_planned or is_calm or any(map(str.isdigit, "".join(said)))


def _is_menaced(draft: Draft) -> bool:
    """Return whether a draft threatens, presses or dares: what else is in it may be part of that."""
    return draft.is_pressing or any(dares(draft, clause) for clause in draft.clauses)


def _is_calm(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause beside a threat is sure to be no part of it."""
    if has_any(clause.said, "holding-over"):
        return False
    is_whole = is_of_nothing(clause) and "only" not in clause.said
    return is_worth_keeping(clause, draft) or claims_back(clause) or is_whole


def _describes(draft: Draft, at: int) -> bool:
    """Return whether a piece of a sentence goes on about somebody: `brain made of tofu`, `still watching cartoons`."""
    clause = draft.clauses[at]
    first = clause.said[1] if clause.said[0] in {"still", "always", "even"} and len(clause.said) > 1 else clause.said[0]
    goes_on = first.endswith("ing") and first in verbal() - grammar("verbs") - grammar("imperatives")
    is_like = is_piece(clause) and has_any(clause.said, "describing")
    return draft.is_after_hurt[at] and (goes_on or is_like)


def _changes_subject(clause: Clause) -> bool:
    """Return whether a clause has nothing to do with what hurts: it speaks of the writer, wishes well, or gives a time.

    What mocks somebody's looks or family goes on mocking in every word about `you`, `she` or `it`.
    """
    words = frozenset(clause.said)
    if not grammar("sneering").isdisjoint(clause.said[:2]):
        return False
    if clause.said[0] in grammar("wishes") or begins_with(clause.said, "plans"):
        return True
    is_about_others = not words.isdisjoint(grammar("others") | grammar("pointing") | grammar("objects") - {"me", "us"})
    is_own = not words.isdisjoint(grammar("first-person")) and len(clause.said) > _SNEER
    is_asked = (asks(clause) or clause.said[0] in grammar("asking") | grammar("imperatives")) and len(words) > _SNEER
    is_timed = any(map(str.isdigit, "".join(clause.said)))
    return not is_about_others and (is_own or is_asked or is_timed or is_about_things(clause))
