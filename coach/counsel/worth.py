"""What is worth sending of a draft that hurts or threatens: what was wanted, what happened, and how it felt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.alone import asks, is_of_nothing, is_piece, orders
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.declining import declines
from coach.counsel.deeds import BEING, complains, without_then
from coach.counsel.draft import Draft
from coach.counsel.pictured import dislikes_own_picture
from coach.counsel.praise import names_what_is_good, praises_thing, thanked_for
from coach.counsel.words import begins_with, grammar, has_any, is_past

WEEKDAYS = grammar("weekdays") - {"now", "sat", "sun"}
"""Without words that are seldom days."""
_SNEER = 3
"""So many words about oneself are more often a sneer: `i could never`."""


def is_worth_keeping(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause is a reason to send a draft that mocked, left out or threatened.

    That is a request, a question about something else, a plan, or a complaint about what was done to the writer.
    Everything else around mockery may only have led to it.
    """
    said = without_then(_without_greeting(reported(clause)))
    is_own = not grammar("first-person").isdisjoint(clause.said)
    is_about_others = not grammar("others").isdisjoint(said)
    if _advises(said) or (declines(clause) and not draft.is_pressing):
        return True
    if is_warm(clause) or (not draft.is_pressing and (praises_thing(clause) or names_what_is_good(clause))):
        return True
    is_plan = begins_with(said, "plans") and said[:2] != ("we", "are")
    if said[0] in grammar("notices") or is_plan or (orders(clause) and said[:2] != ("do", "not")):
        return True
    if asks(clause) or ("?" in clause.ends and not is_piece(clause)):
        is_asked = len(said) > _SNEER and (is_own or not is_about_others or asks_after(said))
        return is_asked or (complains(said, is_own=False) and not draft.laughs)
    is_fact = _is_timed(clause, draft) or _is_of_things(said) or _is_own_news(clause, draft) or _is_at_last(said)
    is_fact = is_fact or (not draft.is_pressing and _is_before_turn(clause, draft))
    is_complaint = complains(said, is_own=is_own) and (is_own or not draft.laughs)
    is_fact = is_fact or _is_calm_fact(said, clause, draft)
    return is_complaint or tells_own_side(clause) or (not is_about_others and is_fact)


def _without_greeting(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without who is greeted at their beginning: `lads the money is due friday`."""
    return said[1:] if said[0] in grammar("greetings") and len(said) > _SNEER else said


def _is_own_news(clause: Clause, draft: Draft) -> bool:
    """Return whether a sentence before any that hurts is about the writer: `hi everyone im back from spain`."""
    if draft.is_pressing or clause.link or clause.said[0] not in grammar("first-person") or "?" in clause.ends:
        return False
    first = next((at for at, near in enumerate(draft.is_beside_hurt) if near), 0)
    is_before = clause.end <= draft.clauses[first].start and _is_exclaimed(clause, draft)
    return is_before and len(clause.said) > _SNEER and not is_piece(clause) and not has_any(clause.said, "own-laughs")


def _is_at_last(said: Sequence[str]) -> bool:
    """Return whether something good came at last, to nobody who is spoken of: `braces finally off after two years`."""
    is_plain = not (has_any(said, "scorning") or has_any(said, "describing"))
    return "finally" in said[:3] and len(said) > _SNEER and is_plain


def _is_exclaimed(clause: Clause, draft: Draft) -> bool:
    following = next((one for one in draft.clauses if one.start >= clause.end), None)
    is_shown = following is not None and following.kind is not ClauseKind.CLAUSE and following.tokens[0].is_emoji
    return "!" in clause.ends or is_shown


def is_calm_before_turn(clause: Clause) -> bool:
    """Return whether a clause before a `but` says something of a thing: `this song got me through the week`."""
    is_of_nobody = grammar("others").isdisjoint(clause.said) and clause.said[0] not in grammar("subjects") | _EXCUSING
    is_whole = len(clause.said) > _SNEER and not is_piece(clause)
    return is_of_nobody and is_whole and not (begins_with(clause.said, "hedges") or asks(clause))


_EXCUSING = frozenset({"no", "not", "sorry", "well"})


def _is_before_turn(clause: Clause, draft: Draft) -> bool:
    """Return whether a `but` leads from a clause to what hurts."""
    following = [one for one in draft.clauses if one.start >= clause.end and one.kind is ClauseKind.CLAUSE]
    return bool(following) and following[0].link == "but" and is_calm_before_turn(clause)


def _advises(said: Sequence[str]) -> bool:
    """Return whether it is said what would be better of a thing: `this tutorial is wrong you need less borax`."""
    return has_any(said, "advising") and not (has_any(said, "of-people") or has_any(said, "scorning"))


def _is_calm_fact(said: Sequence[str], clause: Clause, draft: Draft) -> bool:
    """Return whether a sentence far from what hurts states something of nobody: `ok so the cake is sorted`."""
    beside = zip(draft.clauses, draft.is_beside_hurt, strict=True)
    if draft.is_pressing or clause.link or any(near and one.start == clause.start for one, near in beside):
        return False
    said = tuple(word for word in said[:2] if word not in _LEADING_IN) + tuple(said[2:])
    is_stated = said[0] in {"the", "our"} and len(said) > _SNEER
    return is_stated and grammar("crowds").isdisjoint(said) and not has_any(said, "scorning")


_LEADING_IN = {"ok", "okay", "so", "right", "well", "and"}


def is_warm(clause: Clause) -> bool:
    """Return whether a clause greets, congratulates or looks forward to something: `happy birthday`."""
    said, others = clause.said, grammar("others") & set(clause.said)
    if (begins_with(said, "greeting-well") and len(said) > 1) or _thanks_kindly(said):
        return True
    if said[:2] in _FINALLY and said[-1].isdigit() and len(said) == _SNEER:
        return True
    is_for_event = others <= _YOUR and not (grammar("things") | _EVENTS).isdisjoint(said)
    return begins_with(said, "looking-forward") and (not others or is_for_event)


def _thanks_kindly(said: Sequence[str]) -> bool:
    """Return whether somebody is thanked for being kind: `thx for sticking up for me at lunch`."""
    if _thanks_for_thing(said):
        return True
    deed = thanked_for(said)
    if not deed or (grammar("others") - _YOUR - {"you"}) & set(said):
        return False
    return deed in grammar("kind-deeds") and not has_any(said, "mocking-turns")


def is_fond(draft: Draft) -> bool:
    """Return whether a draft laughs or is glad too, so that its `i hate you` is not meant: `i hate you i love you`."""
    return draft.laughs or any(has_any(clause.words, "fond") for clause in draft.clauses)


def _thanks_for_thing(said: Sequence[str]) -> bool:
    """Return whether somebody is thanked for what they gave: `thank you for the birthday present`."""
    words = said[1:] if said[:1] == ("thanks",) else said[2:] if said[:2] == ("thank", "you") else ()
    is_short = 1 < len(words) <= _THANKED and words[0] == "for"
    is_plain = not has_any(words, "scorning") and grammar("mocking-turns").isdisjoint(words)
    return is_short and is_plain and words[-1] in grammar("given-things")


_THANKED = 5
"""Most words for what somebody is thanked for: `for the lovely birthday present`."""


_FINALLY = {("ur", "finally"), ("youre", "finally"), ("you", "finally")}
_YOUR, _EVENTS = {"ur", "your"}, frozenset({"birthday", "show", "play", "wedding"})


def reported(clause: Clause) -> tuple[str, ...]:
    """Return what is passed on as news, by nobody in it: `they said the new map is out`; else the clause's words."""
    said = clause.said
    is_news = begins_with(said, "reporting") and said[2:3] in {("the",), ("it",), ("there",), ("our",), ("that",)}
    return said[2:] if is_news and len(said) > _SNEER + 2 else said


def asks_after(said: Sequence[str]) -> bool:
    """Return whether somebody is asked how they did something, or whether: `did you finish question 6`."""
    is_plain = (grammar("yours") - {"you"} | grammar("worn") | {"even"}).isdisjoint(said)
    is_plan = said[:3] in _JOINING_IN and not (grammar("things") | {"next"}).isdisjoint(said[3:])
    return (begins_with(said, "asking-after") or is_plan or _asks_how(said)) and is_plain and len(said) > _SNEER + 1


def _asks_how(said: Sequence[str]) -> bool:
    """Return whether it is asked what somebody works with, and for what: `what thread do you use for denim`."""
    is_using = said[-1] in {"use", "using", "used"} and said[1:2] != () and said[1] in grammar("made-with")
    return said[0] in {"what", "which"} and (has_any(said[:-1], "working-with") or is_using)


_JOINING_IN = {("are", "you", verb) for verb in ("going", "coming", "playing", "doing", "in")}


def tells_own_side(clause: Clause) -> bool:
    """Return whether a clause tells what happened to the writer, or how they feel: `i waited an hour`."""
    words = ("i", *clause.said) if clause.said[0] == "am" else clause.said
    if not grammar("first-person").isdisjoint(words) and words[-1] in _HURTING:
        return True
    if (words[0] == "i" and has_any(words, "unwell")) or dislikes_own_picture(clause):
        return True
    if words[:3] in {("it", "is", "my"), ("here", "is", "my")} or words[:2] in {("its", "my"), ("heres", "my")}:
        return True
    if words[0] not in {"i", "we"} or not grammar("third-person").isdisjoint(words):
        return False
    following = tuple(word for word in words[1:] if word not in grammar("before-verbs"))
    was_doing = words[1:2] in BEING and following[:1] != words[1:2]
    is_said = was_doing or is_past("".join(following[:1])) or following[:1] in {("need",), ("want",), ("feel",)}
    return (is_said and len(words) > _SNEER) or has_any(words, "feelings")


_HURTING = frozenset({"hurt", "stung", "hurts", "stings"})
"""At the end of a clause, they say how it felt: `that joke u made about my teeth hurt`."""


def _is_timed(clause: Clause, draft: Draft) -> bool:
    """Return whether a clause gives a time; who was left out of it is not to be sent a time."""
    is_scrap = draft.is_pressing and (len(clause.said) <= _SNEER or (is_of_nothing(clause) and "only" in clause.said))
    is_counted = (any(map(str.isdigit, "".join(clause.said))) or gives_hour(clause.said)) and not is_scrap
    is_dated = not (grammar("days") | WEEKDAYS).isdisjoint(clause.said) and not draft.is_pressing
    return (is_counted or is_dated) and "exclusion" not in draft.names


def says_what_is_liked(clause: Clause) -> bool:
    """Return whether a clause is enough to say of oneself to anybody: `i love pokemon`."""
    return begins_with(clause.said, "liking") and len(clause.said) >= _LIKED


_LIKED = 3


def tells_feat(clause: Clause) -> bool:
    """Return whether a clause is news of what the writer did for the first time: `just landed my first kickflip`."""
    said = clause.said[1:] if clause.said[0] in _JUST and len(clause.said) > 1 else clause.said
    is_own = not {"my", "our"}.isdisjoint(said) and grammar("others").isdisjoint(said)
    return is_own and "first" in said and (is_past(said[0]) or said[0] in {"i", "we"})


_JUST = frozenset({"just", "finally"})


def counts_days(clause: Clause) -> bool:
    """Return whether a post begins with the number of its day: `day 4 of learning guitar`, `camping day 1`."""
    said = clause.said[1:] if clause.said[1:2] == ("day",) else clause.said
    is_counted = said[0] == "day" and "".join(said[1:2]).isdigit()
    return is_counted and (said[2:3] == ("of",) or len(said) == _COUNTED)


_COUNTED = 2
"""`day 3` is whole."""


def gives_hour(said: Sequence[str]) -> bool:
    """Return whether an hour is written out: `at ten`."""
    return any(before == "at" and word in grammar("hours") for before, word in pairwise(said))


def is_about_things(clause: Clause) -> bool:
    """Return whether a clause is a statement about a thing: `the stall opens after lunch`, `pitch is flooded`."""
    return _is_of_things(clause.said) and not (clause.said[0] in {"the", "our"} and is_piece(clause))


def _is_of_things(said: Sequence[str]) -> bool:
    if has_any(said, "describing") or not grammar("others").isdisjoint(said):
        return False
    if any(word in grammar("things") for word in said[:2]) and len(said) >= _SNEER:
        return True
    is_thing = said[0] in {"the", "our"} and grammar("crowds").isdisjoint(said)
    return is_thing and len(said) > _SNEER
