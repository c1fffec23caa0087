"""Read a message again with the words that a young writer means by others that sound alike: `cum to`, `meat u`."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coach.engine.text.guesses import WORD, GuessedChange, changed, chunks_of

_FILE = Path(__file__).with_name("sounds.toml")
_NEAR = 4
"""How many words on either side are read."""

Words = tuple[str, ...]


class Sound(NamedTuple):
    """A word that may be written for another one, and the words beside which it is."""

    means: str
    behind: frozenset[Words]
    before: frozenset[Words]
    not_behind: frozenset[Words]
    not_before: frozenset[Words]

    def is_meant(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Return whether the words to the left and right of the written word leave only the other meaning."""
        if _ends_with(left, self.not_behind) or _starts_with(right, self.not_before):
            return False
        return _ends_with(left, self.behind) or _starts_with(right, self.before)


@cache
def sounds() -> Mapping[str, Sequence[Sound]]:
    """Return what the words that sound like others may mean, by how they are written."""
    meanings = defaultdict[str, list[Sound]](list)
    for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["sound"]:
        for written in entry["written"]:
            meanings[written].append(_sound(entry))
    return dict(meanings)


def _sound(entry: Mapping[str, Sequence[str]]) -> Sound:
    lists = (entry.get(key, ()) for key in ("behind", "before", "not-behind", "not-before"))
    return Sound(str(entry["means"]), *(frozenset(tuple(each.split()) for each in phrases) for phrases in lists))


class SoundsLike:
    """Finds words that stand for others of the same sound."""

    def __init__(self, plain: Callable[[str], str]) -> None:
        """Ask `plain` for the plain spelling of a written word."""
        self._plain = plain

    def of(self, text: str) -> tuple[str, list[GuessedChange]] | None:
        """Return the text with the words that are meant, and what changed; None if all are what they say."""
        chunks, gaps = chunks_of(text)
        typed = [WORD.fullmatch(chunk) for chunk in chunks]
        at = [place for place, found in enumerate(typed) if found and self._sounds(found)]
        others = {place: meant for place in at if (meant := self._meant(typed, place))}
        return changed(chunks, gaps, [others.get(place) for place in range(len(chunks))]) if others else None

    def _meant(self, typed: Sequence[re.Match[str] | None], at: int) -> str | None:
        """Return the chunk with the other word, if that is what its neighbours leave."""
        found = typed[at]
        if found is None:
            return None
        left, right = self._left(typed, at), self._right(typed, at)
        meant = next((sound.means for sound in self._sounds(found) if sound.is_meant(left, right)), None)
        return f"{found[1]}{meant}{found[3]}" if meant else None

    def _sounds(self, found: re.Match[str]) -> Sequence[Sound]:
        """Return what a word may be written for, however it is spelt: `wer` is were, and that may be where."""
        return sounds().get(found[2].lower()) or sounds().get(self._plain(found[2])) or ()

    def _left(self, typed: Sequence[re.Match[str] | None], at: int) -> list[str]:
        """Return the plain words before this one, up to the mark that ends the clause before it."""
        words = list[str]()
        for place in range(at - 1, max(at - 1 - _NEAR, -1), -1):
            one = typed[place]
            if one is None or one[3].strip("'\"") or typed[place + 1] is None or _opens(typed[place + 1]):
                break
            words[:0] = self._plain(one[2]).split()
        return words

    def _right(self, typed: Sequence[re.Match[str] | None], at: int) -> list[str]:
        """Return the plain words after this one, up to the mark that ends its clause."""
        words = list[str]()
        for place in range(at, min(at + _NEAR, len(typed) - 1)):
            one, other = typed[place], typed[place + 1]
            if one is None or other is None or one[3].strip("'\""):
                break
            words.extend(self._plain(other[2]).split())
        return words


def _opens(found: re.Match[str] | None) -> bool:
    return bool(found and found[1].strip("'\""))


def _ends_with(words: Sequence[str], phrases: frozenset[Words]) -> bool:
    return any(tuple(words[-count:]) in phrases for count in range(1, min(_NEAR, len(words)) + 1))


def _starts_with(words: Sequence[str], phrases: frozenset[Words]) -> bool:
    return any(tuple(words[:count]) in phrases for count in range(1, min(_NEAR, len(words)) + 1))
