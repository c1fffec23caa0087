"""Finds phrases in the words of a text, each under a key: one pass for each key whose required words are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from coach.engine.patterns.lazy_dfa import PhraseAutomaton
from coach.engine.patterns.nfa import NetMaker
from coach.engine.patterns.required_words import required_words
from coach.models.phrase import Phrase

Plain = Callable[[str], Sequence[str]]
"""Converts a written text to plain words."""


class PhraseFinder:
    """Phrases by key, compiled; an automaton is built when a text first needs it."""

    def __init__(self, phrases: Mapping[str, Sequence[Phrase]], plain: Plain) -> None:
        """Compile phrases; `plain` converts a written word of a phrase to plain words."""
        self._phrases = phrases
        self._maker = NetMaker(plain)
        numbered = [(key, phrase) for key, each in phrases.items() for phrase in each]
        required = required_words([phrase for _, phrase in numbered], plain)
        self._prefilter, self._pairs = required.prefilter(), required.pairs()
        self._bits = dict.fromkeys(phrases, 0)
        for number, (key, _) in enumerate(numbered):
            self._bits[key] |= 1 << number
        self._automata: dict[str, PhraseAutomaton] = {}

    def find(self, words: Sequence[str | None]) -> Iterator[tuple[str, int, int]]:
        """Yield each phrase found as key, first word and the word after the last; None in `words` is a break."""
        pairs = self._pairs.intersection(map(" ".join, pairwise(filter(None, words))))
        possible = self._prefilter.possible([*words, *pairs])
        if not possible:
            return
        for key, bits in self._bits.items():
            if possible & bits:
                yield from self._automaton(key).find(words)

    def _automaton(self, key: str) -> PhraseAutomaton:
        if key not in self._automata:
            self._automata[key] = PhraseAutomaton(self._maker.net((key, phrase) for phrase in self._phrases[key]))
        return self._automata[key]
