"""The phrases of rules as one nondeterministic automaton over words: data that can be written down and read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Phrase, Piece

ALSO: dict[str, frozenset[str]] = {"your": frozenset({"ur"})}
"""Words that a phrase finds too: "ur" cannot be respelled, for it is "your" and "you are"."""

Plain = Callable[[str], Sequence[str]]
"""Gives the plain words that a written text stands for."""
Options = tuple[tuple[Piece, ...], ...]
Place = frozenset[str] | None
"""Words that fit; None: every word."""
_PLACES: dict[str, Place] = {ANY_WORD: None, NUMBER: frozenset({NUMBER}), GAP_WORD: frozenset({GAP_WORD})}


Edges = frozenset[tuple[Place, int]]
"""The places that lead out of a state, and the states they lead to."""


class Sought(NamedTuple):
    """A phrase that is looked for."""

    key: str
    """What is told when it is found."""
    start: int
    """The state before its first word."""
    opens: bool
    """It stands where a clause begins."""
    closes: bool
    """It stands where a clause ends."""


@dataclass(slots=True)
class Net:
    """Phrases as states; each state belongs to one phrase."""

    sought: list[Sought] = field(default_factory=list)
    edges: list[Edges] = field(default_factory=list)
    """By state."""
    accepts: dict[int, int] = field(default_factory=dict)
    """States in which a phrase is whole, with its number."""


@dataclass(slots=True)
class _Draft:
    """One phrase as it is written: a state before and after every piece, and states reached without reading a word."""

    edges: list[list[tuple[Place, int]]] = field(default_factory=list)
    free: list[list[int]] = field(default_factory=list)

    def state(self) -> int:
        self.edges.append([])
        self.free.append([])
        return len(self.edges) - 1

    def reached(self, state: int) -> set[int]:
        """This state and all that are reached from it without reading a word."""
        seen, todo = set[int](), [state]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo.extend(self.free[at])
        return seen


class NetMaker:
    """Makes nets of phrases; one maker for all, since they share many word sets."""

    def __init__(self, plain: Plain) -> None:
        """Start empty; `plain` gives the plain words that a written word of a phrase stands for."""
        self._plain = plain
        self._learnt: dict[frozenset[str], frozenset[str]] = {}
        self._splits: dict[int, tuple[Options, frozenset[str], Options]] = {}

    def net(self, phrases: Iterable[tuple[str, Phrase]]) -> Net:
        """The net of phrases, each under a key."""
        net = Net()
        for key, phrase in phrases:
            draft = _Draft()
            end = self._sequence(draft, phrase.pieces, draft.state())
            edges, whole = _joined(*_read_only(draft, end))
            first, number = len(net.edges), len(net.sought)
            net.sought.append(Sought(key, first, phrase.opens, phrase.closes))
            net.edges.extend(frozenset((place, first + to) for place, to in each) for each in edges)
            net.accepts.update((first + state, number) for state in whole)
        return net

    def _sequence(self, draft: _Draft, pieces: Sequence[Piece], state: int) -> int:
        for piece in pieces:
            state = self._piece(draft, piece, state)
        return state

    def _piece(self, draft: _Draft, piece: Piece, start: int) -> int:
        begin, end = _branch(draft, start), draft.state()
        if piece.options:
            self._choice(draft, piece, begin, end)
        else:
            self._word(draft, str(piece.word), begin, end)
        if piece.optional:
            draft.free[begin].append(end)
        if piece.repeated:
            draft.free[end].append(begin)
        return end

    def _choice(self, draft: _Draft, piece: Piece, start: int, end: int) -> None:
        singles, others = self._split(piece.options)
        for option in others:
            draft.free[self._sequence(draft, option, _branch(draft, start))].append(end)
        if singles:
            draft.edges[start].append((singles, end))

    def _split(self, options: Options) -> tuple[frozenset[str], Options]:
        """The single words among these options, and the other options; phrases share many word sets."""
        known = self._splits.get(id(options))
        if known is None or known[0] is not options:
            single = {option: self._single(option) for option in options}
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

    def _word(self, draft: _Draft, word: str, start: int, end: int) -> None:
        if word in _PLACES:
            draft.edges[start].append((_PLACES[word], end))
            return
        plain = self._plain(word)
        for one in plain[:-1]:
            following = draft.state()
            draft.edges[start].append((self._with_others(frozenset({one})), following))
            start = following
        draft.edges[start].append((self._with_others(frozenset(plain[-1:])), end))

    def _with_others(self, words: frozenset[str]) -> frozenset[str]:
        """These words with those that a phrase finds too; the same set for the same words."""
        known = self._learnt.get(words)
        if known is None:
            known = self._learnt[words] = words.union(*(ALSO[word] for word in words & ALSO.keys()))
        return known


def _branch(draft: _Draft, start: int) -> int:
    """A state of its own, so that what is optional or repeated stays inside its piece."""
    branch = draft.state()
    draft.free[start].append(branch)
    return branch


def _read_only(draft: _Draft, end: int) -> tuple[list[Edges], set[int]]:
    """The same phrase with states that are reached by reading a word alone, the first first, and where it is whole."""
    numbers, states = {0: 0}, [0]
    edges, whole = list[Edges](), set[int]()
    for at, state in enumerate(states):
        reached = draft.reached(state)
        out = frozenset(edge for each in reached for edge in draft.edges[each])
        for _, to in out:
            if to not in numbers:
                numbers[to] = len(states)
                states.append(to)
        edges.append(frozenset((place, numbers[to]) for place, to in out))
        if end in reached:
            whole.add(at)
    return edges, whole


def _joined(edges: Sequence[Edges], whole: set[int]) -> tuple[list[Edges], set[int]]:
    """The same phrase with one state for all from which the same may follow; the first stays the first."""
    kinds, count = [state in whole for state in range(len(edges))], 0
    kind_of: list[int] = [int(kind) for kind in kinds]
    while True:
        numbers: dict[tuple[bool, Edges], int] = {}
        following = [
            numbers.setdefault((is_whole, frozenset((place, kind_of[to]) for place, to in out)), len(numbers))
            for is_whole, out in zip(kinds, edges, strict=True)
        ]
        kind_of = following
        if len(numbers) == count:
            break
        count = len(numbers)
    joined = {kind: frozenset((place, kind_of[to]) for place, to in edges[at]) for at, kind in enumerate(kind_of)}
    return [joined[kind] for kind in range(count)], {kind_of[state] for state in whole}
