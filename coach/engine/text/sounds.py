"""Read a message again with the words that a young writer means by others that sound alike: `cum to`, `meat u`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coach.engine.text.bounded_cache import BoundedCache, Weakly
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


class _Typed(NamedTuple):
    """What is written between two spaces, if it is one word."""

    before: str = ""
    """The marks before the word."""
    behind: str = ""
    words: tuple[str, ...] | None = None
    """The word in plain spelling; None if there is none, or more than a word."""
    sounds: Sequence[Sound] = ()
    """What it may be written for."""

    @property
    def opens(self) -> bool:
        """Whether a mark before it parts it from what comes before."""
        return bool(self.before.strip("'\""))

    @property
    def closes(self) -> bool:
        """Whether a mark behind it ends its clause."""
        return bool(self.behind.strip("'\""))


class SoundsLike:
    """Finds words that stand for others of the same sound."""

    def __init__(self, plain: Callable[[str], str]) -> None:
        """Ask `plain` for the plain spelling of a written word."""
        self._plain = plain
        self._typed = BoundedCache(Weakly(self._read))

    def of(self, text: str) -> tuple[str, list[GuessedChange]] | None:
        """Return the text with the words that are meant, and what changed; None if all are what they say."""
        chunks, gaps = chunks_of(text)
        typed = list(map(self._typed.__getitem__, chunks))
        others = {at: meant for at, one in enumerate(typed) if one.sounds and (meant := _meant(typed, at))}
        return changed(chunks, gaps, [others.get(place) for place in range(len(chunks))]) if others else None

    def _read(self, chunk: str) -> _Typed:
        found = WORD.fullmatch(chunk)
        if found is None:
            return _Typed()
        plain = self._plain(found[2])
        # However it is spelt: `wer` is were, and that may be where.
        meanings = sounds().get(found[2].lower()) or sounds().get(plain) or ()
        return _Typed(found[1], found[3], tuple(plain.split()), meanings)


def _meant(typed: Sequence[_Typed], at: int) -> str | None:
    """Return the chunk with the other word, if that is what its neighbours leave."""
    one, left, right = typed[at], _left(typed, at), _right(typed, at)
    meant = next((sound.means for sound in one.sounds if sound.is_meant(left, right)), None)
    return f"{one.before}{meant}{one.behind}" if meant else None


def _left(typed: Sequence[_Typed], at: int) -> list[str]:
    """Return the plain words before this one, up to the mark that ends the clause before it."""
    words = list[str]()
    for place in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        one = typed[place]
        if one.words is None or one.closes or typed[place + 1].opens:
            break
        words[:0] = one.words
    return words


def _right(typed: Sequence[_Typed], at: int) -> list[str]:
    """Return the plain words after this one, up to the mark that ends its clause."""
    words = list[str]()
    for place in range(at, min(at + _NEAR, len(typed) - 1)):
        other = typed[place + 1]
        if other.words is None or typed[place].closes:
            break
        words.extend(other.words)
    return words


def _ends_with(words: Sequence[str], phrases: frozenset[Words]) -> bool:
    return any(tuple(words[-count:]) in phrases for count in range(1, min(_NEAR, len(words)) + 1))


def _starts_with(words: Sequence[str], phrases: frozenset[Words]) -> bool:
    return any(tuple(words[:count]) in phrases for count in range(1, min(_NEAR, len(words)) + 1))
