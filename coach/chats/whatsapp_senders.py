"""Who says what in a line of WhatsApp: `Ada: hello`, though names and group names may hold a colon themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

_COLON = ": "
_MOST = 100
"""The longest name, in characters."""
_MANY_NAMES = 100_000
"""How many names are looked at for a colon; a group has a thousand people at most."""
_ENOUGH = 4
"""How many lines must begin alike before what they begin with is taken for a name."""
_QUOTES = frozenset('"“”„«»')
_MARK = "\u200e"


class SaidBy(NamedTuple):
    """A line taken apart."""

    sender: str
    words: str


@dataclass
class ColonNames:
    """Finds names that hold a colon, such as `Mum: work`: every line of hers begins with all of it."""

    _alike: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    """What the lines with one beginning have in common after it, and how many they are."""

    def add(self, line: str) -> None:
        """Look at a line, without its date."""
        first, *more = line.split(_COLON, 4)
        if not more or len(first) > _MOST:
            return
        count, alike = self._alike.get(first, (0, tuple(more[:-1])))
        if not count and len(self._alike) >= _MANY_NAMES:
            return
        self._alike[first] = count + 1, _common(alike, more[:-1]) if alike else ()

    def found(self) -> tuple[str, ...]:
        """Return the names, the longest first."""
        names = (
            _COLON.join((first, *alike)) for first, (count, alike) in self._alike.items() if alike and count >= _ENOUGH
        )
        return tuple(sorted(names, key=len, reverse=True))


def _common(alike: tuple[str, ...], more: list[str]) -> tuple[str, ...]:
    """Return what two lines have in common, up to words of the app itself."""
    kept = list[str]()
    for one, other in zip(alike, more, strict=False):
        if one != other or one.startswith(_MARK):
            break
        kept.append(one)
    return tuple(kept)


def said_by(line: str, names: tuple[str, ...] = ()) -> SaidBy | None:
    """Take a line apart; None if nobody says it, as where somebody joins.

    Args:
        line: the line without its date.
        names: names with a colon.
    """
    masked = line
    for name in names:
        masked = masked.replace(name, name.replace(_COLON, "::"))
    at = masked.find(_COLON)
    while at >= 0 and _is_quoted(masked, at):
        at = masked.find(_COLON, at + 1)
    if at < 0 and line.endswith(":") and not _is_quoted(masked, len(line) - 1):
        at = len(line) - 1
    return SaidBy(line[:at], line[at + len(_COLON) :]) if 0 < at <= _MOST else None


def _is_quoted(line: str, at: int) -> bool:
    """Return whether a place lies within quotes, as in `Ada created group "Team: Foxes"`."""
    return sum(char in _QUOTES for char in line[:at]) % 2 == 1
