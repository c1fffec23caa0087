"""What can no longer stay after other clauses were left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from coach.counsel.alone import asks, is_existing, is_of_nothing, may_do
from coach.counsel.beginnings import begins_clause
from coach.counsel.brackets import without_addressed, without_brackets
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.deeds import is_deed
from coach.counsel.fates import Fate
from coach.counsel.offered import is_of_offered
from coach.counsel.pieces import without_pieces
from coach.counsel.repeats import without_repeats
from coach.counsel.tokens import has_verb, is_all
from coach.counsel.words import ends_with, grammar, laughs, verbal
from coach.counsel.worth import reported


def without_leftovers(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out what needs a clause that goes, and what only coloured it."""
    kept = without_brackets(without_addressed(without_repeats(fates)))
    kept = _without_dependents(_without_unnamed(_without_dependents(without_pieces(kept))))
    kept = _without_pleas(_without_thens(_without_names(_without_dependents(without_pieces(kept)))))
    is_empty = not any(fate.stays and fate.clause.kind is ClauseKind.CLAUSE for fate in kept)
    cut = [False, *(not fate.stays for fate in kept)]
    return [_opened(fate, kept[at + 1 :], is_empty=is_empty, is_after_cut=cut[at]) for at, fate in enumerate(kept)]


def _without_dependents(fates: Sequence[Fate]) -> list[Fate]:
    kept = list(fates)
    for at, fate in enumerate(kept):
        before, after = _before(kept[:at]), kept[at + 1] if at + 1 < len(kept) else None
        if _is_asked_of_whoever(kept, at) or is_of_offered(kept, at):
            continue
        if (
            fate.words is None and (_needs_before(fate.clause, before) or _needs_after(fate.clause, before, after))
        ) or (fate.words and _is_end_of_cut(fate, before)):
            kept[at] = Fate(fate.clause, "")
    return kept


def _before(fates: Sequence[Fate]) -> Fate | None:
    """Return what comes before without a name that somebody was called, which may end its sentence."""
    found = next((one for one in reversed(fates) if one.clause.kind is not ClauseKind.NAME), None)
    if found is None or fates[-1] is found or not fates[-1].clause.is_last_of_sentence:
        return found
    return Fate(replace(found.clause, ends=fates[-1].clause.ends), found.words)


def _is_end_of_cut(fate: Fate, before: Fate | None) -> bool:
    """Return whether less exact words only go on with a clause that went: `on her first day in school`."""
    clause, said = fate.clause, (fate.words or "").lower()
    goes_on = before is not None and not before.stays and _is_same_sentence(before.clause)
    is_own = said.startswith(clause.said[0]) and clause.said[0] in {"on", "at", "in", "of", "from", "with"}
    return goes_on and is_own and _is_fragment(clause)


def _is_asked_of_whoever(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a request later in the sentence is for whoever a clause means: `whoever has it, ..., bring it`."""
    if fates[at].clause.link != "whoever" or fates[at].clause.is_last_of_sentence:
        return False
    for one in fates[at + 1 :]:
        if one.stays and one.clause.kind is ClauseKind.CLAUSE:
            return asks(one.clause)
        if one.clause.is_last_of_sentence:
            return False
    return False


def _needs_before(clause: Clause, before: Fate | None) -> bool:
    """Return whether a clause makes no sense without the one before, which goes or became a polite question."""
    if before and before.words and before.words.endswith("?") and clause.kind is ClauseKind.CLOSER:
        is_tag = " ".join(clause.words) in grammar("asking-whether")
        return is_tag or not _AFTER_STATEMENTS.isdisjoint(clause.words) or all(map(laughs, clause.words))
    if before and before.words and clause.link in _WHEN and not _WHEN.isdisjoint(before.words.lower().split()):
        return not before.clause.is_last_of_sentence
    if before is None or before.stays:
        return False
    is_new = before.clause.is_last_of_sentence
    if clause.kind is ClauseKind.CLOSER:
        return not (is_new and clause.words[0] in grammar("polite"))
    if clause.link in grammar("dependent") and not _goes_on(clause):
        is_question = clause.link == "which" and grammar("auxiliaries").isdisjoint(clause.said[:1])
        return not (is_new and (clause.link in _LEADING or is_question))
    is_rest = (_is_same_sentence(before.clause) and _is_rest(clause)) or _came_of(clause, before.clause)
    return clause.kind is ClauseKind.CLAUSE and (is_rest or _explains(clause))


def _came_of(clause: Clause, before: Clause) -> bool:
    """Return whether a clause says what came of the one before: `then we both get the skins`."""
    return clause.link in {"then", "and then"} and before.kind is ClauseKind.CLAUSE and not asks(clause)


def _explains(clause: Clause) -> bool:
    """Return whether a clause says what was meant by the words before: `i mean the sheet music lol`."""
    return clause.said[:2] in {("i", "mean"), ("i", "meant")} and not asks(clause)


_WHEN = frozenset({"when", "if", "once", "whenever"})
"""One of these is enough: `ask me when we meet when u get there`."""
_AFTER_STATEMENTS = frozenset({"tho", "though", "ever", "literally", "honestly", "seriously"})


def _is_rest(clause: Clause) -> bool:
    """Return whether a clause is the rest of a sentence, and means nothing without what came before."""
    if is_of_nothing(clause) or is_existing(clause):
        return False
    is_begun = len(clause.words) == 1 or _is_fragment(clause) or _lacks_subject(clause)
    is_here = clause.said[0] == "this" and clause.said[1:2] in _HERE
    return is_begun or (clause.said[0] in grammar("pointing") and not is_here) or _points_back(clause)


_HERE = {("group",), ("chat",), ("gc",), ("server",), ("channel",), ("page",)}
"""Where the message is written: `this group is for the homework` needs nothing before it."""


_LEADING = frozenset({"if", "when", "since", "until", "unless", "till"})
"""They may begin a sentence of their own: `if u look it up first it gets easier`."""


def _goes_on(clause: Clause) -> bool:
    """Return whether a `so` leads to what was wanted: `so can someone feed the cat`, `so i cant come`."""
    if clause.link != "so" or len(clause.said) < _ENOUGH_AFTER_SO:
        return False
    is_own = clause.said[0] in {"i", "we", "im", "ill", "were"} and _OF_ONESELF.isdisjoint(clause.said)
    return asks(clause) or is_own or clause.said[:2] == ("who", "can") or may_do(clause)


_ENOUGH_AFTER_SO = 3
_OF_ONESELF = frozenset({"it", "myself", "ourselves"})
"""With these, a `so` only goes on with what went."""


def _is_fragment(clause: Clause) -> bool:
    """Return whether it only went on with the clause before: `behind the church`, `blue roof`."""
    if has_verb(clause.tokens) or begins_clause(clause.tokens) or any(map(is_deed, clause.words[1:])):
        return False
    begins = clause.words[0] in grammar("prepositions") | grammar("possessives") | {"not"}
    return begins or (len(clause.words) < 3 and clause.words[0] not in grammar("openers"))


def _lacks_subject(clause: Clause) -> bool:
    """Return whether its subject was in the clause before: `failed his maths again`."""
    first = clause.said[0]
    is_past = first in {"saw", "heard", "told", "took", "cost", "made"} or (first.endswith("ed") and first in verbal())
    is_denied = clause.said[1:2] == ("not",) and grammar("subjects").isdisjoint(clause.said[2:3])
    is_verb = first in grammar("subjectless") or is_past or (first == "did" and is_denied)
    return is_verb and (is_denied or not begins_clause(clause.body))


def _points_back(clause: Clause) -> bool:
    """Return whether `he`, `it` or `them` in it, not in a request, means somebody or something in the clause before."""
    if ends_with(clause.words, "pointing-ends"):
        return True
    if begins_clause(clause.tokens) and clause.words[0] in grammar("imperatives") | grammar("questions"):
        return False
    return clause.said[0] in {"he", "she", "they"} or "it" in clause.said


def _needs_after(clause: Clause, before: Fate | None, after: Fate | None) -> bool:
    """Return whether a clause has lost what it leads to: what a condition is for, or what somebody should hear."""
    leads_on = clause.kind is ClauseKind.CLAUSE and not clause.ends.strip()
    is_name = after is not None and after.clause.kind is ClauseKind.NAME and clause.words[-1] not in grammar("needing")
    if leads_on and after and not (after.stays or is_name) and not grammar("needing").isdisjoint(clause.words[-3:]):
        return True
    is_condition = clause.link in grammar("conditions") or clause.said[0] in {"if", "unless"}
    if is_condition and _holds_request(clause):
        return False
    if after is None or after.stays or clause.is_last_of_sentence or not is_condition:
        return False
    is_held = (
        before and before.stays and before.clause.kind is ClauseKind.CLAUSE and not before.clause.is_last_of_sentence
    )
    return not is_held


def _holds_request(clause: Clause) -> bool:
    """Return whether a condition leads to a request within its clause: `if u see him pls dont chase`."""
    pairs = set(pairwise(clause.said))
    return ("please", "do") in pairs or bool({("please", verb) for verb in grammar("imperatives")} & pairs)


def _without_unnamed(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out `he`, `her` and the like if whoever that is was named in what goes."""
    kept, is_named, is_lost = list[Fate](), False, False
    for fate in fates:
        unnamed = is_lost and not is_named and _is_unnamed(fate.clause)
        is_clause = fate.clause.kind is ClauseKind.CLAUSE
        kept.append(Fate(fate.clause, "") if fate.words is None and is_clause and unnamed else fate)
        is_named = is_named or (kept[-1].stays and is_clause)
        is_lost = is_lost or (not kept[-1].stays and is_clause)
    return kept


def _is_unnamed(clause: Clause) -> bool:
    """Return whether `he` or `their` in a clause means nobody in it: not `my grandad could not get his coat`."""
    if reported(clause) != clause.said:
        return _is_of_others(reported(clause))
    is_named = clause.said[0] in grammar("possessives") - grammar("third-person") | grammar("titles")
    return not is_named and not grammar("third-person").isdisjoint(clause.words)


def _is_of_others(words: Sequence[str]) -> bool:
    return not grammar("third-person").isdisjoint(words)


def _without_names(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out a name with its `pls` amid a message if everything said to somebody of that name goes."""
    kept, first = list(fates), 0
    for at, fate in enumerate(fates):
        if not fate.clause.is_last_of_sentence and at + 1 < len(fates):
            continue
        clauses = [one for one in fates[first : at + 1] if one.clause.kind is ClauseKind.CLAUSE]
        openers = [one for one in fates[first : at + 1] if one.clause.kind is ClauseKind.OPENER]
        if first and len(openers) == 1 and clauses and not any(one.stays for one in clauses):
            kept[first : at + 1] = [Fate(one.clause, "") for one in fates[first : at + 1]]
        first = at + 1
    return kept


def _without_pleas(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out a `pls` before a request that goes: `guys pls dont laugh`."""
    kept = list(fates)
    for at, (one, other) in enumerate(pairwise(fates)):
        before = fates[at - 1] if at else None
        is_of_before = before is not None and _is_asked(before)
        if _is_plea(one) and not (other.stays or is_of_before):
            kept[at] = Fate(one.clause, "")
    return kept


def _is_asked(fate: Fate) -> bool:
    """Return whether this is a request that stays and whose sentence goes on: `can someone grab mine pls`."""
    return _is_kept_clause(fate) and asks(fate.clause) and not fate.clause.ends.strip()


def _is_plea(fate: Fate) -> bool:
    is_closer = fate.words is None and fate.clause.kind is ClauseKind.CLOSER
    return is_closer and grammar("polite").issuperset(fate.clause.words) and not fate.clause.ends.strip()


_LONGEST_THEN = 4
"""A clause of no more tokens is little but `till then`."""


def _without_thens(fates: Sequence[Fate]) -> list[Fate]:
    """Shorten a request by the `till then` at its end if what was said before goes."""
    kept = list(fates)
    for at, fate in enumerate(kept):
        before = next((one for one in reversed(kept[:at]) if one.clause.kind is ClauseKind.CLAUSE), None)
        clause, is_lost = fate.clause, before is not None and not before.stays and _is_kept_clause(fate)
        if is_lost and " ".join(clause.words[-2:]) in grammar("then") and len(clause.tokens) > _LONGEST_THEN:
            kept[at] = Fate(Clause(clause.tokens[:-2], clause.kind, clause.link, clause.ends), None)
    return kept


def _is_kept_clause(fate: Fate) -> bool:
    return fate.words is None and fate.clause.kind is ClauseKind.CLAUSE


def _is_same_sentence(before: Clause) -> bool:
    return before.kind is not ClauseKind.OPENER and not before.is_last_of_sentence


def _is_lone(clause: Clause) -> bool:
    """Return whether a sentence is only a laugh at the one before, or swears that it is so: `lol.`, `honestly.`."""
    return clause.is_last_of_sentence and (grammar("laughs") | grammar("swearing")).issuperset(clause.words)


_AGREEING = frozenset({"ok", "okay"})
"""Unlike `hi`, these only led to what went."""


def _opened(fate: Fate, later: Sequence[Fate], *, is_empty: bool, is_after_cut: bool) -> Fate:
    """Leave out an opening `lol` or `ew` whose sentence goes, but keep a name and a greeting."""
    is_opening = fate.words is None and fate.clause.kind is ClauseKind.OPENER
    if is_opening and is_after_cut and (_is_lone(fate.clause) or grammar("sounds").issuperset(fate.clause.words)):
        return Fate(fate.clause, "")
    following = next((one for one in later if one.clause.kind is not ClauseKind.OPENER), None)
    is_aside = fate.clause.kind is ClauseKind.CLAUSE and is_all(fate.clause.tokens, "openers")
    is_opener = fate.words is None and (fate.clause.kind is ClauseKind.OPENER or is_aside)
    if not is_opener or following is None or following.words is None:
        return fate
    clause, goes_on = fate.clause, any(one.stays and one.clause.kind is ClauseKind.CLAUSE for one in later)
    greetings = grammar("greetings") if following.stays else grammar("greetings") - _AGREEING
    kept = tuple(
        token
        for token in clause.tokens
        if not token.is_emoji
        and (" ".join(token.plain) not in grammar("openers") or token.plain[0] in greetings)
        and token.plain[0] not in grammar("things")
    )
    is_heading = ":" in clause.ends and not following.stays and greetings.isdisjoint(clause.words)
    if is_empty or is_heading or is_aside or not goes_on or all(token.plain == ("dear",) for token in kept):
        return Fate(clause, "")
    return Fate(Clause(kept, clause.kind, "", clause.ends), None)
