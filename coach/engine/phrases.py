"""`coach_phrases`: runs the rules' phrases over the words in plain spelling and notes what fits as candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.automaton import PhraseAutomaton
from coach.engine.reading import Candidate, direction_of, reading_of
from coach.models import Catalog, Direction, FlagSource

Plain = Callable[[str], list[str]]
"""Gives the plain words that a written text stands for."""


@Language.factory("coach_phrases")
def create_phrases(nlp: Language, name: str) -> Phrases:
    """Make the component; it looks for nothing until `set_catalog`."""
    return Phrases(name)


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where clauses begin and end for a phrase with `^` or `$`: words that say nothing may stand between."""

    words: Sequence[str | None]
    lead_ins: frozenset[str]
    """Words before the clause proper: `lol`, `hey`, `and`."""
    trailers: frozenset[str]
    """Words after it: `lol`, `bro`, `x`."""

    def opens_at(self, index: int) -> bool:
        """Whether only lead-ins stand before the word at `index` in its clause."""
        return all(word in self.lead_ins or word[0] == ":" for word in _until_break(reversed(self.words[:index])))

    def closes_at(self, index: int) -> bool:
        """Whether only trailers and emoji stand from the word at `index` to the end of its clause."""
        return all(word in self.trailers or word[0] == ":" for word in _until_break(self.words[index:]))


def _until_break(words: Iterable[str | None]) -> Iterator[str]:
    return (word for word in takewhile(lambda word: word is not None, words) if word)


class Phrases:
    """Finds the phrases of all rules in one pass."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._by_direction: dict[Direction, PhraseAutomaton] = {}
        self._words: Mapping[str, frozenset[str]] = {}

    def set_catalog(self, catalog: Catalog, plain: Plain) -> None:
        """Compile the rules; `plain` is the spelling that messages are read in."""
        plain = cache(plain)
        self._words = catalog.words
        self._by_direction = {direction: PhraseAutomaton(plain) for direction in Direction}
        for rule in catalog.rules:
            for direction in rule.concern.directions:
                for phrase in rule.patterns:
                    self._by_direction[direction].add(rule.id, phrase)

    def __call__(self, doc: Doc) -> Doc:
        """Add a candidate for every phrase found."""
        automaton, reading = self._by_direction.get(direction_of(doc)), reading_of(doc)
        if automaton is None:
            return doc
        nothing = frozenset[str]()
        clauses = Clauses(reading.words, self._words.get("lead-ins", nothing), self._words.get("trailers", nothing))
        for rule, start, end in automaton.find(reading.words, clauses):
            reading.candidates.append(
                Candidate(
                    start=start,
                    end=end,
                    start_char=reading.spans[start][0],
                    end_char=reading.spans[end - 1][1],
                    rule=rule,
                    source=FlagSource.RULE,
                )
            )
        return doc
