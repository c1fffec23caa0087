"""Find the rules' phrases in plain spelling and add them as candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING, Any

from coach.engine.patterns.clauses import Clauses
from coach.engine.patterns.compiled import Compiled, Nets
from coach.engine.patterns.lazy_dfa import PhraseAutomaton
from coach.engine.patterns.nfa import Net
from coach.engine.patterns.required_words import RequiredWords
from coach.engine.subjects.slots import Subjects
from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading
from coach.models import Audience, Direction, FlagSource
from coach.models.category import said_as
from coach.models.subject import SubjectSlot

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

_LIGHT = ("laughs", "kisses", "sign-off", "kin", "games")
"""Word sets that may come before and after any clause without changing it."""

_EDGES = (
    "joking-fillers",
    "conjunctions",
    "clause-openers",
    "clause-starters",
    "affection",
    "titles",
    "clause-beginnings",
    "clause-joints",
    "clause-partings",
    "plan-ends",
    "linking",
    "first-name",
    "fresh-openers",
)
"""Word sets at the edges of clauses, in the order of the arguments of `Clauses`."""


class Phrases:
    """Finds the phrases of all rules, one pass for each rule.

    A single automaton would need a state for every combination of unfinished phrases of different rules;
    there are too many of those to keep.
    """

    def __init__(self) -> None:
        self._rules: Compiled | None = None
        self._prefilter = RequiredWords().prefilter()
        self._pairs = frozenset[str]()
        """Neighbouring words that the prefilter knows."""
        self._automata = _Automata(None)
        self._rule_of: dict[int, str] = {}
        """Rule by phrase number."""
        self._bits: dict[str, int] = {}
        """By rule, one bit for each of its phrases."""
        self._looked_for: dict[Direction, int] = dict.fromkeys(Direction, 0)
        """By direction, one bit for each phrase looked for in it."""
        self._only_online = 0
        """One bit for each phrase that counts with somebody known only online."""
        self._online = Listed(())
        """How children mention somebody they have never met: `from the server`."""
        self._subjects = Subjects()
        self._slots: dict[str, SubjectSlot] = {}
        """By rule, the subject that its phrases need."""
        self._needed: dict[frozenset[str], int] = {}
        """By words of which a subject needs one, one bit for each phrase with such a subject."""
        self._beside_listed = 0
        """One bit for each phrase whose subject is needed so."""
        self._at_edges: tuple[frozenset[str], ...] = (frozenset(),) * 16
        """Arguments of `Clauses` other than the words."""

    def __getstate__(self) -> dict[str, object]:
        """Pickle only the compiled rules; automata are rebuilt on load."""
        return {"rules": self._rules}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Phrases.__init__(self)
        if state["rules"]:
            self.look_for(state["rules"])

    def learn(self, knowledge: Knowledge) -> None:
        """Look for the phrases of these rules only."""
        self.look_for(knowledge.rules)

    def look_for(self, rules: Compiled) -> None:
        """Prepare to find the phrases of compiled rules."""
        self._rules = rules
        self._prefilter, self._pairs = rules.required.prefilter(), rules.required.pairs()
        self._automata = _Automata(rules.nets)
        self._rule_of = {number: name for name, numbers in rules.phrases.items() for number in numbers}
        self._bits = {name: sum(1 << number for number in numbers) for name, numbers in rules.phrases.items()}
        sets, nothing = rules.lexicon.sets, frozenset[str]()
        self._subjects = Subjects(sets, rules.lexicon.known)
        self._slots = {name: terms.subject for name, terms in rules.terms.items() if terms.subject}
        self._needed = {}
        for name, slot in self._slots.items():
            for needed in self._subjects.needed_by(slot):
                self._needed[needed] = self._needed.get(needed, 0) | self._bits[name]
        self._beside_listed = reduce(or_, self._needed.values(), 0)
        self._online = Listed(sets.get("known-online", nothing))
        for direction in Direction:
            looked_for = (name for name in rules.terms if said_as(name, direction))
            self._looked_for[direction] = sum(self._bits[name] for name in looked_for)
        online = (name for name, terms in rules.terms.items() if terms.audiences == {Audience.STRANGER})
        self._only_online = sum(self._bits[name] for name in online)
        jokes = frozenset(word for entry in sets.get("joking", nothing) for word in entry.split()[-1:])
        light = jokes.union(*(sets.get(name, nothing) for name in _LIGHT))
        lead_ins = light | sets.get("lead-ins", nothing)
        trailers = light | sets.get("trailers", nothing) | sets.get("first-name", nothing)
        others = (sets.get(name, nothing) for name in _EDGES)
        self._at_edges = (lead_ins, trailers, jokes, *others)

    def read(self, reading: Reading) -> None:
        """Add a candidate for every phrase found in a reading."""
        words = reading.words
        clauses = Clauses(words, *self._at_edges)
        looked_for = self._looked_for[reading.direction]
        only_online = 0 if reading.audience is Audience.STRANGER else self._only_online
        known = reading.found_as_written()
        for first, last in _stretches(words):
            if not reading.is_new(first, last):
                continue
            possible = self._possible(words[first:last]) & looked_for
            if possible & only_online and not reading.speaks_of_online(self._online):
                possible &= ~only_online
            for name in self._rules_of(self._with_subjects(possible, words[first:last])):
                for _, start, end in self._automata[name].find(words, clauses, (first, last)):
                    one = self._candidate(reading, name, start, end)
                    if one and one.identity not in known:
                        reading.candidates.append(one)

    def _possible(self, said: Sequence[str | None]) -> int:
        """Return one bit for each phrase that these words, without a break among them, may contain."""
        pairs = self._pairs.intersection(map(" ".join, pairwise(filter(None, said))))
        return self._prefilter.possible([*said, *pairs])

    def _with_subjects(self, possible: int, said: Sequence[str | None]) -> int:
        """Drop the phrases whose subject cannot be in these words."""
        if not possible & self._beside_listed:
            return possible
        for needed, bits in self._needed.items():
            if possible & bits and needed.isdisjoint(said):
                possible &= ~bits
        return possible

    def _candidate(self, reading: Reading, rule: str, start: int, end: int) -> Candidate | None:
        """Return the candidate for a phrase found; None if it lacks the subject it needs."""
        slot = self._slots.get(rule)
        if slot is None:
            return _candidate(reading, rule, start, end)
        filled = self._subjects.fill(reading, start, end, slot)
        if filled is None:
            return None
        one = _candidate(reading, rule, filled.start, filled.end)
        one.aim, one.is_told = filled.aim, True
        return one

    def _rules_of(self, possible: int) -> Iterator[str]:
        """Yield the rules of the phrases that may match, in order."""
        while possible:
            rule = self._rule_of[(possible & -possible).bit_length() - 1]
            possible &= ~self._bits[rule]
            yield rule


class _Automata(dict[str, PhraseAutomaton]):
    """Automaton by rule, made when a message first needs it."""

    def __init__(self, nets: Nets | None) -> None:
        super().__init__()
        self._nets = nets

    def __missing__(self, rule: str) -> PhraseAutomaton:
        automaton = self[rule] = PhraseAutomaton(self._nets[rule] if self._nets else Net())
        return automaton


def _candidate(reading: Reading, rule: str, start: int, end: int) -> Candidate:
    start_char, end_char = reading.spans[start][0], reading.spans[end - 1][1]
    name = said_as(rule, reading.direction) or rule
    return Candidate(start, end, start_char, end_char, rule=name, source=FlagSource.RULE)


def _stretches(words: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Yield first and after-last word between breaks; no phrase crosses a break."""
    first = 0
    for last in (at for at, word in enumerate(words) if word is None):
        if first < last:
            yield first, last
        first = last + 1
    if first < len(words):
        yield first, len(words)
