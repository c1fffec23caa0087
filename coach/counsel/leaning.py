"""Clauses that mean somebody or something in a sentence before, which went."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks, is_existing, is_of_nothing, orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.fates import Fate
from coach.counsel.meant import asks_about_it, means_lost
from coach.counsel.offered import is_of_offered
from coach.counsel.words import grammar, verbal
from coach.counsel.worth import reported


def leans_back(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause means somebody or something in the sentence before, which went."""
    earlier = [one for one in fates[:at] if one.clause.kind is ClauseKind.CLAUSE]
    if not earlier or is_of_offered(fates, at):
        return False
    clause, is_alone = fates[at].clause, not any(one.stays for one in earlier)
    is_apart = fates[at - 1].clause.kind is ClauseKind.CLOSER
    is_held = not (is_apart or earlier[-1].stays) and _is_held_by(clause, earlier[-1].clause)
    if is_held or _tells_of_name(fates, at):
        return True
    if any(one.stays for one in _last_sentence(earlier)):
        return False
    is_cut_short = _is_elided(clause) or clause.said in _LOOKING_FORWARD
    if is_cut_short or _shares_subject(clause, earlier[-1].clause):
        return True
    begins = fates[at - 1].clause.is_last_of_sentence
    if _points_back(clause) or (_is_relative(clause) and not begins):
        return not (begins and _is_answered_earlier(clause, earlier))
    return is_alone and ((asks(clause) and asks_about_it(clause)) or means_lost(clause))


def _is_elided(clause: Clause) -> bool:
    """Return whether the verb of a short clause was in the words before: `so i think we can`."""
    is_open = clause.said[-1] in _WITHOUT_VERB and clause.said[-2:-1] != () and clause.said[-2] in _WHO
    return is_open and len(clause.said) <= _ELIDED and clause.link in {"", "so", "and", "but"} and not asks(clause)


_WITHOUT_VERB = frozenset({"can", "could", "will", "would", "should", "might"})
_WHO = frozenset({"i", "we", "you", "he", "she", "they", "it"})
_ELIDED = 4
_LOOKING_FORWARD = {("can", "not", "wait"), ("i", "can", "not", "wait"), ("we", "can", "not", "wait")}
"""For what, the words before said."""


def _tells_of_name(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause goes on with a name that somebody was called: `a snake who was at the mall`."""
    before, clause = fates[at - 1], fates[at].clause
    is_run_on = before.clause.kind is ClauseKind.NAME and not before.clause.ends.strip()
    return is_run_on and clause.said[0] in {"who", "which", "whose"} and "?" not in clause.ends


def _points_back(clause: Clause) -> bool:
    """Return whether a clause begins with `it` or `there` for something before; `theres space by the door` is whole."""
    is_shown = clause.said[0] in _SHOWN and clause.said[1:2] not in _ONES and not verbal().issuperset(clause.said[1:2])
    if reported(clause) != clause.said:
        return False
    if clause.said[0] == "which" and asks(clause):
        return False
    is_own = clause.said[0] == "got" and not grammar("first-person").isdisjoint(clause.said)
    is_whole = is_of_nothing(clause) or is_existing(clause) or is_shown or is_own
    return clause.said[0] in grammar("back") and not is_whole


_SHOWN, _ONES = frozenset({"this", "these"}), {("one",), ("ones",)}
"""`this film` is whole, `this one` is not."""


def _is_answered_earlier(clause: Clause, earlier: Sequence[Fate]) -> bool:
    """Return whether `it` in a sentence of its own still means the thing that was asked about before what went."""
    cut = next(at for at in range(len(earlier), 0, -1) if at == 1 or earlier[at - 2].stays)
    asked = earlier[cut - 2] if cut > 1 else None
    if _is_where(clause) and _only_insults(earlier[cut - 1 :]):
        return any(one.stays and _names_event(one.clause) for one in earlier)
    is_own = earlier[cut - 1].clause.said[0] in grammar("first-person") | grammar("kin")
    is_asked = asked is not None and (asks(asked.clause) or "?" in asked.clause.ends)
    return is_asked and is_own and clause.said[0] in {"it", "its"}


def _is_where(clause: Clause) -> bool:
    """Return whether a clause says where or when something is: `its in the gym after lunch`, which nobody can be."""
    words = clause.said[1:] if clause.said[0] == "its" else clause.said[2:]
    is_it = clause.said[0] == "its" or clause.said[:2] == ("it", "is")
    return is_it and words[:1] != () and words[0] in _WHERE and not grammar("others") & set(words)


_WHERE = frozenset({"in", "at", "on", "by", "after", "before", "behind", "near", "outside", "from", "straight"})


def _only_insults(gone: Sequence[Fate]) -> bool:
    """Return whether what went spoke of people alone: `she runs like a hen`."""
    return all(grammar("others") & set(one.clause.said) for one in gone[:1]) and not any(one.stays for one in gone)


def _names_event(clause: Clause) -> bool:
    """Return whether a clause names what is planned, or asks for something with a thing: `feed my dragon`."""
    return not grammar("things").isdisjoint(clause.said) or (orders(clause) and clause.said[1:2] in _ITS)


_ITS = {("my",), ("our",), ("the",)}


def _shares_subject(clause: Clause, before: Clause) -> bool:
    """Return whether a verb belongs to the `i` or `we` of the clause before: `i go there and play the trumpet`."""
    is_joined = clause.link in grammar("coordinate") and not before.is_last_of_sentence
    return is_joined and orders(clause) and before.said[0] in grammar("first-person") | grammar("questions")


def _last_sentence(earlier: Sequence[Fate]) -> Sequence[Fate]:
    """Return the clause before, with those of its sentence if that has ended."""
    first = len(earlier) - 1
    while first > 0 and earlier[-1].clause.is_last_of_sentence and not earlier[first - 1].clause.is_last_of_sentence:
        first -= 1
    return earlier[first:]


def _is_held_by(clause: Clause, before: Clause) -> bool:
    """Return whether `who` or `which` goes on with the clause before: `the girl who won`, `and who forgot it`."""
    if before.is_last_of_sentence or "?" in clause.ends:
        return False
    is_of_noun = before.said[-1] in grammar("relative") or not _ARTICLES.isdisjoint(before.said[-_NOUN:-1])
    is_run_on = not before.ends.strip() and (is_of_noun or not asks(clause))
    begins = clause.said[0] in {"who", "which", "whose"} and (clause.link == "and" or is_run_on)
    return begins or _is_relative(clause)


_ARTICLES, _NOUN = frozenset({"a", "an", "such", "the"}), 3
"""One of these among the last words before `who` begins the noun it goes on with: `a fraud who cant draw`."""


def _is_relative(clause: Clause) -> bool:
    """Return whether `who` or `where` asks nothing: `who have helped here since spring`, `whos never been picked`."""
    if not {"?", "!"}.isdisjoint(clause.ends) or clause.said[0] not in {"who", "where", "which", "whose"}:
        return False
    following = clause.said[2:3] if clause.said[1:2] in {("is",), ("has",)} else clause.said[1:2]
    return not (grammar("relative-after") | {"never", "been"}).isdisjoint(following)
