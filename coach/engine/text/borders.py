"""Read a message again with spaces where they belong: `go homeno body wants you`, `you are stu pid`.

The text keeps its length, and every word of a changed place is located at the whole place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.text.english import is_english
from coach.engine.text.first_names import first_names
from coach.engine.text.reading import Span
from coach.engine.text.word_lists import word_list

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_APART, _FIRST_HALVES = _words("written-apart"), _words("first-halves")
_ALONE = frozenset("ai")
_TYPED_ALONE = frozenset("aiurncbkx")
"""Letters that are often words; another one is likely the edge of a word: `m eon whatsapp`."""
_MARKS = ".,!?;:\"')("
"""Marks at the edge of a word."""
_SHORT = 2
"""Words of so few letters are on no list of English words; they have to be words of the rules."""
_SHORT_NAME = 3
"""Names of so few letters are found in other words: `a deload` is not the name `Ade Load`."""
_MOST_MOVED = 3
"""Most letters on the wrong side of a space."""
_SHORTEST_JOINED = 5


class Borders:
    """Finds spaces that cut words at the wrong place."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._odd, self._better = BoundedCache(Weakly(self._is_odd)), BoundedCache(Weakly(self._best))

    def _is_odd(self, written: str) -> bool:
        """Return whether this isn't a word, or often the start of a word that was written apart."""
        word = written.strip(_MARKS).lower()
        if not word.isascii() or not word.isalpha():
            return False
        return word in _FIRST_HALVES or self._is_strange(word)

    def _is_strange(self, word: str) -> bool:
        if len(word) == 1:
            return word not in _TYPED_ALONE
        return word not in self._known and (len(word) == _SHORT or not is_english(word))

    def moved(self, text: str) -> tuple[str, list[Span]] | None:
        """Return the text with its spaces moved, and the places that changed; None if no space is wrong."""
        chunks = text.split(" ")
        odd = list(map(self._odd.__getitem__, chunks))
        if True not in odd:
            return None
        pairs = {at for near, is_odd in enumerate(odd) if is_odd for at in (near - 1, near)}
        inside = sorted((at for at in pairs if 0 <= at < len(chunks) - 1), key=lambda at: -(odd[at] + odd[at + 1]))
        better = dict[int, str]()
        for at in inside:  # First where both words are odd: `be tha tbroke` is not `bet ha`.
            pair = self._better[f"{chunks[at]} {chunks[at + 1]}"]
            if pair and at - 1 not in better and at + 1 not in better:
                better[at] = pair
        return _changed(chunks, better) if better else None

    def _best(self, written: str) -> str:
        """Return two words with the space between them where it belongs; nothing if it is there already."""
        core = written.strip(_MARKS)
        one, other = core.lower().split(" ") if core.count(" ") == 1 else ("", "")
        if not one.isalpha() or not other.isalpha() or not core.isascii():
            return ""
        better = self._whole(one, other) or self._moved_between(one, other)
        before = len(written) - len(written.lstrip(_MARKS))
        return written[:before] + better.ljust(len(core)) + written[before + len(core) :] if better else ""

    def _whole(self, one: str, other: str) -> str:
        """Return the two as one word: `stu pid`."""
        whole = one + other
        if whole in _APART and one in _FIRST_HALVES:
            return whole
        is_odd = self._is_strange(one) or self._is_strange(other)
        return whole if is_odd and len(whole) >= _SHORTEST_JOINED and self._is_word(whole) else ""

    def _moved_between(self, one: str, other: str) -> str:
        """Return the two with the space moved by a few letters: `youa re`."""
        if not (self._is_strange(one) or self._is_strange(other)):
            return ""
        whole = one + other
        cuts = (len(one) + shift for by in range(1, _MOST_MOVED + 1) for shift in (-by, by))
        halves = ((whole[:at], whole[at:]) for at in cuts if 0 < at < len(whole))
        return next((f"{left} {right}" for left, right in halves if self._are_words(left, right)), "")

    def _are_words(self, one: str, other: str) -> bool:
        """Return whether both are words, and at least one of them is neither slang nor a name."""
        if self._is_word(one):
            return self._is_word(other) or self._is_slang(other)
        return self._is_slang(one) and self._is_word(other)

    def _is_word(self, word: str) -> bool:
        return word in _ALONE or (len(word) > 1 and word in self._known and is_english(word))

    def _is_slang(self, word: str) -> bool:
        return len(word) > _SHORT and (word in self._known or (len(word) > _SHORT_NAME and word in first_names()))


def widened(locate: Callable[[], list[Span]], places: list[Span]) -> Callable[[], list[Span]]:
    """Locate each word of a changed place at the whole place."""

    def wide(span: Span) -> Span:
        return next((place for place in places if place[0] < span[1] and span[0] < place[1]), span)

    return lambda: list(map(wide, locate()))


def _changed(chunks: list[str], better: dict[int, str]) -> tuple[str, list[Span]]:
    parts, places, at, start = list[str](), list[Span](), 0, 0
    while at < len(chunks):
        pair = better.get(at, "")
        width = len(chunks[at]) + (1 + len(chunks[at + 1]) if pair else 0)
        if pair:
            before = len(chunks[at]) - len(chunks[at].lstrip(_MARKS))
            behind = len(chunks[at + 1]) - len(chunks[at + 1].rstrip(_MARKS))
            places.append((start + before, start + width - behind))
        parts.append(pair.ljust(width) if pair else chunks[at])
        start, at = start + width + 1, at + (2 if pair else 1)
    return " ".join(parts), places
