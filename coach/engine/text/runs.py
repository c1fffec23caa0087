"""Words written together: `UrSoUgly123`, `nobodylikesyou`, `uare`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from coach.engine.text.english import how_common, is_english
from coach.engine.text.word_lists import word_list

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_CAPPED = "(?:[A-Z][a-z]{1,15}|[AIRU](?=_?[A-Z][a-z]))"
_HUMPED = re.compile(
    rf"@?(?:[xX]{{1,2}}_)?((?:[a-z]{{1,15}}|{_CAPPED})(?:_?{_CAPPED}){{1,9}})(?:_[xX]{{1,2}})?[\d_.!]{{0,8}}"
)
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]")
_MIN_HUMPS = 3
_MIN_PAIR = 3
"""Shortest pair of words without a space, in letters."""
_LONGEST_SHORT = 2
"""Words of so few letters must be listed: inside others, their like is chance."""
_COMMONEST = 2
_MOST, _SLANG = 3, -1
"""How common a word on the short list is, and one that only the rules know, by the numbers of `how_common`."""
_MIN_RUN = 7
"""Shortest run of words without spaces, in letters."""
_MAX_RUN = 40
_SHORT_PARTS, _LETTERS = _words("short-parts"), _words("letters")
_PAIRED = _SHORT_PARTS | _words("short-words")
_PERSONS = _words("persons")
_SPOKEN_TO = _PERSONS | _words("persons-in-short")


class Runs:
    """Splits words that were written together."""

    def __init__(self, known: Iterable[str], hurtful: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._hurtful = frozenset(hurtful)

    def humps(self, written: str) -> list[str]:
        """Split `UrSoUgly123` into words, if they address somebody or hurt."""
        name = _HUMPED.fullmatch(written)
        parts = [part.lower() for part in _HUMP.findall(name[1])] if name else []
        known = all(part in self._known or part in _SHORT_PARTS for part in parts)
        speaks = len(parts) >= _MIN_HUMPS and not _SPOKEN_TO.isdisjoint(parts)
        return parts if known and (speaks or not self._hurtful.isdisjoint(parts)) else []

    def parts(self, word: str) -> list[str]:
        """Split `uare` into two words, and `nobodylikesyou` into more if they address somebody.

        English words and names stay whole.
        """
        word = word.replace("'", "")
        if not _MIN_PAIR <= len(word) <= _MAX_RUN or not word.isalpha() or _is_clipped(word):
            return []
        return self._pair(word) or self._run(word)

    def _pair(self, word: str) -> list[str]:
        pairs = ([word[:at], word[at:]] for at in range(1, len(word)))
        fits = [pair for pair in pairs if all(map(self._is_half, pair)) and not self._known.isdisjoint(pair)]
        best = max(fits, key=_likely, default=[])
        return best if any(map(_is_usual, best)) else []

    def _is_half(self, part: str) -> bool:
        if len(part) <= _LONGEST_SHORT:
            return part in _PAIRED
        return part in self._known or how_common(part) > 0

    def _run(self, word: str) -> list[str]:
        """Split a run into words, fewest first."""
        if len(word) < _MIN_RUN:
            return []
        best: dict[int, list[str]] = {0: []}
        for start in range(len(word)):
            for end in range(start + 1, len(word) + 1) if start in best else ():
                longer = len(best[start]) + 1
                is_part = self._is_part(word[start:end]) or (word[start:end] == "u" and end == len(word))
                if is_part and (end not in best or longer < len(best[end])):
                    best[end] = [*best[start], word[start:end]]
        parts = best.get(len(word), [])
        return parts if len(parts) > 1 and (parts[-1] == "u" or _PERSONS.intersection(parts)) else []

    def _is_part(self, part: str) -> bool:
        return part in _SHORT_PARTS or (len(part) > 2 and part in self._known)


def ends_plainly(parts: Sequence[str]) -> bool:
    """Return whether these are one of the most common words and a short one: `schoolis` was not meant as `schools`."""
    return len(parts) == 2 and how_common(parts[0]) == _COMMONEST and parts[1] in _PAIRED


def _is_clipped(word: str) -> bool:
    """Return whether this is a word as it is, or without its last letter: `drawin`."""
    return is_english(word) or (word.endswith("in") and is_english(f"{word}g"))


def _likely(pair: list[str]) -> tuple[int, int]:
    """Rank everyday words before others, and `a seat` before `as eat`."""
    return sum(map(_rank, pair)), max(map(len, pair))


def _rank(part: str) -> int:
    """Rank the words on the short list first, then common ones, slang last."""
    return _MOST if part in _PAIRED else how_common(part) if is_english(part) else _SLANG


def _is_usual(part: str) -> bool:
    return part in _PAIRED or how_common(part) > 0
