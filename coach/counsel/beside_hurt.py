"""What a clause beside an insult means: praise that is meant, more of the same, or no person at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.alone import is_piece
from coach.counsel.clauses import ClauseKind
from coach.counsel.draft import Draft
from coach.counsel.praise import names_what_is_good, praises_in_jest, praises_thing
from coach.counsel.scorn import scorns
from coach.counsel.words import grammar, laughs
from coach.counsel.worth import is_calm_before_turn

_SNEER = 3
"""Words of so few letters are seldom plurals."""


def adds_to_hurt(draft: Draft, at: int) -> bool:
    """Return whether a clause only adds to what hurts beside it: `so good at losing`, `and chunky legs`."""
    return praises_in_jest(draft.clauses[at]) or _lists_more(draft, at) or _is_laughed_off(draft, at)


def _lists_more(draft: Draft, at: int) -> bool:
    """Return whether a piece only adds to what hurts just before it: `and chunky legs`."""
    clause, before = draft.clauses[at], draft.clauses[at - 1] if at else None
    is_joined = clause.link in grammar("coordinate") and before is not None and not before.is_last_of_sentence
    is_calm = any(map(str.isdigit, "".join(clause.said))) or not grammar("things").isdisjoint(clause.said)
    return is_joined and draft.hurts[at - 1] and is_piece(clause) and not is_calm and "?" not in clause.ends


def _is_laughed_off(draft: Draft, at: int) -> bool:
    """Return whether a piece beside an insult is laughed at: `that own goal tho` and tears of joy."""
    return draft.is_beside_hurt[at] and is_piece(draft.clauses[at]) and _is_laughed_at(draft, at)


def is_praise_meant(draft: Draft, at: int) -> bool:
    """Return whether a clause beside an insult praises, and nobody laughs at it there."""
    clause = draft.clauses[at]
    if clause.kind is not ClauseKind.CLAUSE or draft.hurts[at] or draft.gives_away[at]:
        return False
    following = [one for one in draft.clauses[at + 1 :] if one.kind is ClauseKind.CLAUSE or one.kind is ClauseKind.NAME]
    is_turned = bool(following) and following[0].link in _TURNING
    if is_turned and is_calm_before_turn(clause) and not scorns(clause):
        return True
    if names_what_is_good(clause):
        return is_turned or ("!" in clause.ends and not draft.laughs)
    return praises_thing(clause) and (is_turned or not _is_laughed_at(draft, at))


_TURNING = {"but", "though", "shame", "even though"}


def _is_laughed_at(draft: Draft, at: int) -> bool:
    """Return whether a laugh follows before the next clause: `nice singing` and tears of joy."""
    following = draft.clauses[at + 1 : at + 2]
    return any(one.kind is ClauseKind.CLOSER and any(map(laughs, one.words)) for one in following)


def means_no_person(draft: Draft, at: int) -> bool:
    """Return whether `she` or `they` is an animal or are things of the clause before: `our dog is back and shes ok`."""
    clause, before = draft.clauses[at], draft.clauses[at - 1] if at else None
    meant = grammar("others") & set(clause.said)
    if before is None or before.is_last_of_sentence or draft.hurts[at - 1] or not meant <= grammar("third-person"):
        return False
    if meant <= _SEVERAL:
        return _names_things(before.said)
    return not grammar("pets").isdisjoint(before.said)


_SEVERAL = frozenset({"they", "them", "their", "theirs"})


def _names_things(said: Sequence[str]) -> bool:
    """Return whether several things are named: `who can fix the swings in our park`."""
    people = grammar("crowds") | grammar("onlookers") | grammar("family")
    listed = pairwise(said)
    named = [word for before, word in listed if before in {"the", "our", "my", "these"} and len(word) > _SNEER]
    return any(word.endswith("s") and not word.endswith("ss") and word not in people for word in named)
