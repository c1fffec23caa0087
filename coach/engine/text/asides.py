"""Read a message again without its asides: `they are, and im being so fr rn, thick` as `they are thick`.

An aside comes between a verb and what is said of its subject, or between a subject and its verb. Spaces replace it, so
that every character keeps its place.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from coach.engine.text.word_lists import word_list

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_APOSTROPHES = re.compile(r"\b(i)(m|ve|d)\b|\b(can|won|don|ain)(t)\b|\b(let|that|what|there)(s)\b|\b(we)(re)\b")
"""Short forms of the lists, which children write with an apostrophe too."""


def _any(*names: str) -> str:
    """Return an expression for the phrases of these lists, the longest first."""
    phrases = sorted(frozenset[str]().union(*map(_words, names)), key=len, reverse=True)
    return (
        "(?:"
        + "|".join(_APOSTROPHES.sub(_with_apostrophe, one) for one in phrases)
        .replace(" ", r"\s+")
        .replace("'s", "['\u2019]s")
        .replace("'re", "['\u2019]re")
        + ")"
    )


def _with_apostrophe(found: re.Match[str]) -> str:
    first, last = filter(None, found.groups())
    return f"{first}['\u2019]?{last}"


_FAR = 60
"""How many characters before a verb a question word may be that it ends."""
_GAP = r"[^\S\r\n]{1,4}"
_PAUSE = r"(?:[^\S\r\n]{0,4}(?:[,;(\u2026\u2013\u2014-]{1,4}|\.{2,6})[^\S\r\n]{0,4})"
_BETWEEN = rf"(?:{_PAUSE}|{_GAP})"
_SIDE = _any("aside-joins", "aside-adverbs")
_ANY = _any("aside-joins", "aside-adverbs", "asides")
_ASIDE = rf"(?:{_SIDE}{_BETWEEN}){{0,3}}{_any('asides')}\b(?:{_BETWEEN}{_ANY}\b){{0,4}}"
"""Words that say nothing of anybody, at least one of which no frame knows as an adverb."""
_PAUSED = (
    rf"{_PAUSE}(?:{_SIDE}{_BETWEEN}){{0,3}}{_any('aside-adverbs', 'asides')}\b(?:{_BETWEEN}{_SIDE}\b){{0,3}}{_PAUSE}"
)
"""An adverb between two commas."""
_ASKED = re.compile(
    r"\b(?:who|what|where|how|when|as|than)\s+(?:(?:my|your|ur|his|her|their|the|our)\s+)?[\w'\u2019]+\s*$",
    re.IGNORECASE,
)
"""A question word that a verb behind its subject may end: `who she is`, `how it was`."""
_OPEN = r"[^\S\r\n]?,[^\S\r\n]*(?=\w)[^,.;:!?\r\n\u2026]{2,60},[^\S\r\n]*"
"""Anything between two commas right behind a verb: `she is, dont shoot me for saying it, thick`."""
_OPEN_TWICE = r"[^\S\r\n]?,(?:[^\S\r\n]*(?=\w)[^,.;:!?\r\n\u2026]{2,60},){2}[^\S\r\n]*"
"""Two of those: `she is, a million percent, swear on my hamster, thick`."""
_VERB_BEFORE, _VERB_BEHIND = _any("verbs-before-asides"), _any("verbs-behind-asides")
_ASIDES = re.compile(
    rf"(?<![\w'])(?P<verb>{_VERB_BEFORE})"
    rf"(?P<aside>{_BETWEEN}{_ASIDE}{_BETWEEN}|{_PAUSED}|{_OPEN})(?=\w)"
    rf"|(?<=\w)(?P<before>{_BETWEEN}{_ASIDE}{_BETWEEN}|{_PAUSED})(?={_VERB_BEHIND}\b)",
    re.IGNORECASE,
)
_TWO_ASIDES = re.compile(rf"(?<![\w'])(?P<verb>{_VERB_BEFORE})(?P<aside>{_OPEN_TWICE})(?=\w)", re.IGNORECASE)


def without_asides(text: str) -> str:
    """Return the text with spaces for the asides beside its verbs."""
    return _ASIDES.sub(_blanked, text)


def without_two_asides(text: str) -> str:
    """Return the text with spaces for two asides in a row behind a verb."""
    return _TWO_ASIDES.sub(_blanked, text)


def _blanked(found: re.Match[str]) -> str:
    """Return the verb and spaces; the text as it is where a verb ends its clause: `idk who she is, sorry, yes`."""
    clause = re.split(r"[,.;:!?\r\n\u2026]", found.string[max(found.start() - _FAR, 0) : found.start()])[-1]
    if found["verb"] and _ASKED.search(clause):
        return found.group()
    return (found["verb"] or "").ljust(len(found.group()))
