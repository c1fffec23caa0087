"""What belittles or shuts somebody out beside words that go, though no flag is on it: `just not what keeley wore`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.declining import spoken_of
from coach.counsel.draft import Draft
from coach.counsel.words import begins_with, grammar, has_any, laughs
from coach.counsel.worth import is_warm
from coach.engine.text.first_names import first_names
from coach.models import Audience


def stings(draft: Draft, at: int) -> bool:
    """Return whether a clause beside an insult shuts out, judges or puts down somebody, whatever else it says."""
    clause = draft.clauses[at]
    is_put = has_any(clause.said, "putting-down") or has_any(clause.said, "judging")
    is_put = is_put or (draft.audience is not Audience.FRIEND and _refuses_named(clause))
    is_put = is_put or (draft.audience is not Audience.FRIEND and has_any(clause.said, "shown-up"))
    is_shut_out = has_any(clause.said, "shunning") or _excepts(draft, clause)
    is_said = _judges_named(clause) or _chants(clause) or _sums_up(clause) or _is_seconded(clause)
    is_called = draft.is_beside_hurt[at] and (is_said or _asks_who_chose(clause))
    return is_put or is_shut_out or is_called or turns_readers_away(clause)


def _refuses_named(clause: Clause) -> bool:
    """Return whether others read that somebody is refused: `im not losing marks for her`, `i wont share with ben`."""
    is_refused = any(before in {"with", "for"} and word in spoken_of() for before, word in pairwise(clause.said))
    return is_refused and clause.said[0] in {"i", "we"} and "not" in clause.said[1:_REFUSING]


_REFUSING = 4
"""The first words of a clause in which its `not` is: `i will not`."""


def laughs_at_named(draft: Draft, at: int) -> bool:
    """Return whether many read a sentence that laughs at somebody by name: `mostly Kofi, two left feet` and a laugh."""
    if draft.audience not in {Audience.GROUP, Audience.PUBLIC}:
        return False
    sentence = _sentence(draft, at)
    in_order = [word for clause in sentence for word in clause.words]
    is_glad = has_any(in_order, "congratulating") or any(map(is_warm, sentence))
    is_of_writer = not grammar("first-person").isdisjoint(in_order) or is_glad
    is_laughed = any(map(laughs, sentence[-1].words)) and sentence[-1].kind is ClauseKind.CLOSER
    return is_laughed and not is_of_writer and any(_names_somebody(draft, one) for one in sentence)


def _sentence(draft: Draft, at: int) -> Sequence[Clause]:
    """Return the clauses up to the laugh or the full stop that ends the sentence of one of them."""
    first = at
    while first and not _ends(draft.clauses[first - 1]):
        first -= 1
    last = next((n for n in range(at, len(draft.clauses)) if _ends(draft.clauses[n])), len(draft.clauses) - 1)
    return draft.clauses[first : last + 1]


def _ends(clause: Clause) -> bool:
    """Return whether a sentence ends with a clause, or with the emoji that laugh at it."""
    is_laugh = clause.kind is ClauseKind.CLOSER and clause.tokens[-1].is_emoji
    return clause.is_last_of_sentence or is_laugh


def _names_somebody(draft: Draft, clause: Clause) -> bool:
    """Return whether a first name, or another word with a capital letter, is in a clause behind its first word."""
    written = [(draft.text[one.start : one.end], one.plain[0]) for one in clause.body[1:]]
    return any(word[:1].isupper() and not word.isupper() and plain in first_names() for word, plain in written)


def turns_readers_away(clause: Clause) -> bool:
    """Return whether everybody who reads it is put down: `no cheapskates i know what u lot are like`.

    An offer in public may end so, without an insult that a rule knows.
    """
    return has_any(clause.said, "lumping")


def is_not_theirs(said: Sequence[str]) -> bool:
    """Return whether something of somebody's is ruled out by name: `just not what keeley wore`."""
    words = said[1:] if said[0] in _LEADING else said
    is_of_writer = not grammar("first-person").isdisjoint(words)
    return words[:2] in _NOT_WHAT and len(words) > len(_NOT_WHAT[0]) and not is_of_writer


_LEADING = grammar("urging") | {"but", "and", "only", "maybe", "or"}
_NOT_WHAT = (("not", "what"), ("not", "like"), ("not", "how"))


def _excepts(draft: Draft, clause: Clause) -> bool:
    """Return whether somebody is left out by name: `everyone except Zayn`, but not `all except question 4`."""
    if "except" not in clause.said[:-1]:
        return False
    following = clause.said[clause.said.index("except") + 1]
    token = next((one for one in clause.body if one.plain[:1] == (following,)), clause.body[-1])
    is_capital = draft.text[token.start].isupper() and not clause.words[0].isupper()
    return following in first_names() | grammar("others") or is_capital


def _judges_named(clause: Clause) -> bool:
    """Return whether somebody is called something by name: `maxie is a baby`, but not `the match is a draw`."""
    said = clause.said[1:] if clause.said[0] in grammar("urging") and len(clause.said) > 1 else clause.said
    is_judged = said[1:2] in _BEING and said[2:3] in _JUDGING
    named = said[0] not in grammar("subjects") | grammar("things") | grammar("possessives") | grammar("pointing")
    return is_judged and named and (said[0] in first_names() or not begins_with(said, "plans")) and _is_a_name(said[0])


def _asks_who_chose(clause: Clause) -> bool:
    """Return whether it is asked who chose somebody by name: `who put tobi in goal`."""
    at = clause.said.index("who") if "who" in clause.said[:2] else None
    is_chosen = at is not None and clause.said[at + 1 : at + 2] in _CHOOSING
    return is_chosen and not first_names().isdisjoint(clause.said)


_CHOOSING = {("put",), ("picked",), ("chose",), ("let",), ("made",), ("invited",)}
_BEING = {("is",), ("was",)}
_JUDGING = {("a",), ("an",), ("such",), ("so",), ("too",), ("being",), ("just",), ("the",)}


def _is_a_name(word: str) -> bool:
    """Return whether a word could only be somebody's name at the beginning of a sentence: no verb, day or question."""
    lists = ("asking", "questions", "imperatives", "first-person", "days", "weekdays", "persons", "onlookers", "meals")
    return all(word not in grammar(name) for name in lists)


def _is_seconded(clause: Clause) -> bool:
    """Return whether others are said to think the same of somebody: `everybody in our row thinks so`."""
    return clause.said[-2:] in _THINKING_SO and clause.said[0] not in {"i", "we"}


_THINKING_SO = {("thinks", "so"), ("think", "so"), ("says", "so"), ("say", "so"), ("thought", "so"), ("said", "so")}


def _sums_up(clause: Clause) -> bool:
    """Return whether a clause only says how bad it is what somebody was insulted for: `its actually painful`."""
    said = clause.said[1:] if clause.said[0] in {"its", "thats"} else clause.said[2:]
    is_it = clause.said[0] in {"its", "thats"} or clause.said[:2] in {("it", "is"), ("that", "is"), ("this", "is")}
    is_short = 0 < len(said) <= _SUMMED and grammar("first-person").isdisjoint(said)
    return is_it and is_short and said[-1] in grammar("summing-up")


_SUMMED = 3
"""Most words of `like so painful`."""


def _chants(clause: Clause) -> bool:
    """Return whether the same words are chanted twice: `maxie is a baby maxie is a baby`."""
    half = len(clause.said) // 2
    return half >= _CHANTED and clause.said[:half] == clause.said[half : 2 * half]


_CHANTED = 2
