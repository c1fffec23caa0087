"""Whether an answer keeps a word, in whatever form and spelling a child writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from coach.course.wording import has_words
from coach.rules.forms import forms_of

_LONG = 5
"""The fewest letters of a word in which a slip of the keys is forgiven."""
_ALIKE = 0.84
"""The share of equal letters from which a word is a misspelling of another."""
_LIGHT = frozenset({"a", "an", "and", "the", "my", "your", "ur", "please", "lol", "it", "is", "or", "of", "to"})
"""Words that say nothing next to kept words."""


def holds(text: str, words: Sequence[str], kept: str) -> bool:
    """Return whether a text has a kept word, or one of several joined by `or`.

    Args:
        text: the answer as written.
        words: its words in plain spelling.
        kept: such as `ball`, `a lot`, or `beach or sea`.
    """
    texts = (text, " ".join(words))
    return any(
        any(has_words(each, one) for each in texts) or any(_is_form(word, one.lower()) for word in words)
        for one in kept.split(" or ")
    )


def is_only(words: Iterable[str], kept: Iterable[str]) -> bool:
    """Return whether there is nothing but kept words, once light words such as "the" are left out."""
    keeping = [part for one in kept for part in one.lower().replace(" or ", " ").split()]
    said = [word for word in words if word not in _LIGHT]
    return bool(keeping) and all(any(_is_form(word, one) for one in keeping) for word in said)


def _is_form(word: str, kept: str) -> bool:
    return word == kept or word in forms_of(kept) or (len(kept) >= _LONG and _is_slip(word, kept))


def _is_slip(word: str, kept: str) -> bool:
    return word[:1] == kept[:1] and SequenceMatcher(None, word, kept).ratio() >= _ALIKE
