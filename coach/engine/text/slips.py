"""Correct typos: `nobdoy` to `nobody`, but only words that are neither English nor a name, into words of the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.text.english import how_common, is_english

_SHORTEST = 4
"""Shortest word that others are corrected into, in letters; shorter ones are close to too many words."""
_MIN_LESS = 5
"""Shortest word to correct a letter too many into: `cudnt` says something else than its like of four letters."""
_MIN_WRONG = 6
"""Shortest word to correct a wrong letter into."""
_CLIPPED = "in"
"""Ends words that are often said without their last letter: `freakin`."""
_COMMONEST = 2
_VOWELS = frozenset("aeiou")
_SURE = 6
"""A word of so many letters is meant even where the typo could be two words: `everthing`."""


class Slips:
    """Finds the word that was meant by one with two letters swapped, or one missing, too many, or wrong."""

    def __init__(self, known: Iterable[str], hurtful: Iterable[str]) -> None:
        """Learn the rules' words; where several fit, the hurtful one is meant."""
        self._hurtful = frozenset(hurtful)
        self._known = frozenset(word for word in known if len(word) >= _SHORTEST and word.isalpha())
        self._shortened = BoundedCache(Weakly(self._shortened_from))

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        groups = defaultdict[str, list[str]](list)
        for word in sorted(self._known):
            groups[word[0]].append(word)
        return groups

    def _shortened_from(self, letter: str) -> Mapping[str, Sequence[str]]:
        """Map each word that begins with this letter, without one of its other letters, to the word."""
        slips = defaultdict[str, list[str]](list)
        for word in self._by_letter.get(letter, ()):
            for slip in {*_with_one_less(word)}:
                slips[slip].append(word)
        return dict(slips)

    def meant(self, written: str) -> str:
        """Return the word that this one, in small letters, was meant to be; nothing if it may be right as it is."""
        if len(written) < _SHORTEST - 1 or not (written.isascii() and written.isalpha()) or is_english(written):
            return ""
        if written.endswith(_CLIPPED) and is_english(f"{written}g"):
            return f"{written}g" if f"{written}g" in self._known else ""
        return next(self._meant(written), "")

    def others_meant(self, written: str, first: str) -> Iterator[str]:
        """Yield other words that this one, in small letters, may be instead of `first`, the likeliest first.

        A rare English word may be a very common one with a letter missing or two swapped: `waring` for wearing.
        """
        if not is_english(written):
            near = {*_swapped(written), *self._with_one_more(written), *_without_one(written)} & self._known
            yield from sorted(filter(_is_likely, near - {first}), key=self._unlikely)
        elif not how_common(written):
            slips = {*_swapped(written), *self._with_one_more(written)} & self._known
            yield from sorted((word for word in slips if how_common(word) == _COMMONEST), key=self._unlikely)

    def _meant(self, written: str) -> Iterator[str]:
        """Yield the words that this one may be, the likeliest of each kind of typo first."""
        for ways in (_swapped, self._with_one_more, _without_one, self._with_another):
            yield from sorted({word for word in ways(written) if word in self._known}, key=self._unlikely)

    def is_sure(self, written: str, meant: str) -> bool:
        """Return whether this is likelier meant than two words without a space between them."""
        is_clear = len(meant) >= _SURE or sorted(written) == sorted(meant)
        return meant in self._hurtful or (is_clear and how_common(meant) > 0)

    def _unlikely(self, word: str) -> tuple[bool, int, bool, str]:
        return word not in self._hurtful, -how_common(word), not is_english(word), word

    def _with_one_more(self, written: str) -> Iterator[str]:
        """Yield words of which a letter is missing; in a very short one, a vowel of a hurtful or very common word."""
        for word in self._shortened[written[0]].get(written, ()):
            if len(written) >= _SHORTEST or (self._is_usual(word) and _consonants(word) == _consonants(written)):
                yield word

    def _is_usual(self, word: str) -> bool:
        return word in self._hurtful or how_common(word) == _COMMONEST

    def _with_another(self, written: str) -> Iterator[str]:
        if len(written) < _MIN_WRONG:
            return
        for at, less in enumerate(_with_one_less(written), 1):
            for word in self._shortened[written[0]].get(less, ()):
                if len(word) == len(written) and word[:at] + word[at + 1 :] == less:
                    yield word


def _with_one_less(word: str) -> Iterator[str]:
    """Yield the word without one of its letters, never the first."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _without_one(word: str) -> Iterator[str]:
    return _with_one_less(word) if len(word) > _MIN_LESS else iter(())


def could_be_a_slip(written: str, meant: str) -> bool:
    """Return whether a word with a capital may be a typo and no name: letters swapped, or one missing of many."""
    return sorted(written) == sorted(meant) or (len(meant) > max(len(written), _SURE - 1) and is_english(meant))


def _is_likely(word: str) -> bool:
    return how_common(word) > 0 or (len(word) >= _SURE and is_english(word))


def _consonants(word: str) -> list[str]:
    return [letter for letter in word if letter not in _VOWELS]


def _swapped(word: str) -> Iterator[str]:
    """Yield the word with two neighbouring letters swapped."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
