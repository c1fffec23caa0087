"""Symbols for words that no phrase names: one for all numbers, one for all other words."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from coach.engine.text.word_lists import word_list
from coach.models.phrase import NUMBER

MOST_SYMBOLS = 50_000
"""Words cached."""
_OTHER = ""
_NUMBER_WORDS = word_list(Path(__file__).with_name("words.toml"), "numbers")


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or spelled out."""
    return word[:1].isdigit() or word in _NUMBER_WORDS


@lru_cache(MOST_SYMBOLS)
def symbol_of(word: str) -> str:
    """Return the symbol for a word that no phrase names."""
    return NUMBER if is_number(word) else _OTHER
