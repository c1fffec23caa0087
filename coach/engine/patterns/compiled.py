"""Rules compiled for reading messages; once made, the Catalog is no longer needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from coach.engine.patterns.nfa import Net, NetMaker, Plain
from coach.engine.patterns.required_words import RequiredWords, required_words
from coach.models import Aim, Audience, Catalog, Category, Policy, Rule, RuleEdit, Setting
from coach.models.phrase import Phrase, words_in
from coach.models.subject import SubjectSlot


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words known to the rules."""

    known: frozenset[str] = frozenset()
    """Every word in a rule, word set or spelling; disguised words are respelled as these."""
    spelling: Mapping[str, str] = field(default_factory=dict)
    """Other spellings, mapped to plain spelling."""
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word sets by name, only plain words and phrases."""

    def and_also(self, other: Lexicon) -> Lexicon:
        """Return this lexicon with the words and spellings of another, but its own sets."""
        return Lexicon(self.known | other.known, {**self.spelling, **other.spelling}, self.sets)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule accepts and says."""

    aims: frozenset[Aim]
    settings: frozenset[Setting]
    audiences: frozenset[Audience] = frozenset(Audience)
    edits: tuple[RuleEdit, ...] = ()
    """How its clauses can be reworded."""
    subject: SubjectSlot | None = None
    """The subject that its phrases need beside them."""
    danger: bool = False
    """Whether its flags are a `stop` for every audience."""


class Nets:
    """Nets by rule, made when a message first needs one."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Net]) -> None:
        self.names = tuple(names)
        """Ids of the rules in order."""
        self._make = make
        self._made: dict[str, Net] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Make all nets before pickling, because `make` may not be picklable."""
        return Nets, (self.names, {name: self[name] for name in self.names}.__getitem__)

    def __getitem__(self, rule: str) -> Net:
        if rule not in self._made:
            self._made[rule] = self._make(rule)
        return self._made[rule]


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything from a Catalog that reading messages needs."""

    lexicon: Lexicon
    categories: Mapping[str, Category]
    """By id."""
    terms: Mapping[str, Terms]
    """By the id of the rule."""
    required: RequiredWords
    """Words that the phrases of all rules require."""
    phrases: Mapping[str, tuple[int, ...]]
    """By rule, the numbers of its phrases among those of all rules."""
    nets: Nets
    policy: Policy = field(default_factory=dict)
    added: Lexicon = field(default_factory=Lexicon)
    """Words and spellings that only own rules know; a message with any of them is read a second time."""


def lexicon_of(catalog: Catalog) -> Lexicon:
    """Collect the words of a catalog."""
    words = set(words_in(phrase for rule in catalog.rules for phrase in rule.patterns))
    words.update(*(entry.split() for entries in catalog.words.values() for entry in entries))
    words.update(word for plain in catalog.spelling.values() for word in plain.split())
    return Lexicon(frozenset(word.lower() for word in words), catalog.spelling, catalog.words)


def compile_catalog(catalog: Catalog, lexicon: Lexicon, plain: Plain) -> Compiled:
    """Compile a catalog.

    Args:
        catalog: the rules.
        lexicon: their words, which `plain` uses.
        plain: returns a written text as words in the spelling that messages are read in.
    """
    plain = cache(plain)
    rules = {rule.id: rule for rule in catalog.rules}
    numbered = [(rule.id, part) for rule in catalog.rules for phrase in rule.patterns for part in _parts(phrase)]
    numbers: dict[str, list[int]] = {name: [] for name in rules}
    for number, (name, _) in enumerate(numbered):
        numbers[name].append(number)
    maker = NetMaker(plain)
    return Compiled(
        lexicon=lexicon,
        categories=catalog.categories,
        terms={rule.id: _terms(rule) for rule in catalog.rules},
        policy=catalog.policy,
        required=required_words([phrase for _, phrase in numbered], plain),
        phrases={name: tuple(found) for name, found in numbers.items()},
        nets=Nets(rules, lambda name: maker.net((name, each) for each in rules[name].patterns)),
    )


def _terms(rule: Rule) -> Terms:
    return Terms(rule.aims, rule.settings, rule.audiences, rule.edits, rule.subject, rule.danger)


def _parts(phrase: Phrase) -> Iterator[Phrase]:
    """Split a phrase that needs only one choice into its options: each gets required words of its own."""
    needed = [piece for piece in phrase.pieces if not piece.optional]
    piece = needed[0]
    if len(needed) > 1 or not piece.options or piece.repeated:
        yield phrase
        return
    for option in piece.options:
        yield from _parts(phrase.model_copy(update={"pieces": option}))
