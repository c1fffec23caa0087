"""Quotation marks around somebody else's words; marks around a whole message, or for inches, quote nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import dropwhile
from operator import itemgetter
from typing import TypeVar

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.reading import Candidate, Reading, Span, said
from coach.models import Scope, Setting

_QUOTED = re.compile(
    r"""(?<![\w"])"(?!\s)[^"\n]{1,400}"(?!\w)|“[^”\n]{1,400}”|«[^»\n]{1,400}»|(?<!\w)'[^'\n]{2,400}'(?!\w)"""
)
_CUES = ("told", "quoting", "speaking", "called", "asking")
"""Word sets that introduce a quotation."""


Quotation = tuple[int, int, Setting]
"""First and after-last character, and the setting the quotation has."""
_Quote = TypeVar("_Quote", Span, Quotation)


class Quotations:
    """Knows the words that introduce a quotation, and how far from it they may be."""

    def __init__(self, words: SettingWords, scopes: Mapping[Setting, Scope]) -> None:
        self._words, self._scopes = words, scopes
        self._cues = frozenset().union(*(words[name] for name in _CUES))

    def in_(self, reading: Reading, spans: list[Span]) -> list[Quotation]:
        """List the quotations at `spans`, in order, with the setting that the words around give them."""
        made = ((*span, self._made(reading, span, spans)) for span in spans)
        return [(start, end, setting) for start, end, setting in made if setting]

    def _made(self, reading: Reading, quote: Span, quotes: list[Span]) -> Setting | None:
        """Return the setting from words around the quotation, outside all quotations, that introduce or answer it."""
        before, after = self._beside(reading, quote, quotes, Setting.QUOTED)
        if not self._cues.isdisjoint((*before, *after)):
            return Setting.QUOTED
        after = self._without_laughs(after)
        if self._words.has("judging", after[:1]) and self._words.has("verdicts", after[1:]):
            return Setting.QUOTED
        _, after = self._beside(reading, quote, quotes, Setting.ANSWERED)
        return Setting.ANSWERED if self._words.has("answering", self._without_laughs(after)[:1]) else None

    def _beside(
        self, reading: Reading, quote: Span, quotes: list[Span], setting: Setting
    ) -> tuple[list[str], list[str]]:
        """Return the words before and after a quotation, outside all quotations, within reach of this setting."""
        first, last = reading.index_at(quote[0]), reading.index_at(quote[1] - 1)
        begin, end = reading.reach(self._scopes[setting], first, last + (last < len(reading.words)))

        def outside(places: range) -> list[str]:
            return said(reading.words[at] for at in places if not _is_quoted(reading.spans[at][0], quotes))

        return outside(range(begin, first)), outside(range(last, end))

    def _without_laughs(self, words: list[str]) -> list[str]:
        """Drop laughs and emoji from the front of these words."""
        return list(dropwhile(lambda word: word in self._words["laughs"] or word.startswith(":"), words))


def quotes_in(reading: Reading) -> list[Span]:
    """Return the first and after-last character of each quotation, in order."""
    return [found.span() for found in _QUOTED.finditer(reading.written or reading.text)]


def around(candidate: Candidate, quotes: Sequence[Quotation]) -> Setting | None:
    """Return the setting of the quotation around a candidate, if any; quotations are in order and do not overlap."""
    _, end, setting = _last_from(candidate.start_char, quotes) or (0, 0, None)
    return setting if candidate.end_char <= end else None


def quote_around(place: int, quotes: Sequence[Span]) -> Span | None:
    """Return the quote that a character is inside of, if any; they are in order and do not overlap."""
    quote = _last_from(place, quotes)
    return quote if quote is not None and place < quote[1] else None


def _is_quoted(place: int, quotes: Sequence[Span]) -> bool:
    return quote_around(place, quotes) is not None


def _last_from(place: int, quotes: Sequence[_Quote]) -> _Quote | None:
    """Return the last of these ordered quotes that starts at or before a character; a mark may be part of its word."""
    at = bisect_right(quotes, place, key=itemgetter(0)) - 1
    return quotes[at] if at >= 0 else None
