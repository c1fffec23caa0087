"""Finds all phrases of all rules in one pass over the words of a message.

The phrases make one nondeterministic automaton over words. It is walked as a deterministic one whose states are
made when a message first needs them and kept. The time for a message therefore depends on its length, not on the
number of rules, and no phrase can make it grow faster than linearly. spaCy's Matcher does not fit here: one token
may stand for several words, and its IN lists are asked one by one in Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from coach.engine.backwards import Backwards
from coach.engine.symbols import is_number, symbol_of
from coach.models.phrase import ANY_WORD, GAP_WORD, NUMBER, Phrase, Piece

MAX_STATES = 8_000
"""States kept before starting afresh: a bound on memory."""
MAX_PHRASE = 40
"""The longest phrase that is found, in words."""

ALSO: dict[str, frozenset[str]] = {"your": frozenset({"ur"})}
"""Words that a phrase finds too: "ur" cannot be respelled, for it is "your" and "you are"."""

States = frozenset[int]
Options = tuple[tuple[Piece, ...], ...]
Place = frozenset[str] | None
"""Words that fit; None: every word."""
_NUMBERS: frozenset[str] = frozenset({NUMBER})
_GAP: frozenset[str] = frozenset({GAP_WORD})
_PLACES: dict[str, Place] = {ANY_WORD: None, NUMBER: _NUMBERS, GAP_WORD: _GAP}
_DENYING = frozenset({"not", "never"})
"""Words that turn what is said around: a gap does not pass over them."""


class Clauses(Protocol):
    """Says where clauses of a list of words begin and end."""

    def opens_at(self, index: int) -> bool:
        """Whether a clause begins with the word at `index`."""

    def closes_at(self, index: int) -> bool:
        """Whether a clause ends before the word at `index`."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Clauses as the breaks alone part them."""

    words: Sequence[str | None]

    def opens_at(self, index: int) -> bool:
        """Whether a break or nothing stands before."""
        return index == 0 or self.words[index - 1] is None

    def closes_at(self, index: int) -> bool:
        """Whether a break or nothing follows."""
        return index == len(self.words) or self.words[index] is None


@dataclass(slots=True)
class _Net:
    """The nondeterministic automaton: for every state its edges, and which phrases end there."""

    edges: list[list[tuple[Place, int]]] = field(default_factory=list)
    free: list[list[int]] = field(default_factory=list)
    """States reached without reading a word."""
    accepts: dict[int, int] = field(default_factory=dict)
    """End state to the phrase's number."""

    def state(self) -> int:
        self.edges.append([])
        self.free.append([])
        return len(self.edges) - 1

    def closure(self, states: Iterable[int]) -> States:
        seen, todo = set[int](), list(states)
        while todo:
            state = todo.pop()
            if state not in seen:
                seen.add(state)
                todo.extend(self.free[state])
        return frozenset(seen)


class PhraseAutomaton:
    """Phrases, each under a key, found in lists of words."""

    def __init__(self, plain: Callable[[str], Sequence[str]]) -> None:
        """Start empty; `plain` gives the plain words that a written word of a phrase stands for."""
        self._plain = plain
        self._net = _Net()
        self._phrases: list[tuple[str, int, Phrase]] = []
        self._alphabet: set[str] = set(_DENYING)
        self._learnt: dict[frozenset[str], frozenset[str]] = {}
        self._splits: dict[int, tuple[Options, frozenset[str], Options]] = {}
        self._turned: dict[int, tuple[Backwards[Place], States]] = {}
        """Phrases that were found before, turned round."""
        self._reset()

    def add(self, key: str, phrase: Phrase) -> None:
        """Take in a phrase; what is found of it comes back under `key`."""
        start = self._net.state()
        end = self._sequence(phrase.pieces, start)
        self._net.accepts[end] = len(self._phrases)
        self._phrases.append((key, start, phrase))
        self._reset()

    def find(self, words: Sequence[str | None], clauses: Clauses | None = None) -> Iterator[tuple[str, int, int]]:
        """Every phrase found, as key, first word and the word after the last; of one phrase none inside another."""
        ends: dict[int, list[int]] = {}
        for at, state in enumerate(self._walk(words)):
            if state and (accepted := self._accepted[state]):
                for phrase in accepted:
                    ends.setdefault(phrase, []).append(at)
        for phrase, places in ends.items():
            yield from self._widest(phrase, places, words, clauses or Breaks(words))

    def _widest(
        self, number: int, ends: list[int], words: Sequence[str | None], clauses: Clauses
    ) -> Iterator[tuple[str, int, int]]:
        key, _, phrase = self._phrases[number]
        before = len(words)
        for last in reversed(ends):
            if last < before and (not phrase.closes or clauses.closes_at(last + 1)):
                start = self._longest(number, words, last, clauses)
                if start is not None:
                    before = start
                    yield key, before, last + 1

    def _walk(self, words: Sequence[str | None]) -> Iterator[int]:
        """The number of the state after each word; 0 after a break."""
        state = 0
        for word in words:
            if word is None:
                state = 0
            else:
                symbol = word if word in self._alphabet else symbol_of(word)
                following = self._steps[state].get(symbol)
                state = self._step(state, symbol) if following is None else following
            yield state

    def _reset(self) -> None:
        self._numbers: dict[States, int] = {frozenset(): 0}
        self._sets: list[States] = [frozenset()]
        self._steps: list[dict[str, int]] = [{}]
        self._accepted: list[tuple[int, ...]] = [()]
        self._starts: dict[str, list[int]] | None = None

    def _sequence(self, pieces: Sequence[Piece], state: int) -> int:
        for piece in pieces:
            state = self._piece(piece, state)
        return state

    def _piece(self, piece: Piece, start: int) -> int:
        begin, end = self._branch(start), self._net.state()
        if piece.options:
            self._choice(piece, begin, end)
        else:
            self._word(str(piece.word), begin, end)
        if piece.optional:
            self._net.free[begin].append(end)
        if piece.repeated:
            self._net.free[end].append(begin)
        return end

    def _choice(self, piece: Piece, start: int, end: int) -> None:
        singles, others = self._split(piece.options)
        for option in others:
            self._net.free[self._sequence(option, self._branch(start))].append(end)
        if singles:
            self._net.edges[start].append((singles, end))

    def _split(self, options: Options) -> tuple[frozenset[str], Options]:
        """The single words among these options, and the other options; phrases share many word sets."""
        known = self._splits.get(id(options))
        if known is None or known[0] is not options:
            single = {option: self._single(option) for option in options}
            words = self._learn(frozenset(word for found in single.values() for word in found or ()))
            others = tuple(option for option, found in single.items() if found is None)
            known = self._splits[id(options)] = (options, words, others)
        return known[1:]

    def _branch(self, start: int) -> int:
        """A state of its own, so that what is optional or repeated stays inside its piece."""
        branch = self._net.state()
        self._net.free[start].append(branch)
        return branch

    def _single(self, option: tuple[Piece, ...]) -> Sequence[str] | None:
        piece = option[0]
        if len(option) > 1 or piece.word in {None, ANY_WORD, GAP_WORD} or piece.optional or piece.repeated:
            return None
        words = [NUMBER] if piece.word == NUMBER else self._plain(str(piece.word))
        return words if len(words) == 1 else None

    def _word(self, word: str, start: int, end: int) -> None:
        if word in _PLACES:
            self._net.edges[start].append((_PLACES[word], end))
            return
        plain = self._plain(word)
        for one in plain[:-1]:
            following = self._net.state()
            self._net.edges[start].append((self._learn(frozenset({one})), following))
            start = following
        self._net.edges[start].append((self._learn(frozenset(plain[-1:])), end))

    def _learn(self, words: frozenset[str]) -> frozenset[str]:
        """These words with those that a phrase finds too, taken into the alphabet."""
        known = self._learnt.get(words)
        if known is None:
            known = self._learnt[words] = words.union(*(ALSO[word] for word in words & ALSO.keys()))
            self._alphabet |= known
        return known

    def _symbol(self, word: str) -> str:
        if word in self._alphabet:
            return word
        return symbol_of(word)

    def _fits(self, place: Place, symbol: str) -> bool:
        if place is _GAP:
            return symbol not in _DENYING
        return place is None or symbol in place or (NUMBER in place and (symbol == NUMBER or is_number(symbol)))

    def _step(self, state: int, symbol: str) -> int:
        """The state after reading `symbol`; made now if it was never needed before."""
        if len(self._sets) > MAX_STATES:
            kept = self._sets[state]
            self._reset()
            state = self._number(kept)
        reached = {to for at in self._sets[state] for place, to in self._net.edges[at] if self._fits(place, symbol)}
        reached.update(self._begun(symbol))
        number = self._number(self._net.closure(reached))
        self._steps[state][symbol] = number
        return number

    def _begun(self, symbol: str) -> list[int]:
        """States reached by phrases that begin with this word."""
        if self._starts is None:
            self._starts = self._first_words()
        numbers = self._starts.get(NUMBER, []) if symbol != NUMBER and is_number(symbol) else []
        return [*self._starts.get(symbol, []), *numbers, *self._starts.get(ANY_WORD, [])]

    def _first_words(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for state in self._net.closure(start for _, start, _ in self._phrases):
            for place, to in self._net.edges[state]:
                for word in (ANY_WORD,) if place is None else place:
                    starts.setdefault(word, []).append(to)
        return starts

    def _number(self, states: States) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = self._numbers[states] = len(self._sets)
            self._sets.append(states)
            self._steps.append({})
            accepted = {self._net.accepts[state] for state in states if state in self._net.accepts}
            self._accepted.append(tuple(sorted(accepted)))
        return number

    def _longest(self, number: int, words: Sequence[str | None], last: int, clauses: Clauses) -> int | None:
        """The earliest word from which this phrase reaches exactly to `last`; None where no clause begins there."""
        _, first, phrase = self._phrases[number]
        back, states = self._backwards(number, first)
        start = None
        for begin in range(last, max(last - MAX_PHRASE, -1), -1):
            word = words[begin]
            states = back.step(states, self._symbol(word), self._fits) if word is not None else frozenset()
            if not states:
                break
            if 0 in states and (not phrase.opens or clauses.opens_at(begin)):
                start = begin
        return start

    def _backwards(self, number: int, first: int) -> tuple[Backwards[Place], States]:
        """A phrase turned round, and the states at its end."""
        turned = self._turned.get(number)
        if turned is None:
            after = self._phrases[number + 1][1] if number + 1 < len(self._phrases) else len(self._net.edges)
            back = Backwards(self._net.edges[first:after], self._net.free[first:after], first)
            end = next(state for state in range(first, after) if self._net.accepts.get(state) == number)
            turned = self._turned[number] = (back, back.all_of([end - first]))
        return turned
