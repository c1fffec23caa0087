"""The phrase language, parsed: `{you} look like {a}? (clown|potato)`."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from coach.models.base import Model

ANY_WORD = "_"
"""A piece that matches any word."""
GAP_WORD = "..."
"""A piece of a gap: matches any word but a negation, so that "you ... smell" does not match "you do not smell"."""
NUMBER = "#"
"""A piece that matches a number, in digits or as a word."""


class Piece(Model):
    """One position in a phrase: a word or an alternation."""

    word: str | None = None
    """The word as written, or `_`, `...` or `#`; None for an alternation."""
    options: tuple[tuple[Piece, ...], ...] = ()
    """The alternatives, each a sequence of pieces; empty for a word."""
    optional: bool = False
    """It may be missing (`?`)."""
    repeated: bool = False
    """It may occur several times in a row (`+`)."""


Options = tuple[tuple[Piece, ...], ...]
"""The alternatives of an alternation."""


class Phrase(Model):
    """What a rule looks for."""

    source: str
    """The phrase as its author wrote it."""
    pieces: tuple[Piece, ...] = Field(min_length=1)
    opens: bool = False
    """It matches only at the start of a clause (`^`)."""
    closes: bool = False
    """It matches only at the end of a clause (`$`)."""


def words_in(phrases: Iterable[Phrase]) -> list[str]:
    """List the words in these phrases; a word set that several phrases share is listed once."""
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
