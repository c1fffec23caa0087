"""Symbols for words that no phrase names: one for all numbers, one for all other words."""

from __future__ import annotations

from pathlib import Path

from coach.engine.text.bounded_cache import BoundedCache
from coach.engine.text.word_lists import word_list
from coach.models.phrase import NUMBER

_OTHER = ""
_NUMBER_WORDS = word_list(Path(__file__).with_name("words.toml"), "numbers")


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or spelled out."""
    return word[:1].isdigit() or word in _NUMBER_WORDS


def _symbol_of(word: str) -> str:
    return NUMBER if is_number(word) else _OTHER


SYMBOL_OF = BoundedCache(_symbol_of)
"""By word that no phrase names, its symbol."""
