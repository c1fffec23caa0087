"""Whether what is left of a message after some of it was left out is worth sending."""

from __future__ import annotations

from collections.abc import Sequence

from coach.counsel.alone import asks, orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.fates import Fate
from coach.counsel.praise import names_what_is_good, praises_thing, thanks_for
from coach.counsel.tokens import has_verb
from coach.counsel.words import begins_with, grammar, has_any, has_place
from coach.counsel.worth import counts_days, gives_hour, says_what_is_liked


def has_substance(fates: Sequence[Fate]) -> bool:
    """Return whether anything was changed, and enough is left that makes sense."""
    left = [fate for fate in fates if fate.stays and fate.clause.kind is ClauseKind.CLAUSE]
    if all(fate.words is None for fate in fates):
        return False
    if any(fate.words for fate in left):
        return True
    count, whole = _count(left), _count([fate for fate in fates if fate.clause.kind is ClauseKind.CLAUSE])
    is_enough = count >= min(_ENOUGH, max(_FEWEST, _SHARE * whole)) or any(
        _is_news_or_asked(one, fates) for one in left
    )
    is_scrap = count < _SCRAP and all(orders(fate.clause) and fate.clause.said not in _INVITING for fate in left)
    return is_enough and not is_scrap and any(_makes_sense(fate.clause, fates) for fate in left)


def _is_news_or_asked(fate: Fate, fates: Sequence[Fate]) -> bool:
    """Return whether a clause is a whole question, or the exclaimed news that a message begins with."""
    clause = fate.clause
    is_marked = "?" in clause.ends or clause.said[0] in grammar("questions") | grammar("asking")
    is_asked = is_marked and asks(clause) and len(clause.said) > _SCRAP
    is_asked = is_asked or _is_planned(clause)
    is_greeting = clause is fates[0].clause and begins_with(clause.said, "greeting-well") and len(clause.said) > 1
    return is_asked or is_greeting or _is_liked(clause) or _opens_with_news(clause, fates)


def _is_planned(clause: Clause) -> bool:
    """Return whether a clause says when something planned is, however long the rest was: `training is at 6`."""
    is_thing = not grammar("things").isdisjoint(clause.said[:2])
    is_timed = any(map(str.isdigit, "".join(clause.said))) or not grammar("days").isdisjoint(clause.said)
    return is_thing and is_timed and has_verb(clause.tokens)


def _is_liked(clause: Clause) -> bool:
    """Return whether a clause is enough as it praises something, or says what the writer likes."""
    is_praise = praises_thing(clause) or names_what_is_good(clause)
    return is_praise or thanks_for(clause) or says_what_is_liked(clause)


def _opens_with_news(clause: Clause, fates: Sequence[Fate]) -> bool:
    """Return whether a message begins with this clause and is glad: `first medal ever!!!`, `day 12 of learning chess`.

    Marks or emoji end it, so that what follows is something else.
    """
    spoken = [one.clause for one in fates if one.clause.kind is ClauseKind.CLAUSE]
    at = next(n for n, one in enumerate(fates) if one.clause is clause)
    last = next((n for n in range(at, len(fates)) if _ends_sentence(fates, n)), at)
    closing = [one.clause for one in fates[at + 1 : last + 1 + _CLOSING] if one.clause.kind is not ClauseKind.CLAUSE]
    is_exclaimed = any("!" in one.ends for one in (fates[last].clause, *closing)) or any(
        token.is_emoji for one in closing for token in one.tokens
    )
    return spoken[:1] == [clause] and is_exclaimed and _is_headline(clause) and len(clause.said) > 1


def _is_headline(clause: Clause) -> bool:
    """Return whether words say by themselves what the news is: `new pup alert`, but not `guess what`."""
    if counts_days(clause) or clause.said[0] in grammar("announced") or clause.said[-1] in grammar("arrived"):
        return True
    is_begun = clause.link or clause.said[0] in grammar("prepositions") | grammar("back") | grammar("asking")
    return not (is_begun or asks(clause) or has_any(clause.said, "leading-to-news"))


def _ends_sentence(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a full stop, an emoji or a clause that went comes next."""
    following = fates[at + 1] if at + 1 < len(fates) else None
    is_parted = following is None or not following.stays or following.clause.tokens[0].is_emoji
    return is_parted or fates[at].clause.is_last_of_sentence


_CLOSING = 2
"""Most asides that end a clause: `ever!!!` and an emoji."""
_SCRAP = 3
"""A request of fewer words is a scrap: `lets go`."""
_INVITING = frozenset({("come", "over"), ("come", "round"), ("come", "play"), ("come", "thru")})


def _makes_sense(clause: Clause, fates: Sequence[Fate]) -> bool:
    """Return whether a clause can be sent alone: it has a verb, wishes or thanks, or lost only a name called."""
    is_called = any(fate.clause.kind is ClauseKind.NAME and fate.clause.start >= clause.end for fate in fates)
    words, count = clause.said, len(clause.said)
    is_own = not grammar("first-person").isdisjoint(words) and count > 2
    is_statement = has_verb(clause.tokens) and (is_own or count > 3)
    is_notice = count >= _SCRAP and (any(word in grammar("things") for word in words[:2]) or gives_hour(words))
    is_question = count > 1 and ("?" in clause.ends or (count > _SCRAP and begins_with(words, "plans")))
    is_exclaimed = clause.is_last_of_sentence and count > (2 if "!" in clause.ends else 3) and not has_place(words)
    is_order = count > 3 and not (grammar("imperatives") | grammar("orders")).isdisjoint(words[1:])
    is_sorry = words[0] == "sorry" and words[1:2] in _SORRY
    wishes = next((word for word in words if word not in grammar("openers")), "") in grammar("wishes") - _THANKING
    if words[0] in grammar("auxiliaries") and _STUMP.issuperset(words[1:]):
        return False
    is_said = is_notice or is_question or is_statement or is_exclaimed or is_order
    is_said = is_said or _opens_with_news(clause, fates) or (begins_with(words, "greeting-well") and count > 1)
    is_said = is_said or _is_liked(clause) or (begins_with(words, "headings") and len(fates) > 1 and fates[1].stays)
    return asks(clause) or is_said or wishes or is_sorry or (is_called and count > 1)


_STUMP = frozenset({"not", "you", "he", "she", "they", "it", "i", "we"})
"""After `are` or `did`, these say nothing: `didnt u`."""
_SORRY = {("about",), ("for",), ("that",), ("i",)}
_THANKING = frozenset({"thank", "thanks"})
"""Nobody is only thanked after what was asked for went."""


def _count(fates: Sequence[Fate]) -> int:
    return sum(len(fate.clause.said) for fate in fates)


_FEWEST, _ENOUGH, _SHARE = 2, 6, 0.15
"""The fewest words that make sense alone; so many are enough, or else such a share of the message."""
