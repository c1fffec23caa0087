"""`coach_phrases`: runs the rules' phrases over the words in plain spelling and notes what fits as candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.automaton import PhraseAutomaton
from coach.engine.calls import Calls, Plain
from coach.engine.reading import Candidate, Reading, reading_of
from coach.models import Catalog, Direction, FlagSource


@Language.factory("coach_phrases")
def create_phrases(nlp: Language, name: str) -> Phrases:
    """Make the component; it looks for nothing until `set_catalog`."""
    return Phrases(name)


@dataclass(frozen=True)
class Clauses:
    """Where clauses begin and end for a phrase with `^` or `$`: words that say nothing may stand between.

    Each is found for all words in one pass: a clause may be as long as the message, such as one of emoji alone.
    """

    words: Sequence[str | None]
    lead_ins: frozenset[str]
    """Words before the clause proper: `lol`, `hey`, `and`."""
    trailers: frozenset[str]
    """Words after it: `lol`, `bro`, `x`."""

    def opens_at(self, index: int) -> bool:
        """Whether only lead-ins and emoji stand before the word at `index` in its clause."""
        return self._opening[index]

    def closes_at(self, index: int) -> bool:
        """Whether only trailers and emoji stand from the word at `index` to the end of its clause."""
        return self._closing[-1 - index]

    @cached_property
    def _opening(self) -> list[bool]:
        return list(_passed(self.words, self.lead_ins))

    @cached_property
    def _closing(self) -> list[bool]:
        return list(_passed(reversed(self.words), self.trailers))


def _passed(words: Iterable[str | None], empty: frozenset[str]) -> Iterator[bool]:
    """Before each word and at the end: whether all since the last break are `empty` or emoji."""
    says_nothing = True
    yield says_nothing
    for word in words:
        says_nothing = word is None or (says_nothing and (word in empty or word.startswith(":")))
        yield says_nothing


class Phrases:
    """Finds the phrases of all rules, those of each category in one pass.

    One automaton for all would need a state for every way in which unfinished phrases of different categories can
    stand side by side; there are too many of those to keep.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._calls = Calls((), str.split)
        self._automata = _Automata(None, str.split)
        self._by_direction: dict[Direction, dict[str, int]] = {}
        """The categories looked for, with one bit for every phrase of each."""
        self._words: Mapping[str, frozenset[str]] = {}
        self._made_from: tuple[Catalog, Plain] | None = None

    def __getstate__(self) -> dict[str, object]:
        """What it was made from: rules are compiled anew in the process that unpickles it."""
        return {"name": self.name, "_made_from": self._made_from}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Phrases.__init__(self, state["name"])
        self._made_from = state["_made_from"]

    def set_catalog(self, catalog: Catalog, plain: Plain) -> None:
        """Compile the rules; `plain` is the spelling that messages are read in."""
        self._made_from = (catalog, plain)
        plain = cache(plain)
        self._words = catalog.words
        self._automata = _Automata(catalog, plain)
        phrases = [(rule, phrase) for rule in catalog.rules for phrase in rule.patterns]
        self._calls = Calls([phrase for _, phrase in phrases], plain)
        numbers = defaultdict[str, int](int)
        for number, (rule, _) in enumerate(phrases):
            numbers[rule.category] |= 1 << number
        self._by_direction = {
            direction: {name: numbers[name] for name in _categories(catalog, direction)} for direction in Direction
        }

    def __call__(self, doc: Doc) -> Doc:
        """Add a candidate for every phrase found."""
        self.read(reading_of(doc))
        return doc

    def read(self, reading: Reading) -> None:
        """Add a candidate for every phrase found in a reading."""
        if self._made_from and not self._by_direction:
            self.set_catalog(*self._made_from)
        called = self._calls.called(reading.words)
        if not called:
            return
        categories = self._by_direction.get(reading.direction, {})
        automata = [self._automata[name] for name, phrases in categories.items() if phrases & called]
        nothing = frozenset[str]()
        clauses = Clauses(reading.words, self._words.get("lead-ins", nothing), self._words.get("trailers", nothing))
        found = (place for automaton in automata for place in automaton.find(reading.words, clauses))
        for rule, start, end in found:
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


class _Automata(dict[str, PhraseAutomaton]):
    """The automaton of each category, made when a message first calls for it."""

    def __init__(self, catalog: Catalog | None, plain: Plain) -> None:
        super().__init__()
        self._rules = catalog.rules if catalog else ()
        self._plain = plain

    def __missing__(self, category: str) -> PhraseAutomaton:
        automaton = self[category] = PhraseAutomaton(self._plain)
        for rule in self._rules:
            if rule.category == category:
                for phrase in rule.patterns:
                    automaton.add(rule.id, phrase)
        return automaton


def _categories(catalog: Catalog, direction: Direction) -> Iterable[str]:
    """The categories that are looked for in this direction, in the order of their rules."""
    return dict.fromkeys(rule.category for rule in catalog.rules if direction in rule.concern.directions)
