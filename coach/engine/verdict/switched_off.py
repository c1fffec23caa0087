"""What a family switched off: categories, rules and words that are not flagged for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coach.engine.text.reading import Candidate
from coach.models import FlagSource, Off, OffKind
from coach.models.category import may_be_off


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """Silences candidates; never care, going along, red flags, threats, self-harm or a private word."""

    names: frozenset[str] = frozenset()
    """Ids of categories and rules."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words in plain spelling."""

    @classmethod
    def of(cls, off: Iterable[Off], plain: Callable[[str], Sequence[str]]) -> SwitchedOff:
        """Take what a family chose; `plain` returns a written text as words in plain spelling."""
        each = tuple(off)
        phrases = (tuple(plain(one.name)) for one in each if one.kind is OffKind.WORDS)
        names = frozenset(one.name for one in each if one.kind is not OffKind.WORDS)
        return cls(names, tuple(phrase for phrase in phrases if phrase))

    def silences(self, candidate: Candidate, words: Sequence[str | None]) -> bool:
        """Return whether a candidate is not flagged; `words` are those of its reading."""
        if not (self.names or self.phrases) or candidate.source is FlagSource.PRIVATE_WORD:
            return False
        category = candidate.rule.rpartition("/")[0]
        if not may_be_off(category):
            return False
        if not self.names.isdisjoint((category, candidate.rule)):
            return True
        return any(_covers(phrase, words, candidate) for phrase in self.phrases)


def _covers(phrase: tuple[str, ...], words: Sequence[str | None], candidate: Candidate) -> bool:
    """Return whether a phrase lies inside a candidate, or a candidate inside the phrase.

    A flag on `muppet` goes with `you muppet`; one that only begins in it has words that nobody switched off.
    """
    start, end, length = candidate.start, candidate.end, len(phrase)
    inside, around = range(start, end - length + 1), range(max(end - length, 0), start + 1)
    places = inside if length <= end - start else around
    return any(tuple(words[at : at + length]) == phrase for at in places)
