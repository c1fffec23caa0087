"""`coach_phrases`: runs the rules' phrases over the words in plain spelling and notes what fits as candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.automaton import PhraseAutomaton
from coach.engine.calls import Calls, CallTable
from coach.engine.compiled import Compiled, Nets
from coach.engine.net import Net
from coach.engine.reading import Candidate, Reading, reading_of
from coach.engine.rulings import concern_named
from coach.models import FlagSource


@Language.factory("coach_phrases")
def create_phrases(nlp: Language, name: str) -> Phrases:
    """Make the component; it looks for nothing until `set_rules`."""
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
        self._rules: Compiled | None = None
        self._calls = Calls(CallTable())
        self._automata = _Automata(None)
        self._category: dict[int, str] = {}
        """By the number of a phrase."""
        self._bits: dict[str, int] = {}
        """One bit for every phrase of a category."""
        self._lead_ins = self._trailers = frozenset[str]()

    def __getstate__(self) -> dict[str, object]:
        """What it was made from: the process that unpickles it makes what it needs of that."""
        return {"name": self.name, "rules": self._rules}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Phrases.__init__(self, state["name"])
        if state["rules"]:
            self.set_rules(state["rules"])

    def set_rules(self, rules: Compiled) -> None:
        """Look for the phrases of these rules, and no others."""
        self._rules = rules
        self._calls = Calls(rules.calls)
        self._automata = _Automata(rules.nets)
        self._category = {number: name for name, numbers in rules.phrases.items() for number in numbers}
        self._bits = {name: sum(1 << number for number in numbers) for name, numbers in rules.phrases.items()}
        sets, nothing = rules.lexicon.sets, frozenset[str]()
        self._lead_ins, self._trailers = sets.get("lead-ins", nothing), sets.get("trailers", nothing)

    def __call__(self, doc: Doc) -> Doc:
        """Add a candidate for every phrase found."""
        self.read(reading_of(doc))
        return doc

    def read(self, reading: Reading) -> None:
        """Add a candidate for every phrase found in a reading."""
        words = reading.words
        clauses = Clauses(words, self._lead_ins, self._trailers)
        for first, last in _stretches(words):
            called = self._calls.called(words[first:last])
            for name in self._called(called):
                if reading.direction in concern_named(name).directions:
                    self._note(self._automata[name].find(words, clauses, (first, last)), reading)

    @staticmethod
    def _note(found: Iterable[tuple[str, int, int]], reading: Reading) -> None:
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

    def _called(self, called: int) -> Iterator[str]:
        """The categories of the phrases that are called, in the order of their rules."""
        while called:
            category = self._category[(called & -called).bit_length() - 1]
            called &= ~self._bits[category]
            yield category


class _Automata(dict[str, PhraseAutomaton]):
    """The automaton of each category, made when a message first calls for it."""

    def __init__(self, nets: Nets | None) -> None:
        super().__init__()
        self._nets = nets

    def __missing__(self, category: str) -> PhraseAutomaton:
        automaton = self[category] = PhraseAutomaton(self._nets[category] if self._nets else Net())
        return automaton


def _stretches(words: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """First and after-last words of what stands between two breaks; no phrase crosses one."""
    first = 0
    for last in (at for at, word in enumerate(words) if word is None):
        if first < last:
            yield first, last
        first = last + 1
    if first < len(words):
        yield first, len(words)
