"""Rules' phrases as one nondeterministic automaton over words: data that can be serialized."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coach.models.factoring import FEW, factored
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Options, Phrase, Piece

_ALSO: dict[str, frozenset[str]] = {"your": frozenset({"ur"})}
"""Words that a phrase also matches: "ur" cannot be respelled, because it is "your" and "you are"."""

Plain = Callable[[str], Sequence[str]]
"""Converts a written text to plain words."""
Place = frozenset[str] | None
"""Words that fit; None for any word."""
BEGINS: Place = frozenset()
"""Fits no word: the edges of the state that this edge leads to, where a choice begins, count as the state's own."""
_PLACES: dict[str, Place] = {ANY_WORD: None, NUMBER: frozenset({NUMBER}), GAP_WORD: frozenset({GAP_WORD})}


Edges = frozenset[tuple[Place, int]]
"""Edges out of a state: the words that fit and the state each leads to."""


class Sought(NamedTuple):
    """A phrase to look for."""

    key: str
    """Reported when it is found."""
    start: int
    """The state before its first word."""
    opens: bool
    """Must start a clause."""
    closes: bool
    """Must end a clause."""


@dataclass(slots=True)
class Net:
    """Phrases as states; each state belongs to one phrase."""

    sought: list[Sought] = field(default_factory=list)
    edges: list[Collection[tuple[Place, int]]] = field(default_factory=list)
    """By state, as in `Edges`."""
    accepts: dict[int, int] = field(default_factory=dict)
    """States in which a phrase is complete, with its number."""

    def out_of(self, state: int) -> Iterator[tuple[Place, int]]:
        """Yield the edges out of a state, with those of the choices that begin there."""
        for place, to in self.edges[state]:
            if place == BEGINS:
                yield from self.out_of(to)
            else:
                yield place, to


class _Follow(NamedTuple):
    """What may come next at a point in a phrase."""

    edges: Edges
    whole: bool = False
    """The phrase may end here."""
    state: int | None = None
    """The state, if it already has one."""


class NetMaker:
    """Builds nets of phrases; share one, because phrases share many word sets."""

    def __init__(self, plain: Plain) -> None:
        """Start empty; `plain` converts a written word of a phrase to plain words."""
        self._plain = plain
        self._learnt: dict[frozenset[str], frozenset[str]] = {}
        self._splits: dict[int, tuple[Options, frozenset[str], Options]] = {}

    def net(self, phrases: Iterable[tuple[str, Phrase]]) -> Net:
        """Build the net of phrases, each under a key."""
        net = Net()
        for number, (key, phrase) in enumerate(phrases):
            states = _States(net, number)
            first = self._sequence(states, phrase.pieces, _Follow(frozenset(), whole=True))
            net.sought.append(Sought(key, states.of(first), phrase.opens, phrase.closes))
            states.close()
        return net

    def _sequence(self, states: _States, pieces: Sequence[Piece], follow: _Follow) -> _Follow:
        """Build what may come before these pieces from what may follow them."""
        for piece in reversed(pieces):
            follow = self._piece(states, piece, follow)
        return follow

    def _piece(self, states: _States, piece: Piece, follow: _Follow) -> _Follow:
        if not piece.repeated:
            first = self._once(states, piece, follow)
            return _either(first, follow) if piece.optional else first
        again = states.new()
        # What follows a repetition is known once all of it is built; until then a negative number represents it.
        mark = (None, ~again)
        first = self._once(states, piece, _Follow(frozenset({mark}), state=again))
        edges, passes = first.edges - {mark}, mark in first.edges
        round_again = _either(_Follow(edges), follow)
        states.settle(again, round_again)
        return round_again if piece.optional or passes else _Follow(edges)

    def _once(self, states: _States, piece: Piece, follow: _Follow) -> _Follow:
        if not piece.options:
            return self._word(states, str(piece.word), follow)
        singles, others = self._split(piece.options)
        ways = [self._sequence(states, option, follow) for option in others]
        if singles:
            ways.append(_Follow(frozenset({(singles, states.of(follow))})))
        return states.begun(ways[0] if len(ways) == 1 else _any_of(ways))

    def _split(self, options: Options) -> tuple[frozenset[str], Options]:
        """Split options into single words and the rest; phrases share many word sets."""
        known = self._splits.get(id(options))
        if known is None or known[0] is not options:
            single = {option: self._single(option) for option in factored(options)}
            words = self._with_others(frozenset(word for found in single.values() for word in found or ()))
            others = tuple(option for option, found in single.items() if found is None)
            known = self._splits[id(options)] = (options, words, others)
        return known[1:]

    def _single(self, option: tuple[Piece, ...]) -> Sequence[str] | None:
        piece = option[0]
        if len(option) > 1 or piece.word in {None, ANY_WORD, GAP_WORD} or piece.optional or piece.repeated:
            return None
        words = [NUMBER] if piece.word == NUMBER else self._plain(str(piece.word))
        return words if len(words) == 1 else None

    def _word(self, states: _States, word: str, follow: _Follow) -> _Follow:
        if word in _PLACES:
            return _Follow(frozenset({(_PLACES[word], states.of(follow))}))
        plain = self._plain(word)
        for one in reversed(plain):
            follow = _Follow(frozenset({(self._with_others(frozenset({one})), states.of(follow))}))
        return follow if plain else _Follow(frozenset())

    def _with_others(self, words: frozenset[str]) -> frozenset[str]:
        """Add the words that a phrase also matches; equal sets return the same object."""
        known = self._learnt.get(words)
        if known is None:
            known = self._learnt[words] = with_others(words)
        return known


class _States:
    """States of one phrase, one for all points that may be followed by the same."""

    def __init__(self, net: Net, number: int) -> None:
        self._net = net
        self._number = number
        self._begin = len(net.edges)
        self._of: dict[_Follow, int] = {}

    def of(self, follow: _Follow) -> int:
        """Return the state followed by this."""
        if follow.state is not None:
            return follow.state
        if follow not in self._of:
            self._of[follow] = self.new()
            self.settle(self._of[follow], follow)
        return self._of[follow]

    def begun(self, choice: _Follow) -> _Follow:
        """Return the beginning of a choice: one edge to a state of its own, unless it has few."""
        own = frozenset(edge for edge in choice.edges if edge[1] >= 0)
        if len(own) <= FEW:
            return choice
        return _Follow(choice.edges - own | {(BEGINS, self.of(_Follow(own)))}, choice.whole)

    def new(self) -> int:
        """Add a state without edges."""
        self._net.edges.append(frozenset())
        return len(self._net.edges) - 1

    def settle(self, state: int, follow: _Follow) -> None:
        """Set what follows a state."""
        self._net.edges[state] = follow.edges
        if follow.whole:
            self._net.accepts[state] = self._number

    def close(self) -> None:
        """Replace the placeholders for repetitions with what follows them."""
        for state in range(self._begin, len(self._net.edges)):
            while marks := [edge for edge in self._net.edges[state] if edge[1] < 0]:
                turns = [~to for _, to in marks]
                edges = (
                    frozenset(self._net.edges[state])
                    .difference(marks)
                    .union(*(self._net.edges[turn] for turn in turns))
                )
                self.settle(state, _Follow(edges, any(turn in self._net.accepts for turn in turns)))


def with_others(words: frozenset[str]) -> frozenset[str]:
    """Return these words with those that a phrase also matches."""
    return words.union(*(_ALSO[word] for word in words & _ALSO.keys()))


def _either(one: _Follow, other: _Follow) -> _Follow:
    return _Follow(one.edges | other.edges, one.whole or other.whole)


def _any_of(ways: Sequence[_Follow]) -> _Follow:
    return _Follow(frozenset[tuple[Place, int]]().union(*(way.edges for way in ways)), any(way.whole for way in ways))
