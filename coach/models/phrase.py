"""The phrase language, parsed: `{you} look like {a}? (clown|potato)`."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from coach.models.base import Model

ANY_WORD = "_"
"""A piece that fits every word."""
GAP_WORD = "..."
"""A piece of a gap: every word that denies nothing, so that "you ... smell" is not found in "you do not smell"."""
NUMBER = "#"
"""A piece that fits a number, in digits or as a word."""


class Piece(Model):
    """One place in a phrase: words, or a choice between sequences."""

    word: str | None = None
    """Words as written, or `_`, `...` or `#`; None for a choice."""
    options: tuple[tuple[Piece, ...], ...] = ()
    """The sequences to choose from; none for a word."""
    optional: bool = False
    """The phrase also fits without it (`?`)."""
    repeated: bool = False
    """It may stand several times in a row (`+`)."""


Options = tuple[tuple[Piece, ...], ...]
"""What a choice is between."""


class Phrase(Model):
    """What a rule looks for."""

    source: str
    """As the author wrote it."""
    pieces: tuple[Piece, ...] = Field(min_length=1)
    opens: bool = False
    """It stands where a clause begins (`^`)."""
    closes: bool = False
    """It stands where a clause ends (`$`)."""


def words_in(phrases: Iterable[Phrase]) -> list[str]:
    """The words that phrases name; those of a word set that many of them share once."""
    found, seen = list[str](), dict[int, object]()
    todo = [phrase.pieces for phrase in phrases]
    while todo:
        for piece in todo.pop():
            if piece.word is not None:
                found.append(piece.word)
            elif id(piece.options) not in seen:
                seen[id(piece.options)] = piece.options
                todo.extend(piece.options)
    return found
