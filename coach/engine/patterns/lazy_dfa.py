"""Find all phrases of all rules in one pass over the words of a message.

The phrases form one nondeterministic automaton over words, the net. It runs as a deterministic one whose states
are built and cached when a message first needs them. So the time for a message depends on its length, not on the
number of rules, and no phrase can make it grow faster than linearly. spaCy's Matcher does not fit: one token
may be several words, and its IN lists are checked one by one in Python.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from coach.engine.patterns.nfa import Net
from coach.engine.patterns.origins import ClauseEdges, Origins
from coach.engine.patterns.ways import DENYING, Ways
from coach.engine.text.symbols import SYMBOL_OF, is_number
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER

MAX_STATES = 2_000
"""States cached before the cache is emptied: bounds memory at about 1.7 KB a state in each automaton."""
MAX_KEPT = 300_000
"""Net states held in all of them, four bytes each, before the cache is emptied."""
States = bytes
"""Sorted numbers of net states, packed because many are kept."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """ClauseEdges separated only by breaks."""

    words: Sequence[str | None]

    def opens_at(self, index: int) -> bool:
        """Return whether a break or nothing comes before."""
        return index == 0 or self.words[index - 1] is None

    def closes_at(self, index: int) -> bool:
        """Return whether a break or nothing comes after."""
        return index == len(self.words) or self.words[index] is None


class PhraseAutomaton:
    """Finds phrases, each under a key, in lists of words."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self._ways = Ways(net)
        self._origins = Origins(net, self._ways)
        self._starts = self._first_words()
        self._beginnings = _beginnings(self._starts)
        self._reset()

    def find(
        self, words: Sequence[str | None], clauses: ClauseEdges | None = None, between: tuple[int, int] | None = None
    ) -> Iterator[tuple[str, int, int]]:
        """Yield every phrase found as key, first word and the word after the last; no two finds of a phrase are nested.

        Args:
            words: words to search; no phrase crosses a None.
            clauses: where clauses start and end.
            between: the first word to look at and the word after the last; by default all words.
        """
        for phrase, ends in self._ends(words, *(between or (0, len(words)))).items():
            yield from self._widest(phrase, ends, words, clauses or Breaks(words))

    def _ends(self, words: Sequence[str | None], first: int, last: int) -> dict[int, list[tuple[int, int]]]:
        """For each phrase found, list the words it may end with, each with the first word it could then start with."""
        ends: dict[int, list[tuple[int, int]]] = {}
        state, alphabet, beginnings = 0, self._ways.alphabet, self._beginnings
        begun = first
        for at, word in enumerate(words[first:last], first):
            if not state:
                begun = at
                if beginnings and word not in beginnings:
                    continue
            if word is None:
                state = 0
                continue
            symbol = word if word in alphabet else SYMBOL_OF[word]
            following = self._steps[state].get(symbol)
            state = self._step(state, symbol) if following is None else following
            if state:
                for phrase in self._accepted[state]:
                    ends.setdefault(phrase, []).append((begun, at))
        return ends

    def _widest(
        self, number: int, ends: Sequence[tuple[int, int]], words: Sequence[str | None], clauses: ClauseEdges
    ) -> Iterator[tuple[str, int, int]]:
        phrase = self._net.sought[number]
        if phrase.closes:
            ends = [end for end in ends if clauses.closes_at(end[1] + 1)]
        before = len(words)
        for start, last in reversed(list(self._origins.spans(number, ends, words, clauses))):
            if last < before:
                before = start
                yield phrase.key, before, last + 1

    def _reset(self) -> None:
        self._numbers: dict[States, int] = {b"": 0}
        self._sets: list[States] = [b""]
        self._steps: list[dict[str, int]] = [{}]
        self._accepted: list[tuple[int, ...]] = [()]
        self._size = 0

    def _step(self, state: int, symbol: str) -> int:
        """Return the state after reading `symbol`, building it if needed."""
        if len(self._sets) > MAX_STATES or self._size > MAX_KEPT:
            kept = self._sets[state]
            self._reset()
            state = self._number(kept)
        reached = set(self._begun(symbol))
        for at in _unpacked(self._sets[state]):
            reached.update(self._ways.onward(at, symbol))
        number = self._number(array("i", sorted(reached)).tobytes())
        self._steps[state][symbol] = number
        return number

    def _begun(self, symbol: str) -> list[int]:
        """Return the states reached by phrases that start with this word."""
        numbers = self._starts.get(NUMBER, []) if symbol != NUMBER and is_number(symbol) else []
        gaps = self._starts.get(GAP_WORD, []) if symbol not in DENYING else []
        return [*self._starts.get(symbol, []), *numbers, *gaps, *self._starts.get(ANY_WORD, [])]

    def _first_words(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for phrase in self._net.sought:
            for place, to in self._net.out_of(phrase.start):
                for word in (ANY_WORD,) if place is None else place:
                    starts.setdefault(word, []).append(to)
        return starts

    def _number(self, states: States) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = self._numbers[states] = len(self._sets)
            self._sets.append(states)
            self._size += len(states) // array("i").itemsize
            self._steps.append({})
            accepted = {self._net.accepts[state] for state in _unpacked(states) if state in self._net.accepts}
            self._accepted.append(tuple(sorted(accepted)))
        return number


def _unpacked(states: States) -> Sequence[int]:
    return memoryview(states).cast("i")


def _beginnings(starts: Mapping[str, object]) -> Set[str]:
    """Return the words a phrase may start with; empty if one may start with words that cannot be listed."""
    return starts.keys() if starts.keys().isdisjoint({ANY_WORD, GAP_WORD, NUMBER}) else frozenset()
