"""Standing up for somebody: `say sorry to harriet or ur not coming`.

It sees only the words `within` the scope that the table of silencers allows.
"""

from __future__ import annotations

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading, Span
from coach.models import Concern

_PRICES = tuple(f"{Concern.UNKIND}/{name}/" for name in ("pressure", "exclusion", "dismissal"))
"""What somebody may name who stands up for another; never a threat, a name or hate."""
_ELSE_WITHIN = 4
"""How many words after `say sorry to` an `or` may follow."""


class StandingUp:
    """Knows what is asked of somebody who hurt another."""

    def __init__(self, words: SettingWords) -> None:
        self._words = words
        self._amends, self._cruelty = Listed(words["amends"]), Listed(words["cruel-to"])

    def is_done(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`say sorry to harriet or ur not coming`, `ur out till u say sorry to him`, `stop being mean to her or go`."""
        if not candidate.rule.startswith(_PRICES):
            return False
        words, (first, last) = reading.words, within
        return any(self._is_asked(words, span, within) for span in self._amends.find(words, first, last)) or any(
            self._is_for_another(words, end, last) for _, end in self._cruelty.find(words, first, last)
        )

    def _is_asked(self, words: list[str | None], span: Span, within: Span) -> bool:
        """Return whether amends to somebody else are the price: before `or`, or behind `until`."""
        start, end = span
        before, behind = words[max(start - 2, within[0]) : start], words[end : min(end + _ELSE_WITHIN, within[1])]
        if not self._is_for_another(words, end, within[1]):
            return False
        if self._words.has("until-then", [word for word in before if word]):
            return True
        is_order = not self._words.has("no-order", [word for word in before[-1:] if word])
        return is_order and self._words.has("or-else", [word for word in behind if word])

    def _is_for_another(self, words: list[str | None], end: int, last: int) -> bool:
        """Return whether who comes next is neither the writer nor the reader."""
        whom = words[end] if end < last else None
        return whom is not None and whom not in self._words["us-two"]
