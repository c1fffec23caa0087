"""`coach_phrases`: runs the rules' phrases over the words in plain spelling and notes what fits as candidates."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

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


class Phrases:
    """Finds the phrases of all rules in one pass."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._by_direction: dict[Direction, PhraseAutomaton] = {}

    def set_catalog(self, catalog: Catalog, plain: Plain) -> None:
        """Compile the rules; `plain` is the spelling that messages are read in."""
        plain = cache(plain)
        self._by_direction = {direction: PhraseAutomaton(plain) for direction in Direction}
        for rule in catalog.rules:
            for direction in rule.concern.directions:
                for phrase in rule.patterns:
                    self._by_direction[direction].add(rule.id, phrase)

    def __call__(self, doc: Doc) -> Doc:
        """Add a candidate for every phrase found."""
        automaton, reading = self._by_direction.get(direction_of(doc)), reading_of(doc)
        for rule, start, end in automaton.find(reading.words) if automaton else ():
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
