"""What a clause becomes that gives too much away: less exact, as its place in the sentence and the audience allow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.counsel.alone import asks
from coach.counsel.clauses import Clause
from coach.counsel.doors import asked_at_door
from coach.counsel.draft import Draft
from coach.counsel.nouns import code_of, event_of, is_slow, is_wifi, news_of, prize_of, slowness_of
from coach.counsel.openness import hints_or_names_family, is_risky, shows_place
from coach.counsel.templates import fillings, templates_in
from coach.counsel.tokens import Token, Tokens, has_verb, plain_words
from coach.counsel.words import grammar, has_place
from coach.models import Audience, Concern, Flag

_CUT_AT_THE_END = frozenset({"address", "contact"})
_LEAST = 3
"""Fewest words of a clause that is whole without its end."""


def covered(draft: Draft, clause: Clause) -> str | None:
    """Return what a clause becomes that gives too much away, or None if nothing is left of it."""
    if draft.is_open and draft.offers_trade:
        return None
    if not draft.is_open and (named := _first_name(draft, clause)):
        return named
    if noun := _by_noun(draft, clause):
        return draft.style.said(noun)
    is_urged = len(clause.body) > 1 and clause.body[0].plain[0] in grammar("urging") and _asks_to_write(clause.body[1])
    tokens = _collapsed(draft, clause.body[1:] if is_urged else clause.body)
    templates = [*draft.edits_of(clause), *templates_in("cover")]
    found = (one for one in fillings(templates, draft.text, tokens, draft.audience) if not _asks_twice(draft, one))
    filled = next(found, "Ask me for the wifi" if is_wifi(draft, clause) else None)
    ended = "" if filled else _without_end(draft, clause, tokens) or _head(draft, clause)
    left = "" if filled else ended or _without_dates(draft, clause)
    if draft.is_open and hints_or_names_family(left.lower().split(), left):
        return ""
    words = draft.style.said(filled) if filled else left
    if words and draft.is_open and (_tells(words.lower().split()) or shows_place(words)):
        return ""
    return words


def _asks_to_write(token: Token) -> bool:
    return token.plain[0] in grammar("contacting")


def _asks_twice(draft: Draft, words: str) -> bool:
    """Return whether words ask to be asked for a number beside another detail that has to be asked for."""
    kinds = {flag.category for flag in draft.report.of(Concern.OVERSHARING)}
    return words.startswith("Ask me for my ") and len(kinds) > 1


def _by_noun(draft: Draft, clause: Clause) -> str:
    """Return what can be said of what a code opens, a ticket is for or a picture shows; empty if nothing can."""
    if door := asked_at_door(draft, clause):
        return door
    code = code_of(draft, clause)
    if code and code.rpartition(" ")[0] not in grammar("home-locks"):
        return f"Ask me for the {code}"
    if event := event_of(draft, clause):
        return f"I'm going to the {event.lower()}"
    if is_slow(draft, clause):
        return slowness_of(draft, clause)
    if draft.holds("photo") and (prize := prize_of(draft, clause)):
        return f"I got {prize}"
    news = news_of(draft, clause) if draft.holds("photo") else ""
    return news[:1].upper() + news[1:]


def _tells(words: Sequence[str]) -> bool:
    """Return whether words would still help somebody to find the child."""
    left = [word for word in words if word not in _WORN]
    return has_place(left) or is_risky(left, gives_away=True)


_WORN = frozenset({"blazer", "tie", "uniform"})
"""Without the name of the school and a picture, these show nothing."""


def _without_end(draft: Draft, clause: Clause, tokens: Tokens) -> str | None:
    """Return a clause without the detail at its end and the preposition before, if enough is left."""
    kept, is_detail = list(tokens[:-1]), tokens[-1].plain[0].startswith("<")
    if draft.is_open and tokens[0].plain[0] in grammar("contacting"):
        return None
    if not draft.names <= _CUT_AT_THE_END or not is_detail or "<" in "".join(plain_words(kept)):
        return None
    while kept and kept[-1].plain[-1] in grammar("prepositions"):
        kept.pop()
    return draft.text[clause.start : kept[-1].end] if _is_whole(kept) else None


def _head(draft: Draft, clause: Clause) -> str | None:
    """Return what is announced or asked before it is said where: `first gig`, `can you feed the cat`."""
    body = clause.body
    is_news, is_asked = body[0].plain[0] in grammar("announced"), asks(clause)
    ends = {"while", "whilst"} | (grammar("locating") if is_news else set())
    at = next((at for at, token in enumerate(body) if token.plain[0] in ends), 0)
    if at < _LEAST or not (is_news or is_asked):
        return None
    names = {flag.category.rpartition("/")[2] for flag in _details(draft, clause)}
    following = next((one for one in draft.clauses if one.start >= clause.end), None)
    is_polite = following is not None and grammar("polite").issuperset(following.words)
    mark = "?" if body[0].plain[0] in grammar("questions") and not is_polite else ""
    return draft.text[clause.start : body[at - 1].end] + mark if names <= _WHERE else None


def _without_dates(draft: Draft, clause: Clause) -> str:
    """Return where a friend hears that the family goes, without when: `im going to Florida`; empty if nothing is left.

    Nobody needs to know the dates, or that the house is empty.
    """
    kinds = {flag.category.rpartition("/")[2] for flag in _details(draft, clause)}
    if draft.audience is not Audience.FRIEND or kinds != {"holiday"} or draft.holds("home-alone"):
        return ""
    at = next((at for at, token in enumerate(clause.body) if at > _LEAST and token.plain[0] in _DATING), 0)
    kept = clause.body[:at]
    goes = bool(kept) and "to" in plain_words(kept) and has_verb(kept) and kept[-1].plain[-1] not in grammar("waiting")
    return draft.text[clause.start : kept[-1].end] if goes and not has_place(plain_words(kept)) else ""


_DATING = frozenset({"on", "from", "until", "till", "til", "next", "this", "between"})


def _details(draft: Draft, clause: Clause) -> list[Flag]:
    return [flag for flag in draft.report.of(Concern.OVERSHARING) if clause.meets(flag.start, flag.end)]


_WHERE = frozenset({"holiday", "routine", "school", "location-now", "address"})
"""Details of which only where or when gives something away."""


def _is_whole(tokens: Tokens) -> bool:
    """Return whether a clause is whole, and does not announce what followed: `my number is`, `so heres mine`."""
    if len(tokens) < _LEAST or not has_verb(tokens):
        return False
    words = plain_words(tokens)
    if words[0] in {"i", "we"} and words[-1] in grammar("torn-from-place"):
        return False
    if words[-1] in grammar("objects") and words[-2] in grammar("handing-over") | {"take"}:
        return False
    if words[-1] in _NUMBERED:
        return False
    announces = not {"here", "heres"}.isdisjoint(words)
    return not announces and tokens[-1].plain[-1] not in grammar("waiting") | grammar("announcing")


_NUMBERED = frozenset({"unit", "flat", "number", "apt", "apartment", "room", "suite"})
"""A number follows these: `post it to unit`."""


def _first_name(draft: Draft, clause: Clause) -> str:
    """Return a clause with only the first name of a full one; empty if it holds another detail."""
    details = _details(draft, clause)
    if [flag.category for flag in details] != [f"{Concern.OVERSHARING}/full-name"]:
        return ""
    name = details[0].phrase.split()
    if name[0].lower() in grammar("auxiliaries") or _is_phrase(name):
        return ""
    kept = name[:2] if name[0].rstrip(".").lower() in grammar("titles") else name[:1]
    return draft.text[clause.start : details[0].start] + " ".join(kept) + draft.text[details[0].end : clause.end]


def _is_phrase(name: Sequence[str]) -> bool:
    """Return whether what was taken for a name has other words too: `Kiera fancies Mr Doyle`."""
    cases = {word[0].isupper() for word in name if word.lower() not in grammar("in-names")}
    return len(cases) > 1


def _collapsed(draft: Draft, tokens: Tokens) -> list[Token]:
    """Return tokens with one, named by its category, for each detail."""
    found, flags = list[Token](), draft.report.of(Concern.OVERSHARING)
    for token in tokens:
        flag = next((one for one in flags if one.meets(token.start, token.end)), None)
        if flag is None:
            found.append(token)
        elif not found or found[-1].end != flag.end:
            found.append(Token(flag.start, flag.end, (_detail_name(flag, draft.text[flag.start : flag.end + 2]),)))
    return found


_OWNER = re.compile(r"['\u2019]s?$")


def _detail_name(flag: Flag, written: str) -> str:
    """Return how templates write a detail; a teacher, a room or `St. Anne's` is only something of a school.

    Args:
        flag: the flag of a detail.
        written: its phrase and the two characters behind it.
    """
    name = flag.category.partition("/")[2]
    is_named = flag.rule.endswith("/school-name") and not _OWNER.search(written.strip())
    is_place = name != "school" or is_named or not grammar("schools").isdisjoint(flag.phrase.lower().split())
    return f"<{name if is_place else 'at-school'}>"
