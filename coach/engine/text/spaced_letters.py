"""Words whose letters are separated: spaced out (`u g l y`), or split by the tokenizer at a digit or sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.engine.text.normalize import Speller, fold

MIN_SPACED = 3
"""Fewest single letters in a row that may be a word."""
_MOST_SPACED = 20
"""Longest spaced-out word, in letters."""
_JOINERS = frozenset(" .-_*")

CUT = re.compile(r"[0-9@$!€¡\u2460-\u24ff]\w|\w[0-9@$!€¡\u2460-\u24ff]\w")
"""How a split hurtful word looks: digits and signs next to letters."""

Letter = tuple[int, str]
"""A token of one letter: its place in the text and the letter."""


def is_letter(token: str) -> bool:
    """Whether a token is one letter."""
    return len(token) == 1 and token.isalpha()


def spaced_words(letters: Sequence[Letter], text: str, speller: Speller) -> Iterator[tuple[int, int]]:
    """Yield the places of the first and last letter of every known spaced-out word."""
    for run in _letter_runs(letters, text):
        if len(run) >= MIN_SPACED:
            yield from ((run[first][0], run[end - 1][0]) for first, end in _split(run, speller))


def _split(run: list[Letter], speller: Speller) -> list[tuple[int, int]]:
    """Split a run of letters into known words and left-over letters, in favour of long words: `u r s t u p i d`."""
    said = "".join(fold(letter)[:1] or letter for _, letter in run)
    best = [(0, len(said))] * (len(said) + 1)
    """From each letter on: what the best split is worth, and where its first part ends."""
    for at in range(len(said) - 1, -1, -1):
        best[at] = (best[at + 1][0], at + 1)
        for end in range(at + MIN_SPACED, min(at + _MOST_SPACED, len(said)) + 1):
            worth = (end - at) ** 2 + best[end][0]
            if worth > best[at][0] and said[at:end] in speller.known:
                best[at] = (worth, end)
    return [(first, end) for first, end in pairwise(_walk(best, len(said))) if end - first >= MIN_SPACED]


def _walk(best: Sequence[tuple[int, int]], length: int) -> Iterator[int]:
    """Yield where each part of the best split begins, and the end."""
    at = 0
    while at < length:
        yield at
        at = best[at][1]
    yield length


def _letter_runs(letters: Sequence[Letter], text: str) -> Iterator[list[Letter]]:
    """Yield runs of single letters with a space or one joining mark between them."""
    run = list(letters[:1])
    for one, other in pairwise(letters):
        between = text[one[0] + 1 : other[0]]
        # "im a" is tokenized i, m, a: letters with nothing between them are not a spaced word.
        if not 1 <= len(between) <= 2 or not _JOINERS.issuperset(between):
            yield run
            run = []
        run.append(other)
    yield run
