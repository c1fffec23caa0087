"""What must not go to people the child does not know, whatever else a draft says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.counsel.counts import holds_number, without_counts
from coach.counsel.words import grammar, has_any, towns

_CLASS = re.compile(r"\b1?\d ?[a-f]\b", re.IGNORECASE)
_AT_PLACE = re.compile(
    r"\b(?:in|at|from|near|outside|opposite|behind|around|round|beside"
    r"|(?:go|going|goes|come|coming|went|move|moved|moving|fly|flying|trip) to)"
    r" (?=(?P<name>(?:the )?[^\W\d_][\w'\u2019]*(?: [^\W\d_][\w'\u2019]*)?))",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b(?:at|by|from|till?|until|around|about|before|after) (?:half )?\d{1,2}\b"
    r"(?! ?(?:%|points?|people|kids|goals?|levels?))"
    r"|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b",
    re.IGNORECASE,
)


def is_risky(words: Sequence[str], *, gives_away: bool) -> bool:
    """Return whether words arrange to meet, hand something over, ask about the other, or help to find the child.

    Args:
        words: some words in plain spelling.
        gives_away: whether the draft gave away a detail: what only hints at the same one is risky then.
    """
    words = _without_and(words)
    lists = ("arranging", "handing", "identifying", "regularly") if gives_away else ("arranging",)
    is_asked = gives_away and asks_back(words)
    return is_asked or any(has_any(words, name) for name in lists) or _asks_about_them(words)


def asks_back(words: Sequence[str]) -> bool:
    """Return whether a stranger is asked the same: `im 10 and you?`, but not `and you hit the legs first`."""
    trios = zip(["", *words], words, [*words[1:], ""], strict=False)
    asked = [word for before, word, after in trios if not (before == "and" and word == "you" and _tells_how(after))]
    return has_any(asked, "asking-back")


def _tells_how(word: str) -> bool:
    return word in grammar("tip-deeds") | {"have", "need", "just", "can", "get"}


def _without_and(words: Sequence[str]) -> list[str]:
    """Return words without an `and` between two verbs of one invitation: `come and watch`, `pop n see us`."""
    pairs = pairwise(["", *words])
    return [word for before, word in pairs if not (word in {"and", "n"} and before in {"come", "go", "pop"})]


def hints(words: Sequence[str], text: str) -> bool:
    """Return whether a clause beside a detail could help to find the child too, or is about home, health or family.

    What is not sure to be harmless there is not worth the risk: who is out, what is broken, when somebody is where.
    """
    if has_any(words, "by-oneself") and grammar("making").isdisjoint(words):
        return True
    words = _without_offers(words)
    is_at_work = not _AT_WORK.isdisjoint(words) and not (grammar("others") | grammar("family")).isdisjoint(words)
    is_near = is_at_work or has_any(words, "hinting") or has_any(words, "identifying")
    return is_near or not (grammar("placing") - _PLAIN).isdisjoint(words) or holds_number(text.lower())


def hints_or_names_family(words: Sequence[str], text: str) -> bool:
    """Return whether `hints` says so, or somebody of the family is named; takes the same arguments."""
    return hints(words, text) or not grammar("family").isdisjoint(words)


def _without_offers(words: Sequence[str]) -> list[str]:
    """Return words without an `away` that is given, and a `building` that is a verb: `i like building farms`."""
    pairs = pairwise(["", *(words[1:] if next(iter(words), "") == _I_WILL else words)])
    return [word for before, word in pairs if (before, word) not in _OFFERED and not _is_built(before, word)]


def _is_built(before: str, word: str) -> bool:
    return word == "building" and before in _BEFORE_VERB


_BEFORE_VERB = frozenset({"", "i", "like", "love", "am", "are", "im", "been", "of", "and", "just", "for"})
"""After these, and at the beginning, `building` is what somebody does."""
_I_WILL = "ill"
"""At the beginning it is `i will`, and nobody is sick."""
_OFFERED = {("giving", "away"), ("give", "away")}
_AT_WORK = frozenset({"works", "working"})
_PLAIN = frozenset({"am", "may", "today", "name", "number", "work"})
"""Words of `placing` that show a place only beside others."""


def _asks_about_them(words: Sequence[str]) -> bool:
    """Return whether somebody is asked who or where they are: `your` and `school` are close to each other."""
    if has_any(words, "asking-about"):
        return True
    theirs = [at for at, word in enumerate(words) if word in grammar("yours")]
    return any(not grammar("personal").isdisjoint(words[max(at - _CLOSE, 0) : at + _CLOSE + 1]) for at in theirs)


_CLOSE = 2
"""Most words from `your` to what is asked."""


def without_harmless(text: str) -> str:
    """Return a text without the grade of an exam in music or dance, which shows no school, and other harmless words.

    These are what a gift or money was for, how many there were, and which tips are asked for. So nothing is left of
    `grade 2 violin` but `violin`, and of `a bike for my birthday` but `a bike`.
    """
    text = _GIVEN.sub(" ", _HARMLESS.sub(" ", _EXAM.sub("", text)))
    return without_counts(_RAISED.sub(r"\1", _TIPS.sub(r"\1", text)))


_HARMLESS = re.compile(
    r"\b\d{1,2} (?:ginger|gr[ae]y|black|white|brown|tabby|golden|cream|spotted|stripy)\b"
    r"|\bi(?: am|'?m) (?:always|usually) (?:the )?(?:slowest|slow|last|worst|nervous|tired|shy|scared)\b"
    r"|\bstop motion\b|\ba good home\b|\b(?:keep|keeps|kept) going\b|\bswimming (?=(?:test|badge|medal)\b)",
    re.IGNORECASE,
)
_TIPS = re.compile(
    r"(?:\bdrop (?:me |us )?)?\b((?:\w+ ){0,2}(?:recs|wrecks|recommendations|tips|ideas|suggestions))\b"
    r"(?: for the (?:flight|trip|journey))?",
    re.IGNORECASE,
)
"""What is asked for; in plain spelling `recs` is `wrecks`."""
_RAISED = re.compile(
    r"\b((?:raised|collected|made|baked|sold) (?:[\w$£€]+ ){1,4})"
    r"for (?:the|our) (?:\w+ )?(?:library|hospital|shelter|hospice)\b",
    re.IGNORECASE,
)
"""Whom money was raised for says nothing of where the child is."""
_GIVEN = re.compile(r" for (?:my|his|her|our) (?:birthday|bday|b-day)\b", re.IGNORECASE)
_EXAM = re.compile(
    r"\b(?:grade|gr|level) \d (?=(?:piano|violin|viola|cello|guitar|flute|drums|recorder|trumpet|clarinet|ballet"
    r"|tap|singing|theory|sax|harp|horn|dance)\b)",
    re.IGNORECASE,
)


def names_class(text: str) -> bool:
    """Return whether a class such as `7B` is named; in plain spelling it could be read as `tb`."""
    return _CLASS.search(text) is not None


def shows_place(text: str) -> bool:
    """Return whether a town or a place with a name is said to be where something or somebody is: `in Nakuru`."""
    return any(_is_named(found["name"]) for found in _AT_PLACE.finditer(text))


def _is_named(name: str) -> bool:
    """Return whether this is a town, or begins with a capital as names of places do."""
    first, *rest = name.removeprefix("the ").split()
    if first.lower() in grammar("no-place") or not first:
        return False
    is_capital = first[0].isupper() and (len(first) > 1 and not first.isupper())
    return is_capital or not towns().isdisjoint({first.lower(), " ".join([first, *rest]).lower()})


def shows_when(words: Sequence[str], text: str) -> bool:
    """Return whether a day or an hour is given at which somebody is somewhere: `training at the pool, 4:30`."""
    is_dated = _HOUR.search(text) is not None or not grammar("weekdays").isdisjoint(words)
    return is_dated and has_any(words, "being-somewhere")
