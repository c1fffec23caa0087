"""Detects phrases that match exactly the same, visiting each word set only once."""

from __future__ import annotations

from collections.abc import Hashable

from coach.models.phrase import Options, Phrase, Piece


class Twins:
    """Assigns the same number to alternations with the same options."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Options, int]] = {}
        self._numbers: dict[Hashable, int] = {}

    def key(self, phrase: Phrase) -> Hashable:
        """Return a key that is equal for phrases that match the same, however they are written."""
        return phrase.opens, phrase.closes, self._pieces(phrase.pieces)

    def _pieces(self, pieces: tuple[Piece, ...]) -> Hashable:
        return tuple((piece.word, self._choice(piece.options), piece.optional, piece.repeated) for piece in pieces)

    def _option(self, pieces: tuple[Piece, ...]) -> Hashable:
        """Return the word itself for a single one, as most options are."""
        first = pieces[0]
        is_word = len(pieces) == 1 and first.word and not (first.optional or first.repeated)
        return first.word if is_word else self._pieces(pieces)

    def _choice(self, options: Options) -> int:
        if not options:
            return 0
        known = self._known.get(id(options))
        if known is None:
            content = tuple(map(self._option, options))
            known = self._known[id(options)] = (options, self._numbers.setdefault(content, len(self._numbers) + 1))
        return known[1]
