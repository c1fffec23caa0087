"""Says which phrases find exactly the same, without looking through a word set more than once."""

from __future__ import annotations

from collections.abc import Hashable

from coach.models.phrase import Options, Phrase, Piece


class Twins:
    """Numbers choices, so that those with the same options have the same number."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Options, int]] = {}
        self._numbers: dict[Hashable, int] = {}

    def key(self, phrase: Phrase) -> Hashable:
        """The same for phrases that find the same, however they name it."""
        return phrase.opens, phrase.closes, self._pieces(phrase.pieces)

    def _pieces(self, pieces: tuple[Piece, ...]) -> Hashable:
        return tuple((piece.word, self._choice(piece.options), piece.optional, piece.repeated) for piece in pieces)

    def _choice(self, options: Options) -> int:
        if not options:
            return 0
        known = self._known.get(id(options))
        if known is None:
            content = tuple(map(self._pieces, options))
            known = self._known[id(options)] = (options, self._numbers.setdefault(content, len(self._numbers) + 1))
        return known[1]
