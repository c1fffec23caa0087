"""Pieces of a sentence that cannot be sent alone after other clauses of the message went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.counsel.alone import asks, is_existing, is_of_nothing, is_piece, orders
from coach.counsel.beginnings import begins_clause
from coach.counsel.borders import trails_off
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.fates import Fate
from coach.counsel.leaning import leans_back
from coach.counsel.objects import waits_for_object
from coach.counsel.words import begins_with, grammar, has_any, has_place
from coach.engine.text.first_names import first_names


def without_pieces(fates: Sequence[Fate]) -> list[Fate]:
    """Leave out clauses that lead to one that went, lean on it, or only say how to use it."""
    kept = list(fates)
    for at in reversed(range(len(kept))):
        if _is_kept(kept[at]) and _is_of_next(kept, at):
            kept[at] = Fate(kept[at].clause, "")
        elif _is_kept(kept[at]) and (loose := _loose_end(kept, at)):
            clause = kept[at].clause
            kept[at] = Fate(replace(clause, tokens=clause.tokens[:-loose]), None)
    for at in range(len(kept)):
        if _is_kept(kept[at]) and (_is_torn(kept, at) or leans_back(kept, at) or _is_scrap(kept, at)):
            kept[at] = Fate(kept[at].clause, "")
    return kept


def _is_of_next(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause needs the next one, which went: a name called, `also`, `here it is:`."""
    following = _next(fates, at)
    if _is_torn_subject(fates, at) or _loses_relative(fates, at) or _bursts(fates, at) or _is_bare_ask(fates, at):
        return True
    is_joint = " ".join(fates[at].clause.words) in grammar("joining") and following is not None and not following.stays
    return is_joint or _is_lone_name(fates, at) or _leads_on(fates[at].clause, following) or _describes_name(fates, at)


def _is_torn_subject(fates: Sequence[Fate], at: int) -> bool:
    """Return whether nothing is said any more of somebody at the beginning: `the linesman, blind fool, was`."""
    clause, following = fates[at].clause, fates[at + 1] if at + 1 < len(fates) else None
    begins = at == 0 or fates[at - 1].clause.is_last_of_sentence
    is_open = following is not None and not following.stays and not clause.is_last_of_sentence
    is_bare = clause.said[0] in grammar("possessives") and is_piece(clause) and clause.ends.strip() != ""
    return begins and is_open and is_bare and len(clause.said) <= _SCRAP and _lost_verb(fates[at + 1 :])


def _loses_relative(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a `who` that went said who is meant at the end of a clause: `thanks to everyone who cheered`."""
    clause, following = fates[at].clause, fates[at + 1] if at + 1 < len(fates) else None
    if following is None or following.stays or clause.ends.strip() or following.clause.kind is not ClauseKind.CLAUSE:
        return False
    is_relative = following.clause.said[0] in {"who", "which", "whose"} and "?" not in following.clause.ends
    return is_relative and not following.clause.link and len(following.clause.said) > 1 and not asks(clause)


def _bursts(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause says only how somebody feels about news that went: `im bursting, Theo told me`."""
    clause, following = fates[at].clause, _next(fates, at)
    said = clause.said[clause.said[0] in grammar("openers") and len(clause.said) > 1 :]
    return following is not None and not following.stays and " ".join(said) in grammar("bursting")


def _is_bare_ask(fates: Sequence[Fate], at: int) -> bool:
    """Return whether nothing is asked any more of whoever is spoken to: `can you just`, `lads will ye`."""
    clause, following = fates[at].clause, fates[at + 1] if at + 1 < len(fates) else None
    if following is None or clause.ends.strip():
        return False
    if following.words and clause.said[-1] == "to":
        return True
    if following.stays:
        return False
    if clause.said[-2:-1] == ("how",):
        return True
    said = list(clause.said)
    while len(said) > 1 and said[-1] in _URGING:
        said.pop()
    is_thing = following.clause.kind is ClauseKind.CLAUSE and following.clause.said[0] in {"ur", "your"}
    if is_thing and waits_for_object(clause):
        return True
    return said[-1] in _YOU and said[-2:-1] != [] and said[-2] in _WILL


_URGING = frozenset({"just", "please", "pls", "all", "lot", "guys", "two", "both", "actually"})
_YOU, _WILL = frozenset({"you", "ye", "u", "ya", "yall"}), frozenset({"can", "could", "will", "would"})


def _lost_verb(following: Sequence[Fate]) -> bool:
    """Return whether the verb of a sentence is in one of the clauses that went after its subject."""
    for one in following:
        if one.stays:
            return False
        if one.clause.said[0] in grammar("auxiliaries"):
            return True
        if one.clause.is_last_of_sentence:
            return False
    return False


def _describes_name(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause ends amid what somebody is called next, which went: `is such a cheating`."""
    clause, following = fates[at].clause, fates[at + 1] if at + 1 < len(fates) else None
    if following is None or following.stays or following.clause.kind is not ClauseKind.NAME or clause.ends.strip():
        return False
    if _lacks_object(clause):
        return True
    article = next((n for n, word in enumerate(clause.words) if n and word in _ARTICLES), 0)
    return article >= len(clause.words) - _DESCRIBED and clause.words[article - 1] in _SUCH


def _lacks_object(clause: Clause) -> bool:
    """Return whether a clause ends with a verb whose object went: `we all needed`, but not `thats all i need`."""
    is_asked = not (grammar("asking") | grammar("relative") - {"all"} | {"thats"}).isdisjoint(clause.words)
    return len(clause.said) > 1 and clause.words[-1] in grammar("needing-object") and not is_asked


_ARTICLES, _SUCH = frozenset({"a", "an"}), frozenset({"such", "is", "are", "am", "still", "just", "really", "only"})
_DESCRIBED = 3
"""Most words from the article to the end of a clause that goes on in a name."""


def _is_lone_name(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a name is called in vain, as nothing is left of what was said to whoever it is."""
    clause = fates[at].clause
    if clause.link or len(clause.said) > 1 or clause.said[0] in grammar("openers") or clause.is_last_of_sentence:
        return False
    for one in fates[at + 1 :]:
        if one.clause.kind is ClauseKind.CLAUSE:
            return not one.stays
        if one.clause.is_last_of_sentence:
            return not one.stays
    return any(one.clause.kind is ClauseKind.NAME for one in fates[at + 1 :])


def _loose_end(fates: Sequence[Fate], at: int) -> int:
    """Return how many tokens at the end of a clause belong to the next one, which went: `and liam`, `even tho`."""
    clause, following = fates[at].clause, fates[at + 1] if at + 1 < len(fates) else None
    if following is None or following.stays or clause.ends.strip() or len(clause.tokens) <= _SCRAP:
        return 0
    if " ".join(clause.words[-2:]) in grammar("dependent"):
        return 2
    return 2 if _names_next(fates, at) else int(clause.words[-1] in grammar("dependent") | grammar("coordinate"))


def _names_next(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a clause ends with the name of whoever the next one, which went, is said to: `and liam`."""
    clause, following = fates[at].clause, _next(fates, at)
    if following is None or following.stays or clause.ends.strip() or len(clause.tokens) <= _SCRAP:
        return False
    if clause.tokens[-2].plain not in _JOINING or not _is_said_to(following):
        return False
    return following.clause.kind is not ClauseKind.NAME or clause.words[-1] in first_names()


_JOINING = {("and",), ("but",), ("n",)}


def _is_said_to(fate: Fate) -> bool:
    return fate.clause.said[0] in {"you", "ur", "your", "he", "she", "is"}


def _is_kept(fate: Fate) -> bool:
    return fate.words is None and fate.clause.kind is ClauseKind.CLAUSE


def _next(fates: Sequence[Fate], at: int) -> Fate | None:
    later = (one for one in fates[at + 1 :] if one.clause.kind is not ClauseKind.CLOSER)
    return next(later, None)


def _is_scrap(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a short sentence without a verb only went on with one that went: `an OPEN net.`, `simple as.`."""
    clause, before = fates[at].clause, fates[at - 1] if at else None
    if before is None or before.stays or _is_noun_alone(clause, before.clause):
        return before is not None and not before.stays
    if clause.said in _SAID:
        return True
    is_torn = _goes_on_after(before) and not clause.link
    if is_torn and len(clause.said) <= _SCRAP and is_piece(clause) and "?" in clause.ends:
        return not begins_with(clause.said, "plans")
    is_short = len(clause.said) <= _SCRAP and is_piece(clause) and "?" not in clause.ends
    is_sentence = before.clause.is_last_of_sentence and (clause.is_last_of_sentence or at + 1 == len(fates))
    return is_sentence and is_short and not _says_something(clause)


_SAID = {("you", "said"), ("i", "said"), ("he", "said"), ("she", "said"), ("they", "said"), ("you", "asked")}
"""Behind what went, they are the end of it: `like you said`."""


def _goes_on_after(fate: Fate) -> bool:
    """Return whether this is a clause whose sentence goes on."""
    return fate.clause.kind is ClauseKind.CLAUSE and not fate.clause.is_last_of_sentence


_SCRAP = 4
"""Most words of a sentence that may only go on with the one before."""


def _says_something(clause: Clause) -> bool:
    """Return whether a piece gives a time, names what is planned, or says how somebody feels."""
    is_timed = has_place(clause.said) or not (grammar("days") | grammar("things")).isdisjoint(clause.said)
    return is_timed or clause.said[0] in {"so", "such"} or has_any(clause.said, "praising")


def _is_noun_alone(clause: Clause, before: Clause) -> bool:
    """Return whether a noun is only described after a list that went: `then double art which is the best bit`."""
    at = next((at for at, word in enumerate(clause.said) if word == "which"), 0)
    return at > 0 and not before.is_last_of_sentence and not grammar("auxiliaries") & set(clause.said[:at])


def _is_torn(fates: Sequence[Fate], at: int) -> bool:
    """Return whether a cut tears a sentence where no clause ends or begins: `they let`, `wipes it under the desk`."""
    clause, before, following = fates[at].clause, fates[at - 1] if at else None, next(iter(fates[at + 1 :]), None)
    if following and not following.stays and not clause.is_last_of_sentence and _is_begun(clause, following.clause):
        return True
    if before is None or before.stays:
        return False
    return _goes_on(clause, before.clause)


def _goes_on(clause: Clause, before: Clause) -> bool:
    """Return whether a clause goes on with the sentence of the one before, which went."""
    if before.kind is ClauseKind.OPENER and not before.ends.strip():
        return clause.said[0] in grammar("auxiliaries") and "?" not in clause.ends
    if before.kind is not ClauseKind.CLAUSE:
        return False
    if before.is_last_of_sentence or before.ends.strip():
        return False
    is_headless = clause.said[0] in {"was", "were"} and "?" not in clause.ends
    if is_headless or (not clause.link and (not _TELLING.isdisjoint(before.said) or _is_consequence(clause, before))):
        return True
    waits = before.words[-1] in grammar("relative") | grammar("dependent") | grammar("asking")
    if before.words[-1] in _ASKING and clause.said[0] in grammar("asking") and "?" not in clause.ends:
        return True
    return not _begins_anew(clause) or (waits and not clause.link)


def _is_consequence(clause: Clause, before: Clause) -> bool:
    """Return whether a `so` in what went leads to a clause: `so ugly i had to skip`."""
    is_so = not {"so", "such", "too"}.isdisjoint(before.said[-_SCRAP:])
    return is_so and clause.said[0] in {"i", "we"} and clause.said[1:3] in _HAVING


_HAVING = {("had", "to"), ("could", "not"), ("can", "not"), ("nearly", "died"), ("almost", "died"), ("fell", "asleep")}
_ASKING = frozenset({"asking", "ask", "asks", "asked", "wondering", "know", "knows"})
"""What is asked goes with them: `you keep asking what was wrong`."""
_TELLING = frozenset({"tell", "tells", "told", "telling"})
"""What they tell goes with them: `dont tell my sister i told u`."""


def _is_begun(clause: Clause, following: Clause) -> bool:
    """Return whether a clause is only the beginning of a sentence that goes on in the next: `to get in my tablet`."""
    begins = clause.said[0] in grammar("prepositions") | {"as", "since"} and is_piece(clause)
    begins = begins and not _is_for_next_time(clause)
    runs_on = following.kind is ClauseKind.CLAUSE and not clause.ends.strip() and not _begins_anew(following)
    is_cut_short = runs_on or (orders(following) and not clause.ends.strip() and trails_off(clause.tokens))
    is_price = clause.said[-1] == "each" and clause.ends.strip() != ""
    return begins or is_cut_short or (clause.said[-1] in grammar("unfinished") and not is_price)


def _is_for_next_time(clause: Clause) -> bool:
    """Return whether something is asked for the next time: `next round stay on the point`."""
    asked = grammar("imperatives") | grammar("softened")
    return clause.said[0] == "next" and len(clause.said) > _SCRAP and clause.said[2] in asked


def _begins_anew(clause: Clause) -> bool:
    is_named = not grammar("auxiliaries").isdisjoint(clause.said[1:2])
    return bool(clause.link) or begins_clause(clause.body) or is_named or is_of_nothing(clause) or is_existing(clause)


def _leads_on(clause: Clause, following: Fate | None) -> bool:
    """Return whether a clause announces the next one, which went: `so here it is:`, or is nothing without its `but`."""
    if following is None or following.stays:
        return False
    excuses = begins_with(clause.said, "hedges") or begins_with(clause.said, "hushing")
    if excuses and "but" in {following.clause.link, clause.words[-1]}:
        return True
    if following.clause.kind is ClauseKind.NAME:
        return False
    if not {":", "="}.isdisjoint(clause.ends):
        return clause.words[-1] not in _AT_HOME
    if clause.is_last_of_sentence:
        return False
    is_hour = clause.words[-1] == "am" and clause.words[-2:-1] != () and clause.words[-2].isdigit()
    is_open = not (clause.ends.strip() or is_hour) and not grammar("leading-on").isdisjoint(clause.words[-1:])
    is_heading = clause.said[0] == "heres" or clause.said[:2] == ("here", "is")
    return is_open or is_heading


_AT_HOME = frozenset({"mine", "ours"})
"""`it is at mine:` is whole without the address."""
