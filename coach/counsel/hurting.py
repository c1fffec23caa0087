"""Which clauses without a flag hurt too, and go with the insult; everything else stays."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks, claims_back, is_of_nothing, is_piece, orders
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.ill_will import dares, hurts_anywhere
from coach.counsel.words import begins_with, grammar, has_any, verbal
from coach.counsel.worth import is_about_things, is_deed, is_worth_keeping, tells_own_side

_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def hurts_too(draft: Draft, at: int, *, mildly: bool = False) -> bool:
    """Return whether a clause without a flag hurts, presses or points at somebody too.

    What shares a sentence with the insult may be of the same breath; in other sentences only what hurts by itself goes.
    """
    clause = draft.clauses[at]
    if hurts_anywhere(draft, at) or (_is_menaced(draft) and not _is_calm(draft, clause)):
        return True
    if not draft.is_beside_hurt[at]:
        if _praises(clause):
            return False
        judges = _mocks(clause) if draft.is_sticky and not mildly else _judges(clause) or _is_unable(clause)
        return judges or not (mildly or is_shown_kind(draft, at))
    if clause.said[:2] == ("i", "hope"):
        return True
    if draft.is_sticky and not mildly:
        return not (_changes_subject(clause) and is_shown_kind(draft, at))
    judges = _judges_others(clause.said) or _is_unable(clause) or (draft.is_after_hurt[at] and _describes(clause))
    return judges or not (mildly or is_shown_kind(draft, at))


def is_shown_kind(draft: Draft, at: int) -> bool:
    """Return whether a clause beside an insult is sure not to go on with it.

    A request must be for the writer or for what is planned; about whoever was insulted only a deed, thanks or praise
    may be said, and a question must ask something.
    """
    clause = draft.clauses[at]
    said = clause.said
    if has_any(said, "comparing") or (has_any(said, "scorning") and said[0] not in {"i", "we"}):
        return False
    if said[0] in grammar("wishes"):
        return not (draft.is_beside_insult[at] and said[0] in grammar("ironic"))
    if begins_with(said, "plans"):
        return True
    if orders(clause):
        is_joined = clause.link == "and" and at > 0 and asks(draft.clauses[at - 1])
        return is_joined or _is_calm_request(draft, clause)
    if draft.is_after_hurt[at] and said[0] == "i" and len(said) <= _SNEER:
        return tells_own_side(clause) or _praises(clause)
    if grammar("others").isdisjoint(said):
        return "?" not in clause.ends or bool(clause.link) or asks(clause) or said[0] in grammar("asking")
    return asks(clause) or is_worth_keeping(clause, draft) or _is_of_writer(said)


def _praises(clause: Clause) -> bool:
    """Return whether a sentence of its own thanks or praises whoever was insulted in another."""
    is_plain = grammar("mocking-turns").isdisjoint(clause.said)
    is_mocked = has_any(clause.said, "scorning") or begins_with(clause.said, "mocking")
    return has_any(clause.said, "praising") and is_plain and not is_mocked


def _is_of_writer(said: Sequence[str]) -> bool:
    """Return whether a clause about others is what the writer says of themselves, or allows: `you cant borrow mine`."""
    if said[0] in {"i", "we"}:
        return True
    first = said[1:] if said[0] in {"no", "nah", "all"} else said
    is_deed_of_theirs = first[:1] and first[0] in grammar("persons") and is_deed("".join(first[1:2]))
    return bool(is_deed_of_theirs) and not grammar("first-person").isdisjoint(said)


def _is_calm_request(draft: Draft, clause: Clause) -> bool:
    """Return whether a request is for the writer or for what is planned: `bring my skates`, but not `use translate`."""
    said = clause.said
    verb = said[1] if said[0] in grammar("urging") and len(said) > 1 else said[0]
    is_own = not grammar("first-person").isdisjoint(said)
    is_planned = not (grammar("things") | grammar("days")).isdisjoint(said) or any(map(str.isdigit, "".join(said)))
    is_calm = verb in grammar("softened") or begins_with(said[said[0] in grammar("urging") :], "calmly-asked")
    return is_own or is_planned or is_calm or claims_back(clause)


def _is_menaced(draft: Draft) -> bool:
    """Return whether a draft threatens, presses or dares: what else is in it may be part of that."""
    return draft.is_pressing or any(dares(draft, clause) for clause in draft.clauses)


def _is_calm(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause beside a threat is sure to be no part of it."""
    is_whole = is_of_nothing(clause) and "only" not in clause.said
    return is_worth_keeping(clause, draft) or claims_back(clause) or is_whole


def _describes(clause: Clause) -> bool:
    """Return whether a piece of a sentence goes on about somebody: `brain made of tofu`, `still watching cartoons`."""
    first = clause.said[1] if clause.said[0] in {"still", "always", "even"} and len(clause.said) > 1 else clause.said[0]
    goes_on = first.endswith("ing") and first in verbal() - grammar("verbs") - grammar("imperatives")
    return goes_on or (is_piece(clause) and has_any(clause.said, "describing"))


def _mocks(clause: Clause) -> bool:
    """Return whether a sentence of its own goes on mocking: `imagine wearing that`, `he thinks its cool`."""
    said = clause.said
    if said[0] in grammar("wishes") or begins_with(said, "plans"):
        return False
    if _judges(clause) or _is_unable(clause) or begins_with(said, "mocking") or _shows_off(said):
        return True
    return said[0] in grammar("sneering") and grammar("first-person").isdisjoint(said)


def _shows_off(said: Sequence[str]) -> bool:
    """Return whether others are pointed at somebody, and asked for nothing: `look at her`, but not `please share`."""
    is_own = not grammar("first-person").isdisjoint(said)
    return len(said) > 1 and not is_own and begins_with(said, "showing-off")


def _judges(clause: Clause) -> bool:
    """Return whether a sentence of its own judges somebody; that `you can't be offside` may be how a game goes."""
    is_rule = clause.said[0] in {"you", "they"} and is_deed("".join(clause.said[1:2]))
    is_asking_how = clause.said[0] == "how" and "even" not in clause.said and len(clause.said) > _SNEER + 1
    is_complaint = (
        clause.said[0] in {"not", "never"} or clause.said[:2] in {("why", "did"), ("why", "do")} or is_asking_how
    )
    return clause.link not in _CONDITIONS and not (is_rule or is_complaint) and _judges_others(clause.said)


_CONDITIONS = frozenset({"if", "when", "unless", "until", "till", "whenever"})


def _is_unable(clause: Clause) -> bool:
    """Return whether a clause blames what went wrong on what somebody named can't do: `because sam cant count`."""
    said = " ".join(clause.said)
    is_blaming = clause.link in grammar("conditions") and any(word in said for word in ("can not", "cant", "never"))
    return is_blaming and grammar("first-person").isdisjoint(clause.said)


def _changes_subject(clause: Clause) -> bool:
    """Return whether a clause has nothing to do with what hurts: it speaks of the writer, wishes well, or gives a time.

    What mocks somebody's looks or family goes on mocking in every word about `you`, `she` or `it`.
    """
    words = frozenset(clause.said)
    if begins_with(clause.said, "mocking") or begins_with(clause.said, "showing-off"):
        return False
    if not grammar("sneering").isdisjoint(clause.said[:2]):
        return False
    if clause.said[0] in grammar("wishes") or begins_with(clause.said, "plans"):
        return True
    is_about_others = not words.isdisjoint(grammar("others") | grammar("pointing") | grammar("objects") - {"me", "us"})
    is_own = not words.isdisjoint(grammar("first-person")) and len(clause.said) > _SNEER
    is_asked = (asks(clause) or clause.said[0] in grammar("asking") | grammar("imperatives")) and len(words) > _SNEER
    is_timed = any(map(str.isdigit, "".join(clause.said)))
    return not is_about_others and (is_own or is_asked or is_timed or is_about_things(clause))


def _judges_others(words: Sequence[str]) -> bool:
    """Return whether a clause speaks only of somebody else, and not of what they did."""
    if not grammar("first-person").isdisjoint(words):
        return False
    if begins_with(words, "mocking"):
        return True
    if words[0] in grammar("imperatives") | grammar("questions"):
        return False
    if words[0] in grammar("persons") and words[1:2] and is_deed(words[1]):
        return words[1] in {"can", "could", "never"} and (words[1] == "never" or "not" in words)
    if tuple(words[:2]) in _BEING and len(words) > _SNEER and words[2].endswith("ing"):
        return words[2] in grammar("judging")
    return words[0] in grammar("others") | grammar("nobody") or tuple(words[:2]) == ("no", "one")


_BEING = {("you", "are"), ("he", "is"), ("she", "is"), ("they", "are")}
"""Before a verb in `-ing`, they say what somebody will do: `youre paying half of it`."""
