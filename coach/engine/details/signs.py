"""The signs that each expression requires, for the prefilter.

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

from coach.engine.patterns.prefilter import Layers, Prefilter, Slot

Groups = Sequence[Sequence[str]]
"""One sign of each group is required."""
Asks = Callable[[str], bool]
"""A sign that is a test of a piece."""

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


def prefilter_by_signs(needed: Sequence[Groups], asked: Mapping[str, Asks] | None = None) -> Prefilter[str]:
    """Build the prefilter of things by their groups of signs; its pieces are what is between two spaces of a text.

    Args:
        needed: the groups of each thing.
        asked: signs that are tests of a piece, by name.
    """
    layers = Layers([len(groups) for groups in needed])
    slots = defaultdict[str, list[Slot]](list)
    for thing, groups in enumerate(needed):
        for at, group in enumerate(groups):
            for sign in group:
                slots[sign].append((thing, at))
    bits = {sign: layers.bits(each) for sign, each in slots.items()}
    return Prefilter(layers, _Signs(bits, {DIGIT: _holds_digit, **(asked or {})}).filled_by)


class _Signs:
    """Looks for signs in pieces of text."""

    def __init__(self, bits: Mapping[str, int], asked: Mapping[str, Asks]) -> None:
        """Take the bits that each sign fills, and the signs that are tests."""
        self._asked = [(ask, bits[name]) for name, ask in asked.items() if name in bits]
        self._by_letters: dict[str, list[tuple[bool, bool, int]]] = defaultdict(list)
        """By the letters of a sign: whether it requires an edge before and after, and the bits it fills."""
        for sign in bits.keys() - asked.keys():
            self._by_letters[sign.strip(EDGE)].append((sign.startswith(EDGE), sign.endswith(EDGE), bits[sign]))
        self._beginnings = {letters[:end] for letters in self._by_letters for end in range(1, len(letters) + 1)}

    def filled_by(self, piece: str) -> int:
        """Return the bits filled by the signs in a piece."""
        folded, filled = fold(piece), 0
        for start in range(len(folded)):
            for end in range(start + 1, len(folded) + 1):
                letters = folded[start:end]
                if letters not in self._beginnings:
                    break
                for before, behind, bits in self._by_letters.get(letters, ()):
                    if (not before or _is_edge(folded, start)) and (not behind or _is_edge(folded, end)):
                        filled |= bits
        return reduce(or_, (bits for ask, bits in self._asked if ask(piece)), filled)


def _holds_digit(piece: str) -> bool:
    return _ANY_DIGIT.search(piece) is not None


def _is_edge(piece: str, at: int) -> bool:
    """Return whether the characters before and after a place do not form one word."""
    return _WITHIN.match(piece, max(at - 1, 0)) is None if 0 < at < len(piece) else True
