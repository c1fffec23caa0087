"""Prefilter: find which expressions a message can match at all, by signs that each requires.

A *sign* is a piece of text in small letters, without a space. `EDGE` at its start or end requires the edge of a word
there; `DIGIT` alone is any digit. An expression needs one sign of each of its groups. The groups are computed
from the expressions (`coach.training.signs`) and stored in `signs.json` under the expression they were made from; an
expression that has changed since has none there, and is tried on every message.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from importlib.resources import files
from operator import or_

from coach.engine.text.bounded_cache import BoundedCache

Groups = Sequence[Sequence[str]]
"""One sign of each group is required."""

EDGE, DIGIT = "\b", "\\d"
SIGNS = "signs.json"
"""File name."""
_ANY_DIGIT = re.compile(r"\d")
_WITHIN = re.compile(r"\w\w")
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that `re.IGNORECASE` treats as equal and `str.lower` does not."""


def fold(text: str) -> str:
    """Fold letters that `re.IGNORECASE` treats as equal; signs are written in folded letters."""
    return text.translate(_ALIKE).lower()


def kept_signs() -> Mapping[str, Groups]:
    """Load the groups of each expression by its key."""
    kept: Mapping[str, Groups] = json.loads(files("coach.engine.details").joinpath(SIGNS).read_text(encoding="utf-8"))
    return kept


class Signs:
    """Finds which of several things a message can contain: those with a sign for every group."""

    def __init__(self, needed: Sequence[Groups], asked: Mapping[str, Callable[[str], bool]] | None = None) -> None:
        """Take the groups of each thing, and signs that are tests of a chunk."""
        self._first = self._last = 0
        self._filled_by: dict[str, list[tuple[bool, bool, int]]] = defaultdict(list)
        """By the letters of a sign: whether it requires an edge before and after, and the groups it fills."""
        groups = defaultdict[str, int](int)
        at = 0
        for each in needed:
            self._first |= 1 << at
            for group in each:
                for sign in group:
                    groups[sign] |= 1 << at
                at += 1
            self._last |= 1 << at
            at += 1
        questions = {DIGIT: lambda chunk: _ANY_DIGIT.search(chunk) is not None, **(asked or {})}
        self._asked = [(ask, groups.pop(name)) for name, ask in questions.items() if name in groups]
        for sign, filled in groups.items():
            self._filled_by[sign.strip(EDGE)].append((sign.startswith(EDGE), sign.endswith(EDGE), filled))
        self._longest = max(map(len, self._filled_by), default=0)
        self._chunks = BoundedCache(self._read)

    def held(self, text: str) -> int:
        """Return one bit for each thing a text can contain; `numbers` decodes them."""
        filled = reduce(or_, map(self._chunks.__getitem__, text.split(" ")))
        # Adding one to a thing's bits carries into the bit above them if all are set.
        return filled + self._first & self._last

    def numbers(self, held: int) -> list[int]:
        """Return the things, counted from 0, whose bits are set."""
        lasts = (bit for bit in range(self._last.bit_length()) if self._last >> bit & 1)
        return [number for number, bit in enumerate(lasts) if held >> bit & 1]

    def _read(self, chunk: str) -> int:
        """Return the groups that have a sign in a chunk between two spaces."""
        folded, filled = fold(chunk), 0
        for start in range(len(folded)):
            for end in range(start + 1, min(start + self._longest, len(folded)) + 1):
                for before, behind, groups in self._filled_by.get(folded[start:end], ()):
                    if (not before or _is_edge(folded, start)) and (not behind or _is_edge(folded, end)):
                        filled |= groups
        return reduce(or_, (groups for ask, groups in self._asked if ask(chunk)), filled)


def _is_edge(chunk: str, at: int) -> bool:
    """Return whether the characters before and after a place do not form one word."""
    return _WITHIN.match(chunk, max(at - 1, 0)) is None if 0 < at < len(chunk) else True
