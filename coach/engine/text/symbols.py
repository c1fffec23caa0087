"""Symbols for words that no phrase names: one for all numbers, one for all other words."""

from __future__ import annotations

from coach.engine.text.bounded_cache import BoundedCache
from coach.models.phrase import NUMBER

_OTHER = ""
_NUMBER_WORDS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
    ).split()
)


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or spelled out."""
    return word[:1].isdigit() or word in _NUMBER_WORDS


def _symbol_of(word: str) -> str:
    return NUMBER if is_number(word) else _OTHER


SYMBOL_OF = BoundedCache(_symbol_of)
"""By word that no phrase names, its symbol."""
