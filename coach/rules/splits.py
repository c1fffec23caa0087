"""Splits alternations into single words and the rest, as compiling them does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.models.factoring import factored
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Options, Piece

_MARKS = frozenset({ANY_WORD, GAP_WORD, NUMBER})
_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")


class Splits:
    """The two parts of each alternation; phrases share many."""

    def __init__(self, spelling: Mapping[str, str]) -> None:
        """Start empty; `spelling` maps variants to plain words."""
        self._spelling = spelling
        self._known: dict[int, tuple[Options, tuple[str, ...], Options]] = {}
        """By identity of the options, which are kept so that their identity stays theirs."""

    def words(self, options: int) -> tuple[str, ...]:
        """Return the single words of an alternation that was split before, by the identity of its options."""
        return self._known[options][1]

    def of(self, options: Options) -> tuple[tuple[str, ...], Options]:
        """Split an alternation into its single words, which form one place, and its other options; cached."""
        known = self._known.get(id(options))
        if known is None:
            words, others = list[str](), list[tuple[Piece, ...]]()
            for option in factored(options):
                word = self._single(option)
                if word:
                    words.append(word)
                else:
                    others.append(option)
            known = self._known[id(options)] = (options, tuple(words), tuple(others))
        return known[1:]

    def _single(self, option: tuple[Piece, ...]) -> str:
        """Return the word of an option that is a single plain word, or an empty string."""
        if len(option) > 1:
            return ""
        piece = option[0]
        word = piece.word
        if word is None or piece.optional or piece.repeated or word in {ANY_WORD, GAP_WORD}:
            return ""
        return word if self.parts(word) == 1 else ""

    def parts(self, word: str) -> int:
        """Return about how many plain words a written word expands to."""
        plain = self._spelling.get(word)
        if plain is not None:
            return max(len(plain.split()), 1)
        return 1 if word.isalnum() or word in _MARKS else max(len(_PARTS.findall(word)), 1)
