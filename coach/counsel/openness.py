"""What must not go to people the child does not know, whatever else a draft says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.counsel.words import grammar, has_any

_CLASS = re.compile(r"\b1?\d ?[a-f]\b", re.IGNORECASE)


def is_risky(words: Sequence[str], *, gives_away: bool) -> bool:
    """Return whether words arrange to meet, hand something over, ask about the other, or help to find the child.

    Args:
        words: some words in plain spelling.
        gives_away: whether the draft gave away a detail: what only hints at the same one is risky then.
    """
    lists = ("arranging", "handing", "identifying", "asking-back", "regularly") if gives_away else ("arranging",)
    return any(has_any(words, name) for name in lists) or _asks_about_them(words)


def _asks_about_them(words: Sequence[str]) -> bool:
    """Return whether somebody is asked who or where they are: `your` and `school` are close to each other."""
    if has_any(words, "asking-about"):
        return True
    theirs = [at for at, word in enumerate(words) if word in grammar("yours")]
    return any(not grammar("personal").isdisjoint(words[max(at - _CLOSE, 0) : at + _CLOSE + 1]) for at in theirs)


_CLOSE = 2
"""Most words from `your` to what is asked."""


def names_class(text: str) -> bool:
    """Return whether a class such as `7B` is named; in plain spelling it could be read as `tb`."""
    return _CLASS.search(text) is not None
