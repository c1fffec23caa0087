"""What mocks, shames or drives out somebody beside an insult, though no flag is on it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.deeds import is_deed
from coach.counsel.draft import Draft
from coach.counsel.words import begins_with, grammar, has_any, is_past
from coach.counsel.worth import asks_after

_SNEER = 3
"""So many words after `how` are more often a sneer: `how even`."""


def goes_on_scorning(draft: Draft, at: int) -> bool:
    """Return whether a clause in a draft with an insult says more of whoever was insulted."""
    clause = draft.clauses[at]
    is_of_them = _is_explained(draft, at) or _forbids(draft, at) or _blames(draft, at)
    is_meant = (
        _leads_to_rumour(draft, at)
        or _brings_up(draft, at)
        or _hides(clause)
        or _finds_young(clause)
        or _asks_whose(draft, at)
    )
    return is_of_them or _belittles(clause) or _shames(clause) or is_meant


def _leads_to_rumour(draft: Draft, at: int) -> bool:
    """Return whether a clause only leads to a rumour beside it, or asks to keep it: `keep it in here`."""
    clause = draft.clauses[at]
    if "rumour" not in draft.names or not grammar("first-person").isdisjoint(clause.said[1:]):
        return False
    leads = begins_with(clause.said[clause.said[0] in _JUST and len(clause.said) > 1 :], "leading-to-rumours")
    return (leads and draft.is_beside_hurt[at]) or begins_with(clause.said, "keeping-rumours")


_JUST = frozenset({"i", "we", "just", "so", "apparently", "ok"})


def _asks_whose(draft: Draft, at: int) -> bool:
    """Return whether it is only asked who made what is insulted next: `who painted this`, then `its so ugly`."""
    clause, following = draft.clauses[at], draft.clauses[at + 1 : at + 2]
    is_of_this = clause.said[0] in {"who", "whose", "what"} and clause.said[-1] in {"this", "that", "these"}
    return is_of_this and bool(following) and draft.hurts[at + 1] and not clause.is_last_of_sentence


def _finds_young(clause: Clause) -> bool:
    """Return whether somebody is mocked for what they still do: `u still watch that??`."""
    is_still = clause.said[:2] in {("you", "still"), ("ur", "still")}
    is_like_a_child = clause.said[2:3] in _ACTING and clause.said[3:4] == ("like",)
    is_asked = "?" in clause.ends and not grammar("outgrown").isdisjoint(clause.said[2:3])
    return is_still and (is_like_a_child or is_asked)


_ACTING = {("act",), ("look",), ("sound",), ("talk",), ("dress",), ("run",), ("cry",)}


def _brings_up(draft: Draft, at: int) -> bool:
    """Return whether a clause only leads to a taunt, as it brings up what somebody did: `remember ur maths test`.

    A reminder of what is still to come or to be brought is not one: `remember ur test tomorrow`, `remember ur helmet`.
    """
    said = draft.clauses[at].said
    is_to_come = not grammar("days").isdisjoint(said) or any(map(str.isdigit, "".join(said))) or "to" in said[1:3]
    if is_to_come or not begins_with(said, "bringing-up") or grammar("others").isdisjoint(said):
        return False
    following = draft.clauses[at + 1].said if at + 1 < len(draft.clauses) else ()
    is_told = following[:1] in _OF_THEM and is_deed("".join(following[1:2]))
    return is_told or has_any(said, "past-event") or has_any(said[-1:], "judged")


_OF_THEM = {("you",), ("he",), ("she",), ("they",)}


def _hides(clause: Clause) -> bool:
    """Return whether somebody is asked to hide themselves: `delete this before more people see your face`."""
    said = clause.said
    at = next((at for at, word in enumerate(said) if word in _BEFORE), 0)
    seen = next((n for n in range(at, len(said)) if said[n] in _SEEING), 0) if at else 0
    is_of_them = not grammar("yours").isdisjoint(said[seen:]) and grammar("first-person").isdisjoint(said)
    return seen > 0 and is_of_them and not grammar("onlookers").isdisjoint(said[at:seen])


_BEFORE = frozenset({"before", "so"})
_SEEING = frozenset({"see", "sees", "saw", "notice", "notices", "spot", "spots", "hear", "hears", "look", "looks"})


def drives_out(clause: Clause) -> bool:
    """Return whether somebody is asked to leave: `leave the lobby`, but not `get out of my room`."""
    said = clause.said[1:] if clause.said[0] in grammar("urging") and len(clause.said) > 1 else clause.said
    if said[0] in {"get", "stay", "keep"} and said[1:2] == ("out",) and said[2:4] in {("of", "my"), ("of", "our")}:
        return False
    is_left = said[0] in {"leave", "quit"} and not grammar("circles").isdisjoint(said[1:4])
    return is_left or begins_with(said, "driving-out")


def scorns(clause: Clause) -> bool:
    """Return whether a clause mocks, compares or scorns: `imagine wearing that`, `we need someone who can catch`."""
    said, is_own = clause.said, not grammar("first-person").isdisjoint(clause.said)
    if has_any(said, "comparing") or (has_any(said, "scorning") and said[0] not in {"i", "we"}):
        return True
    if is_own or begins_with(said, "plans") or _is_plain_question(said):
        return False
    is_of_nobody = said[0] in grammar("nobody") or said[:2] == ("no", "one")
    if said[1:2] == ("else",) and is_past("".join(said[2:3])):
        return False
    if not is_of_nobody and (_is_prevented(said) or _campaigns(said)):
        return False
    return is_of_nobody or begins_with(said, "mocking") or (len(said) > 1 and begins_with(said, "showing-off"))


def _is_prevented(said: Sequence[str]) -> bool:
    """Return whether the writer leaves out the `i` of what they cannot do and when: `cant play till 6`."""
    is_timed = not grammar("days").isdisjoint(said) or any(map(str.isdigit, "".join(said)))
    is_reasoned = not _REASONS.isdisjoint(said) or has_any(said, "going-elsewhere")
    is_doing = said[2:3] != () and said[2] in grammar("taking-part")
    return said[:2] == ("can", "not") and is_doing and (is_timed or is_reasoned) and "you" not in said


def _campaigns(said: Sequence[str]) -> bool:
    """Return whether a vote is asked for in an election or by a day: `vote blue for house captain`."""
    if said[:2] in _VOTING:
        return True
    is_mocking = any(word.endswith("est") and word != "best" for word in said) or not _MOST.isdisjoint(said)
    return said[0] == "vote" and not grammar("offices").isdisjoint(said[2:]) and not is_mocking


_VOTING = {("vote", "by"), ("vote", "before"), ("vote", "now"), ("vote", "in")}
"""Only when to vote is said: `vote by friday?`."""
_MOST = frozenset({"most", "worst", "least"})


def _is_plain_question(said: Sequence[str]) -> bool:
    """Return whether it is asked how or why something is done: `how do you beat the boss`, `why did you leave`."""
    is_how = said[0] == "how" and "even" not in said and len(said) > _SNEER + 1
    is_joining = said[:3] in {("are", "you", "in"), ("are", "you", "coming"), ("are", "you", "playing")}
    is_asked = is_joining and set(said[3:]) <= {"or", "not", "out", "too", "then", "still", "for", "it", "with", "us"}
    return is_how or said[:2] in {("why", "did"), ("why", "do")} or asks_after(said) or is_asked


def _is_explained(draft: Draft, at: int) -> bool:
    """Return whether an insult is given as the reason for what somebody else did: `did nothing because hes lazy`."""
    following = draft.clauses[at + 1 : at + 2]
    if not following or draft.clauses[at].is_last_of_sentence or not draft.hurts[at + 1]:
        return False
    is_reason = following[0].link in _REASONS and following[0].said[0] in grammar("others")
    return is_reason and grammar("first-person").isdisjoint(draft.clauses[at].said)


_REASONS = frozenset({"because", "cause", "cos", "cuz", "coz", "since"})


def _forbids(draft: Draft, at: int) -> bool:
    """Return whether somebody is called by name and asked not to do what they are then insulted for."""
    said = draft.clauses[at].said
    forbidden = next((n for n in range(1, 4) if said[n : n + 2] == ("do", "not")), 0)
    is_called = bool(forbidden) and said[0] not in grammar("subjects") | grammar("addressees") | grammar("openers")
    is_calm = not grammar("first-person").isdisjoint(said) or said[forbidden + 2 : forbidden + 3] in _REMINDING
    return draft.is_beside_insult[at] and is_called and not is_calm


_REMINDING = {("forget",), ("worry",), ("be",)}


def _belittles(clause: Clause) -> bool:
    """Return whether a clause compares somebody with a grandmother or a dog, or only describes them with scorn.

    `my nan could of scored`, `a keeper thats scared of the ball`, but not `my nan could pick us up`.
    """
    said = clause.said[1:] if clause.said[0] in {"even", "literally", "honestly"} else clause.said
    is_kin = said[:1] in _OWNERS and not grammar("compared").isdisjoint(said[1:4])
    is_better = has_any(said[2:], "outdoing")
    is_described = said[:1] in _ARTICLES and not _WITH.isdisjoint(said[2:5])
    return (is_kin and is_better) or is_described


_OWNERS = {("my",), ("our",), ("a",), ("the",)}
_ARTICLES = {("a",), ("an",), ("some",)}
_WITH = frozenset({"that", "thats", "who", "whos", "with"})


def _shames(clause: Clause) -> bool:
    """Return whether somebody is asked about washing, sleep or the like: `did you bath today?`."""
    is_question = clause.said[0] in grammar("questions") | grammar("asking") or "?" in clause.ends
    is_asked_not_to = clause.said[:3] in {("can", "you", "not"), ("could", "you", "not")}
    return is_question and not is_asked_not_to and "you" in clause.said and has_any(clause.said, "shaming")


def _blames(draft: Draft, at: int) -> bool:
    """Return whether what will go wrong is put on whoever was just insulted: `we will be out in the first round`."""
    clause = draft.clauses[at]
    is_future = clause.said[:2] in {("we", "will"), ("we", "gonna"), ("we", "would")} or clause.said[0] == "well"
    spoken = [n for n in range(at) if draft.clauses[n].kind is ClauseKind.CLAUSE]
    return bool(spoken) and draft.hurts[spoken[-1]] and is_future and has_any(clause.said, "losing")
