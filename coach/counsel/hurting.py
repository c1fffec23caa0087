"""Which clauses without a flag hurt too, and go with the insult; everything else stays."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks, claims_back, is_of_nothing, is_piece, orders
from coach.counsel.clauses import Clause
from coach.counsel.draft import Draft
from coach.counsel.words import begins_with, grammar, has_any, verbal

_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def hurts_too(draft: Draft, at: int, *, mildly: bool = False) -> bool:
    """Return whether a clause without a flag hurts, presses or points at somebody too.

    What shares a sentence with the insult may be of the same breath; in other sentences only what hurts by itself goes.
    """
    clause = draft.clauses[at]
    if _presses(clause) or clause.link in _LEAVING_OUT or has_any(clause.said, "excluding") or _sets_against(clause):
        return True
    if _disgusts(draft, at) or _wishes_ill(clause) or _dares(draft, clause) or _turns_on(draft, clause):
        return True
    if has_any(clause.said, "boasting") or (_is_dared(draft) and not is_worth_keeping(clause, draft)):
        return True
    if clause.said[:2] == ("you", "got") and any(map(str.isdigit, "".join(clause.said))):
        return True
    if draft.is_pressing and not (is_worth_keeping(clause, draft) or claims_back(clause) or is_of_nothing(clause)):
        return True
    if not draft.is_beside_hurt[at]:
        return _mocks(clause) if draft.is_sticky and not mildly else _judges(clause) or _is_unable(clause)
    if clause.said[:2] == ("i", "hope"):
        return True
    if draft.is_sticky and not mildly:
        return not _changes_subject(clause)
    return _judges_others(clause.said) or _is_unable(clause) or (draft.is_after_hurt[at] and _describes(clause))


def is_worth_keeping(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause is a reason to send a draft that mocked, left out or threatened.

    That is a request, a question about something else, a plan, or a complaint about what was done to the writer.
    Everything else around mockery may only have led to it.
    """
    said, is_own = clause.said, not grammar("first-person").isdisjoint(clause.said)
    is_about_others = not grammar("others").isdisjoint(said)
    is_plan = begins_with(said, "plans") and said[:2] != ("we", "are")
    if said[0] in grammar("notices") or is_plan or (orders(clause) and said[:2] != ("do", "not")):
        return True
    if asks(clause) or ("?" in clause.ends and not is_piece(clause)):
        return len(said) > _SNEER and (is_own or not is_about_others)
    is_complaint = said[0] == "you" and (_is_past(said[1:2]) or (is_own and _is_deed("".join(said[1:2]))))
    is_fact = _is_timed(clause, draft) or _is_about_things(clause)
    return is_complaint or tells_own_side(clause) or (not is_about_others and is_fact)


def tells_own_side(clause: Clause) -> bool:
    """Return whether a clause tells what happened to the writer, or how they feel: `i waited an hour`, `im so upset`."""
    words = ("i", *clause.said) if clause.said[0] == "am" else clause.said
    if words[:3] == ("it", "is", "my") or words[:2] == ("its", "my"):
        return True
    if words[0] not in {"i", "we"} or not grammar("third-person").isdisjoint(words):
        return False
    following = tuple(word for word in words[1:] if word not in grammar("before-verbs"))
    is_said = _is_past(following[:1]) or following[:1] in {("need",), ("want",), ("feel",)}
    return (is_said and len(words) > _SNEER) or has_any(words, "feelings")


def _is_past(words: Sequence[str]) -> bool:
    """Return whether a verb says what happened: `waited`, `took`."""
    return bool(words) and (words[0] in grammar("past") or (words[0].endswith("ed") and words[0] in verbal()))


def _wishes_ill(clause: Clause) -> bool:
    """Return whether somebody is wished ill, or mocked by a wish: `enjoy being hated`, but not `hope you feel better`."""
    return begins_with(clause.said, "ill-wishing") and grammar("well-wishing").isdisjoint(clause.said)


def _is_dared(draft: Draft) -> bool:
    """Return whether a draft dares somebody whom it calls a coward: all around the dare goes on with it."""
    return any(_dares(draft, clause) for clause in draft.clauses)


def _dares(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause dares somebody in a draft that calls them a coward: `just jump off the pier`."""
    words = [word for one, hurts in zip(draft.clauses, draft.hurts, strict=True) if hurts for word in one.words]
    asked = clause.said[1:] if clause.said[0] in grammar("urging") else clause.said
    is_example = clause.said[0] in {"even", "everyone", "everybody"}
    return not grammar("cowards").isdisjoint(words) and (is_example or begins_with(asked, "daring"))


def _turns_on(draft: Draft, clause: Clause) -> bool:
    """Return whether others are pointed at somebody by name: `can we not make Sam goalie`, `its Sam`."""
    written = [draft.text[token.start : token.end] for token in clause.body[1:]]
    is_named = any(word[:1].isupper() and not word.isupper() and not word.startswith("I'") for word in written)
    if len(clause.said) > 2 and clause.said[-3:-1] in {("it", "is"), ("it", "was")}:
        return is_named and clause.said[-1] not in grammar("no-place")
    return begins_with(clause.said, "leaving-out") and (is_named or not grammar("third-person").isdisjoint(clause.said))


def _is_timed(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause gives a time; who was left out of it is not to be sent a time."""
    is_played_down = draft.is_pressing and is_of_nothing(clause) and "only" in clause.said
    is_counted = any(map(str.isdigit, "".join(clause.said))) and not is_played_down
    is_dated = not grammar("days").isdisjoint(clause.said) and not draft.is_pressing
    return (is_counted or is_dated) and "exclusion" not in draft.names


_LEAVING_OUT = frozenset({"except", "apart from"})


def _presses(clause: Clause) -> bool:
    is_loss = clause.said[1:2] in {("miss",), ("lose",)} or clause.said[1:3] == ("will", "miss")
    return clause.link in grammar("pressing") and clause.said[0] in grammar("pressers") and not is_loss


def _sets_against(clause: Clause) -> bool:
    """Return whether others are asked to keep away from somebody: `dont vote for mia`."""
    said = " ".join(clause.said)
    is_asked = begins_with(clause.said, "turning-against") or said.startswith(("nobody give", "no one give"))
    return is_asked and grammar("first-person").isdisjoint(clause.said)


def _disgusts(draft: Draft, at: int) -> bool:
    """Return whether an emoji of disgust follows: `boys who do ballet`, and a vomiting face."""
    following = draft.clauses[at + 1 : at + 2]
    return any(token.plain[0] in grammar("disgust") for clause in following for token in clause.tokens)


def _describes(clause: Clause) -> bool:
    """Return whether a piece of a sentence goes on to say what somebody is like: `brain made of tofu`."""
    return is_piece(clause) and has_any(clause.said, "describing")


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
    is_rule = clause.said[0] in {"you", "they"} and _is_deed("".join(clause.said[1:2]))
    is_complaint = clause.said[0] in {"not", "never"} or clause.said[:2] in {("why", "did"), ("why", "do")}
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
    return not is_about_others and (is_own or is_asked or is_timed or _is_about_things(clause))


def _is_about_things(clause: Clause) -> bool:
    """Return whether a clause is a statement about a thing: `the stall opens after lunch`, `pitch is flooded`."""
    said = clause.said
    if has_any(said, "describing") or not grammar("others").isdisjoint(said):
        return False
    if any(word in grammar("things") for word in said[:2]) and len(said) >= _SNEER:
        return True
    is_thing = said[0] in {"the", "our"} and grammar("crowds").isdisjoint(said)
    return is_thing and len(said) > _SNEER and not is_piece(clause)


def _is_deed(word: str) -> bool:
    """Return whether a verb says what somebody did: `scratched`, `took`."""
    return word in grammar("facts") or (word.endswith("ed") and word in verbal())


def _judges_others(words: Sequence[str]) -> bool:
    """Return whether a clause speaks only of somebody else, and not of what they did."""
    if not grammar("first-person").isdisjoint(words):
        return False
    if begins_with(words, "mocking"):
        return True
    if words[0] in grammar("imperatives") | grammar("questions"):
        return False
    if words[0] in grammar("persons") and words[1:2] and _is_deed(words[1]):
        return words[1] in {"can", "could", "never"} and (words[1] == "never" or "not" in words)
    if tuple(words[:2]) in _BEING and len(words) > _SNEER and words[2].endswith("ing"):
        return words[2] in grammar("judging")
    return words[0] in grammar("others") | grammar("nobody") or tuple(words[:2]) == ("no", "one")


_BEING = {("you", "are"), ("he", "is"), ("she", "is"), ("they", "are")}
"""Before a verb in `-ing`, they say what somebody will do: `youre paying half of it`."""
