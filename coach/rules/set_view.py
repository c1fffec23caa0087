"""What each word set is for, and which sets hold a word: for authors who look for a set.

The comment right above a set says what it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.errors import Fault
from coach.models.phrase import NUMBER, Piece
from coach.rules.catalog import read_word_sets
from coach.rules.places import files_of, rules_path
from coach.rules.toml_source import TomlSource, read_toml

_COMMENT = "#"
_FIRST = "general.toml"
"""Coach's file of sets that fit anywhere; listed first."""
_Options = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class SetView:
    """One word set, as an author sees it."""

    name: str
    about: str
    """What it is for; empty if nobody said."""
    file: str
    """The name of its file."""
    entries: tuple[str, ...]
    """As written."""
    options: _Options
    """As they are matched."""

    def holds(self, words: Sequence[str]) -> bool:
        """Return whether the set matches exactly these words."""
        return any(_matches(option, words) for option in self.options)

    def mentions(self, words: Sequence[str]) -> bool:
        """Return whether one of its entries has all of these words, perhaps among others."""
        wanted = set(words)
        return any(wanted <= _words_in(option) for option in self.options)


def read_set_views(folder: Path | None = None) -> list[SetView]:
    """Read the sets that phrases of a folder can use: its own, and Coach's; by file, the general ones first.

    Raises:
        AuthorError: a file is invalid.
    """
    sets = read_word_sets(folder)
    found: dict[str, SetView] = {}
    for source in _sources(folder):
        for name in source.values:
            if name in sets.entries and name not in found:
                about, file = comment_above(source, name), source.path.name
                found[name] = SetView(name, about, file, sets.entries[name], sets.pieces[name])
    return sorted(found.values(), key=lambda one: (one.file != _FIRST, one.file, one.name))


def comment_above(source: TomlSource, key: str) -> str:
    """Return the comment in the lines right above a key; empty if there is none."""
    lines, at = list[str](), source.line_of_key(key) - 2
    while at >= 0 and source.lines[at].startswith(_COMMENT):
        lines.append(source.lines[at].lstrip(_COMMENT).strip())
        at -= 1
    return " ".join(reversed(lines))


def _sources(folder: Path | None) -> Iterator[TomlSource]:
    faults: list[Fault] = []  # reported by `read_word_sets`
    for place in (folder, rules_path()):
        for path in files_of(place, "words/*.toml", faults) if place else ():
            yield read_toml(path)


def _matches(pieces: Sequence[Piece], words: Sequence[str]) -> bool:
    """Return whether pieces match exactly these words; sets are small, so every way is tried."""
    if not pieces:
        return not words
    first, rest = pieces[0], pieces[1:]
    if first.optional and _matches(rest, words):
        return True
    again = pieces if first.repeated else rest
    return any(
        _matches(rest, words[at:]) or (again is pieces and _matches(again, words[at:])) for at in _ends(first, words)
    )


def _ends(piece: Piece, words: Sequence[str]) -> Iterator[int]:
    """Yield how many of the words a piece can match at their start, at least one."""
    if piece.word is not None:
        if words and (piece.word.lower() == words[0] or (piece.word == NUMBER and words[0].isdigit())):
            yield 1
        return
    for at in range(1, len(words) + 1):
        if any(_matches(option, words[:at]) for option in piece.options):
            yield at


def _words_in(pieces: Sequence[Piece]) -> set[str]:
    found = {piece.word.lower() for piece in pieces if piece.word is not None}
    return found.union(*(_words_in(option) for piece in pieces for option in piece.options))
