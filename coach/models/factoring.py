"""Factors the alternatives of a choice: `waste of air|waste of time|bag of air` is `waste of (air|time)|bag of air`.

The lexicon is in every frame. What its entries have in common is compiled once per frame instead of once per entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from coach.models.phrase import Options, Piece

FEW = 8
"""A choice that begins with more pieces than this has a state of its own, which all pieces before it share."""

_Option = tuple[Piece, ...]
_Rests = dict[Hashable, _Option]
"""What may follow a piece, without doubles."""


def factored(options: Options) -> Options:
    """Return alternatives that match the same words, but for fewer first pieces.

    Those that begin with the same piece become one, `a (b|c)` for `a b|a c`, and so do single words before the same:
    `(a|b) c` for `a c|b c`. A choice within the rest is not factored yet.
    """
    alone = dict[Hashable, _Option]()
    firsts: dict[Hashable, Piece] = {}
    rests: dict[Hashable, _Rests] = defaultdict(dict)
    for option in options:
        if len(option) == 1:
            alone.setdefault(_alike(option), option)
            continue
        first = _alike(option[:1])
        firsts.setdefault(first, option[0])
        rests[first].setdefault(_alike(option[1:]), option[1:])
    return (*alone.values(), *_before_the_same(firsts, rests))


def _before_the_same(firsts: dict[Hashable, Piece], rests: dict[Hashable, _Rests]) -> Iterator[_Option]:
    """Yield one alternative for all single words that the same may follow."""
    groups: dict[Hashable, list[Hashable]] = defaultdict(list)
    for key, first in firsts.items():
        plain = first.word and not (first.optional or first.repeated)
        groups[frozenset(rests[key]) if plain else key].append(key)
    for keys in groups.values():
        first = firsts[keys[0]] if len(keys) == 1 else _choice(tuple((firsts[key],) for key in keys))
        following = tuple(rests[keys[0]].values())
        yield (first, *following[0]) if len(following) == 1 else (first, _choice(following))


def _choice(options: Options) -> Piece:
    """Build a choice of valid pieces; validating them again would copy every word set."""
    return Piece.model_construct(word=None, options=options, optional=False, repeated=False)


def _alike(pieces: _Option) -> Hashable:
    """Return the same for pieces that match the same; word sets are large, so they are compared by identity."""
    return tuple((piece.word or id(piece.options), piece.optional, piece.repeated) for piece in pieces)
