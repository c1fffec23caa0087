"""Which expressions a message can hold at all, by the signs that each cannot do without.

A *sign* is a piece of text in small letters, without a space. `EDGE` at its beginning or end asks for the edge of a
word there; `DIGIT` alone is any digit. An expression needs one sign of each of its groups. The groups are worked out
from the expressions (`coach.training.signs`) and kept in `signs.json` by the expression that they were made from: one
that has changed since has none there, and is looked for in every message.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from importlib.resources import files
from operator import or_

from coach.engine.text.bounded_cache import Remembered

Groups = Sequence[Sequence[str]]
"""Of each of these one sign is needed."""

EDGE, DIGIT = "\b", "\\d"
SIGNS = "signs.json"
"""The name of the file."""
_ANY_DIGIT = re.compile(r"\d")
_WITHIN = re.compile(r"\w\w")
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that `re.IGNORECASE` takes for others, and `str.lower` does not."""


def fold(text: str) -> str:
    """A text in which letters are the same where `re.IGNORECASE` says so; signs are written in such letters."""
    return text.translate(_ALIKE).lower()


def kept_signs() -> Mapping[str, Groups]:
    """The groups of each expression by its key."""
    kept: Mapping[str, Groups] = json.loads(files("coach.engine.details").joinpath(SIGNS).read_text(encoding="utf-8"))
    return kept


class Signs:
    """Tells which of some things a message can hold: those of each of whose groups it has a sign."""

    def __init__(self, needed: Sequence[Groups], asked: Mapping[str, Callable[[str], bool]] | None = None) -> None:
        """Take the groups of each thing, and signs that are questions about a chunk."""
        self._first = self._last = 0
        self._filled_by: dict[str, list[tuple[bool, bool, int]]] = defaultdict(list)
        """By the letters of a sign: whether it asks for an edge before and behind, and the groups that it fills."""
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
        self._chunks = _Chunks(self._read)

    def held(self, text: str) -> int:
        """One bit for each thing that a text can hold; `numbers` says which."""
        filled = reduce(or_, map(self._chunks.__getitem__, text.split(" ")))
        # One that is added to a thing's bits carries over to the bit behind them where all are set.
        return filled + self._first & self._last

    def numbers(self, held: int) -> list[int]:
        """The things, counted from 0, whose bits are set."""
        lasts = (bit for bit in range(self._last.bit_length()) if self._last >> bit & 1)
        return [number for number, bit in enumerate(lasts) if held >> bit & 1]

    def _read(self, chunk: str) -> int:
        """The groups that have a sign in what stands between two spaces."""
        folded, filled = fold(chunk), 0
        for start in range(len(folded)):
            for end in range(start + 1, min(start + self._longest, len(folded)) + 1):
                for before, behind, groups in self._filled_by.get(folded[start:end], ()):
                    if (not before or _is_edge(folded, start)) and (not behind or _is_edge(folded, end)):
                        filled |= groups
        return reduce(or_, (groups for ask, groups in self._asked if ask(chunk)), filled)


def _is_edge(chunk: str, at: int) -> bool:
    """Whether the characters before and behind a place do not make one word."""
    return _WITHIN.match(chunk, max(at - 1, 0)) is None if 0 < at < len(chunk) else True


class _Chunks(Remembered[int]):
    """The groups that the chunks read so far fill."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__()
        self._read = read

    def work_out(self, text: str) -> int:
        """The groups that this chunk fills."""
        return self._read(text)
