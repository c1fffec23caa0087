"""Word pieces: how the encoder spells words that are not in its list."""

from __future__ import annotations

from collections.abc import Sequence

from coach.engine.text.bounded_cache import BoundedCache, Weakly

KNOWN_WORDS = 1 << 14
"""Words whose pieces are cached."""
LONGEST_WORD = 60
"""Letters of a word that are read; what follows tells nothing more."""
START, END, UNKNOWN, BREAK = "[CLS]", "[SEP]", "[UNK]", ","
"""Pieces that belong to no word. A break between clauses is a comma, whatever mark was written."""
_INSIDE = "##"
"""How a piece begins that continues a word."""


class Pieces:
    """Splits words in plain spelling into pieces, each time the longest that is known, as BERT's tokenizer does.

    The words are split already and few pieces are kept, so that this takes no library: `tokenizers` would bring a
    package that downloads files.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        """The pieces by number."""
        self.number = {name: at for at, name in enumerate(self.names)}
        self._of = BoundedCache(Weakly(self._split), KNOWN_WORDS)
        self._break = (self.number[BREAK],)

    def of(self, word: str | None) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, or of a break's."""
        return self._of[word] if word else self._break

    def _split(self, word: str) -> tuple[int, ...]:
        word, found, at = word[:LONGEST_WORD].lower(), list[int](), 0
        while at < len(word):
            start = _INSIDE if at else ""
            ends = (end for end in range(len(word), at, -1) if start + word[at:end] in self.number)
            end = next(ends, 0)
            found.append(self.number[start + word[at:end]] if end else self.number[UNKNOWN])
            at = end or at + 1
        return tuple(found)
