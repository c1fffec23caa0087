"""Who says what in a line of WhatsApp: `Ada: hello`, though names and group names may hold a colon themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

_COLON = ": "
LONGEST_NAME = 300
"""The longest name, in characters; the app allows fewer, but a file may say anything."""
_MANY_NAMES = 100_000
"""How many names are looked at for a colon; a group has a thousand people at most."""
_ENOUGH = 4
"""How many lines must begin alike before what they begin with is taken for a name."""
_NEARLY_ALL = 0.8
_QUOTES = frozenset('"“”„«»')
_MARK = "\u200e"


class SaidBy(NamedTuple):
    """A line taken apart."""

    sender: str
    words: str


@dataclass(slots=True)
class _Beginning:
    """What the lines with one beginning go on with, as far as most of them agree."""

    alike: tuple[str, ...] = ()
    lines: int = 0
    agreeing: int = 0
    others: int = 0
    """How many lines go on with something else since `alike` was chosen."""

    def add(self, more: tuple[str, ...]) -> None:
        self.lines += 1
        alike = _common(self.alike, more)
        if alike:
            self.alike, self.agreeing = alike, self.agreeing + 1
            return
        self.others += 1
        if more and self.others > self.agreeing:
            self.alike, self.agreeing, self.others = more, 1, 0

    @property
    def is_name(self) -> bool:
        return bool(self.alike) and self.agreeing >= max(_ENOUGH, _NEARLY_ALL * self.lines)


@dataclass
class ColonNames:
    """Finds names that hold a colon, such as `Mum: work`: nearly every line of hers begins with all of it."""

    _beginnings: dict[str, _Beginning] = field(default_factory=dict)

    def add(self, line: str) -> None:
        """Look at a line, without its date."""
        first, *more = line.split(_COLON, 4)
        if not more or len(first) > LONGEST_NAME:
            return
        beginning = self._beginnings.get(first)
        if beginning is None and len(self._beginnings) < _MANY_NAMES:
            beginning = self._beginnings[first] = _Beginning()
        if beginning:
            beginning.add(_before_marks(more[:-1]))

    def found(self) -> tuple[str, ...]:
        """Return the names, the longest first."""
        names = (_COLON.join((first, *found.alike)) for first, found in self._beginnings.items() if found.is_name)
        return tuple(sorted(names, key=len, reverse=True))


def _common(alike: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Return what two lines have in common."""
    return tuple(one for one, _ in takewhile(lambda two: two[0] == two[1], zip(alike, more, strict=False)))


def _before_marks(more: list[str]) -> tuple[str, ...]:
    """Return the parts of a line up to words of the app itself."""
    return tuple(takewhile(lambda part: not part.startswith(_MARK), more))


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
    return SaidBy(line[:at], line[at + len(_COLON) :]) if 0 < at <= LONGEST_NAME else None


def _is_quoted(line: str, at: int) -> bool:
    """Return whether a place lies within quotes, as in `Ada created group "Team: Foxes"`."""
    return sum(char in _QUOTES for char in line[:at]) % 2 == 1
