"""Reads `frames/*.toml`: phrases with slots for a subject and for predicates, each making one rule a category."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from coach.models import DEFAULT_AIMS, Aim, Concern, Examples, Phrase, Policy, Rule, Setting, accepted_settings
from coach.models.marks import MarkedText
from coach.models.phrase import Options
from coach.models.predicate import Form, Predicate, Strength
from coach.models.subject import SubjectKind
from coach.rules.inflect import graded, plural
from coach.rules.phrases import PhraseError
from coach.rules.rule_file import RuleFile
from coach.rules.word_sets import WordSets

_CHOICE = re.compile(r"\([a-z]+(\|[a-z]+)*\)")
"""Single words in one choice."""
SLOTS = (*Form, "nouns", "adjective-er", "adjective-est")
"""Names of predicate slots: `{adjective}`; forms made by rule come last."""


@dataclass
class Predicates:
    """The predicates that frames may use, with the pieces of the slots made once."""

    predicates: tuple[Predicate, ...]
    sets: WordSets
    _made: dict[tuple[object, ...], dict[str, Options]] = field(default_factory=dict)
    _read: dict[str, Options] = field(default_factory=dict)
    """The pieces of each entry: most are words of several frames."""

    def categories(self, kinds: frozenset[SubjectKind], strengths: frozenset[Strength]) -> dict[str, list[Predicate]]:
        """Group the predicates that are said of these subjects by category."""
        found = defaultdict[str, list[Predicate]](list)
        for one in self.predicates:
            if one.strength in strengths and not kinds.isdisjoint(_also_of(one)):
                found[_category(one, kinds)].append(one)
        return found

    def slots(self, key: tuple[object, ...], predicates: Iterable[Predicate]) -> dict[str, Options]:
        """Return the pieces for each slot that some predicate fits; `key` is the same for the same predicates."""
        if key not in self._made:
            entries = defaultdict[str, list[str]](list)
            for one in predicates:
                for slot, words in _forms(one):
                    entries[slot].append(words)
            self._made[key] = {slot: self._pieces(dict.fromkeys(words)) for slot, words in entries.items()}
        return self._made[key]

    def _pieces(self, entries: Iterable[str]) -> Options:
        return tuple(chain.from_iterable(map(self._piece, entries)))

    def _piece(self, entry: str) -> Options:
        if entry not in self._read:
            self._read[entry] = _options(self.sets.read(entry, may_end_open=True))
        return self._read[entry]


def _options(phrase: Phrase) -> Options:
    piece = phrase.pieces[0]
    plain = len(phrase.pieces) == 1 and piece.options and not (piece.optional or piece.repeated)
    return piece.options if plain else (phrase.pieces,)


def _forms(one: Predicate) -> Iterator[tuple[str, str]]:
    yield one.form, one.words
    simple = one.words.replace(" ", "").isalpha()
    if one.form is Form.NOUN:
        yield "nouns", plural(one.words) if simple else one.words
    elif simple and one.form is Form.IMAGE:
        yield one.form, plural(one.words)
    elif one.form is Form.ADJECTIVE and (simple or _CHOICE.fullmatch(one.words)):
        words = one.words.strip("()").split("|")
        for ending in ("er", "est"):
            for each in chain.from_iterable(graded(word, ending) for word in words):
                yield f"adjective-{ending}", each


def _also_of(one: Predicate) -> frozenset[SubjectKind]:
    """Return what a predicate is said of: what is said of people is said of somebody's family too."""
    return one.of | {SubjectKind.KIN} if SubjectKind.PERSON in one.of else one.of


def _category(one: Predicate, kinds: frozenset[SubjectKind]) -> str:
    """Return the category: what is said of a work is about ability, whatever the word."""
    return next((category for kind, category in _BY_SUBJECT.items() if kinds == {kind}), one.category)


_BY_SUBJECT: Mapping[SubjectKind, str] = {
    SubjectKind.WORK: "unkind/ability",
    SubjectKind.BODY: "unkind/looks",
    SubjectKind.HOME: "unkind/family-money",
    SubjectKind.KIN: "unkind/family-money",
}


class FrameFile(RuleFile):
    """Reads the rules out of one frame: one for each category whose predicates fit it."""

    keys = ("summary", "patterns", "aims", "settings", "subject", "strength", "examples")

    @property
    def _concern(self) -> Concern:
        return Concern.UNKIND

    def rules(self, lexicon: Predicates, policy: Policy, *, proved: bool = True) -> list[Rule]:
        """Return the rules; none if the file is invalid.

        Args:
            lexicon: the predicates.
            policy: the table of silencers.
            proved: whether the examples count; those of Coach's frames do not prove another lexicon.
        """
        self._check_name()
        self._check_keys()
        texts, slot = self._strings("patterns"), self._subject()
        strengths = self._names("strength", Strength, frozenset(Strength))
        aims = self._names("aims", Aim, DEFAULT_AIMS[Concern.UNKIND])
        listed, (examples, _) = self._names("settings", Setting, frozenset()), self._examples()
        summary = str(self.source.values.get("summary", ""))
        kinds = slot.of if slot else frozenset({SubjectKind.PERSON})
        self._check_slots(texts)
        rules = [
            Rule(
                id=(rule_id := f"{category}/{self.id.rpartition('/')[2]}"),
                summary=summary,
                patterns=patterns,
                aims=aims,
                settings=accepted_settings(policy, rule_id) | listed,
                subject=slot,
                file=f"{self.id}.toml",
                examples=_of_category(examples, category) if proved else Examples(),
            )
            for category, patterns in self._patterns_by_category(texts, kinds, strengths, lexicon)
        ]
        if proved:
            self._check_proved(examples, rules)
        return [] if self.source.faults else rules

    def _patterns_by_category(
        self,
        texts: Sequence[str],
        kinds: frozenset[SubjectKind],
        strengths: frozenset[Strength],
        lexicon: Predicates,
    ) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        """Yield the phrases of each category that has predicates for some of them."""
        for category, predicates in lexicon.categories(kinds, strengths).items():
            try:
                slots = lexicon.slots((category, kinds, strengths), predicates)
            except PhraseError as error:  # the lexicon is sound: it is its size that costs too much
                self.source.fault_at("patterns", error.problem, error.fix, texts[0] if texts else "")
                return
            patterns = tuple(self._filled(texts, slots, lexicon.sets))
            if patterns and not self.source.faults:
                yield category, patterns

    def _check_slots(self, texts: Iterable[str]) -> None:
        for text in texts:
            if not any(f"{{{slot}}}" in text for slot in SLOTS):
                problem = "this frame has no slot for a predicate"
                fix = f"write one of: {', '.join(f'{{{slot}}}' for slot in SLOTS)}"
                self.source.fault_at("patterns", problem, fix, text)

    def _filled(self, texts: Iterable[str], slots: Mapping[str, Options], sets: WordSets) -> Iterator[Phrase]:
        """Yield each phrase with its slots filled, if the category has predicates for all of them."""
        for text in texts:
            if any(f"{{{slot}}}" in text for slot in SLOTS if slot not in slots):
                continue
            if phrase := self._pattern(text, partial(sets.read, more=slots)):
                yield phrase

    def _check_marks(self, example: MarkedText) -> None:
        """Accept any mark: `_check_proved` compares it with the categories of the rules."""

    def _check_proved(self, examples: Examples, rules: Iterable[Rule]) -> None:
        made = {rule.category.partition("/")[2] for rule in rules}
        for example in examples.flags:
            if made and made.isdisjoint(mark.category for mark in example.marks):
                problem = f"this frame makes no rule of the marked category: it has {', '.join(sorted(made))}"
                self.source.fault_at("flags", problem, "mark the phrase with one of these", example.written)


def _of_category(examples: Examples, category: str) -> Examples:
    """Return the examples that are marked with a category, and all near misses."""
    name = category.partition("/")[2]
    flags = tuple(one for one in examples.flags if name in {mark.category for mark in one.marks})
    return Examples(flags=flags, silent=examples.silent, audience=examples.audience)


def words_of(predicates: Sequence[Predicate]) -> dict[str, frozenset[str]]:
    """Return the word sets that the engine needs: what is said of things too, and what is never said of one's own."""
    things = frozenset(one.words for one in predicates if SubjectKind.THING in one.of and one.words.isalpha())
    own = {one.words for one in predicates if SubjectKind.OWN_PERSON in one.of}
    weakly = (one.words for one in predicates if SubjectKind.THING in one.of and one.strength is Strength.WEAK)
    found = {
        "said-of-things": things,
        "said-weakly-of-things": frozenset(weakly),
        "not-said-of-own": frozenset(one.words for one in predicates) - own,
    }
    return {name: words for name, words in found.items() if words}
