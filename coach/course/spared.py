"""What is not held against an answer: a blunt no to a stranger, a plain question to a friend, hard words on oneself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.course.judge import Check
from coach.course.kinds import named_phrases
from coach.models import Audience, Concern, Flag, Message, Weight

if TYPE_CHECKING:
    from coach.engine.named_phrases import NamedPhrase

_BLUNT = frozenset({"unkind/dismissal", "going-along/moves", "going-along/meets"})
"""What a no can look like: "go away", "leave me alone"."""
_ROUGH = frozenset({"unkind/name-calling", "unkind/looks", "unkind/dismissal"})
"""What a no may be rude with: standing up to somebody known only online need not be polite."""
_NO, _UP = "says-no", "gives-nothing-away"
_MANNERS = frozenset({"puts-down", "mocks"})
"""Kinds that are about politeness, which nobody owes somebody known only online whom they turn away."""
_TELLS = "threatens"
"""A kind that a no may look like: `im telling my mum` threatens no stranger."""
_TRICKSTER = re.compile(
    r"\b(?:scam(?:mer)?|fraud(?:ster)?|trickster|con artist|phisher|phishing bot|hacker|catfish|fake(?:r)?|liar|thief|"
    r"spammer|impost[eo]r|predator)s?\b",
    re.IGNORECASE,
)
"""Names for somebody who tries a trick: to somebody known only online they are a warning, and no insult."""
_ASKED = re.compile(
    r"\b(?:are|r|do|did|have)\s+(?:you|u|ya)\b(?:(?!\b(?:i|me|my|mine|im|i'm|ill|i'll|myself)\b)[^.!?\n])*",
    re.IGNORECASE,
)
"""A question to the reader that says nothing of the writer."""

_WHY = re.compile(r"\bwhy\s+(?:do|would|did|should|are|r)(?:n['\u2019]?t)?\b[^.,!?\n]*", re.IGNORECASE)
"""A question that asks for the reason of what somebody wants, and does not do it."""
_FILLERS = frozenset("so really very just being a an such the that bit total complete and mean pretty".split())
"""Words between the writer and what they call themselves: `i was being such an idiot`."""
_BEING = frozenset("was am were are feel felt acted sounded looked been".split())
_OWN = frozenset(("i'm", "im", "i\u2019m", "we're"))
_SAID_OF_ME = re.compile(
    r"\b(?:said|says|called|calls|told me)\s+(?:that\s+)?(?:my|me|i|im|i['\u2019]m)\b[^.!?\n]*$", re.IGNORECASE
)
"""What comes before words that somebody else said about the writer: `sam said my picture is ugly`."""
_BEFORE, _BEHIND = 60, 12
"""How many characters before and behind a word are looked at."""


def is_of_oneself(text: str, start: int, end: int) -> bool:
    """Return whether words are about whoever writes: `i was so stupid`, `that was stupid of me`."""
    before = [word for word in text[max(start - _BEFORE, 0) : start].casefold().split() if word not in _FILLERS]
    says_i = len(before) > 1 and before[-1] in _BEING and not {"i", "we", "have"}.isdisjoint(before[-2:-1])
    of_me = re.split(r"\W+", text[end : end + _BEHIND].casefold())[1:3] == ["of", "me"]
    return says_i or of_me or not _OWN.isdisjoint(before[-1:])


def is_told_of_oneself(text: str, start: int) -> bool:
    """Return whether words are what somebody else said about whoever writes: `sam said my picture is ugly`."""
    return bool(_SAID_OF_ME.search(text[max(start - _BEFORE, 0) : start]))


def held_against(flags: tuple[Flag, ...], text: str, audience: Audience) -> tuple[Flag, ...]:
    """Return the flags that count against an answer of these words."""
    asked = [found.span() for found in _ASKED.finditer(text)]
    refused = _found(text, _NO, _UP) if audience is Audience.STRANGER else []
    turned_away = (
        [*_found(text, _UP), *(why.span() for why in _WHY.finditer(text))] if audience is Audience.STRANGER else []
    )
    return tuple(
        flag
        for flag in flags
        if not (flag.concern is Concern.CARE and _within(flag, asked))
        and not (flag.concern is Concern.GOING_ALONG and _within(flag, turned_away))
        and not (flag.category in _BLUNT and _within(flag, refused))
        and not (flag.category in _ROUGH and refused and flag.weight is not Weight.STOP)
    )


def is_owed_to_nobody(one: NamedPhrase, text: str) -> bool:
    """Return whether words are rude only to somebody known only online, to whom a no is said here."""
    if one.name in _MANNERS:
        return bool(_found(text, _NO, _UP))
    return one.name == _TELLS and _within(one, _found(text, _NO, _UP))


def names_a_trick(text: str, audience: Audience, check: Check) -> bool:
    """Return whether all that is flagged is a name for whoever tries a trick: `nice try scammer`.

    With another word in its place, nothing may be flagged: `you stupid scammer` stays.
    """
    plain = _TRICKSTER.sub("person", text)
    return audience is Audience.STRANGER and plain != text and not check(Message(text=plain, audience=audience)).flags


def _found(text: str, *names: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in named_phrases().read(text).found if one.name in names]


def _within(flag: Flag | NamedPhrase, spans: list[tuple[int, int]]) -> bool:
    return any(start <= flag.start and flag.end <= end for start, end in spans)
