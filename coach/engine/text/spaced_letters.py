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
        at = 0
        while at + MIN_SPACED <= len(run):
            end = _known_end(run, at, speller)
            if end:
                yield run[at][0], run[end - 1][0]
            at = end or at + 1


def _known_end(run: list[Letter], at: int, speller: Speller) -> int:
    """Return the end of the longest known word that starts at `at`, or 0."""
    letters = "".join(fold(letter) for _, letter in run[at : at + _MOST_SPACED])
    lengths = range(len(letters), MIN_SPACED - 1, -1)
    return next((at + n for n in lengths if letters[:n] in speller.known), 0)


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
