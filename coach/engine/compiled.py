"""Rules in the form that messages are read with, made from a Catalog once: who has it needs no catalog any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from coach.engine.calls import CallTable, call_table
from coach.engine.net import Net, NetMaker, Plain
from coach.models import Aim, Catalog, Category, Rule, Setting
from coach.models.phrase import words_in


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of the rules."""

    known: frozenset[str] = frozenset()
    """Every word that a rule, a word set or a spelling names; spelling is undone into these."""
    spelling: Mapping[str, str] = field(default_factory=dict)
    """How a word is also written, to its plain spelling."""
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word sets by name, plain words and phrases only."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule accepts and says."""

    aims: frozenset[Aim]
    settings: frozenset[Setting]
    instead: tuple[str, ...]


class Nets:
    """The net of each category, made when a message first calls for it."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Net]) -> None:
        self.names = tuple(names)
        """The categories in the order of their rules."""
        self._make = make
        self._made: dict[str, Net] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """All of them made: what makes them may not go to another process."""
        return Nets, (self.names, {name: self[name] for name in self.names}.__getitem__)

    def __getitem__(self, category: str) -> Net:
        if category not in self._made:
            self._made[category] = self._make(category)
        return self._made[category]


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that reading messages takes of a Catalog."""

    lexicon: Lexicon
    categories: Mapping[str, Category]
    """By id."""
    terms: Mapping[str, Terms]
    """By the id of the rule."""
    calls: CallTable
    """Of the phrases of all rules."""
    phrases: Mapping[str, tuple[int, ...]]
    """By category the numbers that its phrases have among those of all rules."""
    nets: Nets


def lexicon_of(catalog: Catalog) -> Lexicon:
    """The words of a catalog."""
    words = set(words_in(phrase for rule in catalog.rules for phrase in rule.patterns))
    words.update(*(entry.split() for entries in catalog.words.values() for entry in entries))
    words.update(word for plain in catalog.spelling.values() for word in plain.split())
    return Lexicon(frozenset(word.lower() for word in words), catalog.spelling, catalog.words)


def compile_catalog(catalog: Catalog, lexicon: Lexicon, plain: Plain) -> Compiled:
    """Make of a catalog what messages are read with.

    Args:
        catalog: the rules.
        lexicon: their words, by which `plain` goes.
        plain: gives the plain words that a written text stands for, in the spelling that messages are read in.
    """
    plain = cache(plain)
    rules = _by_category(catalog.rules)
    numbered = [(rule.category, phrase) for rule in catalog.rules for phrase in rule.patterns]
    numbers: dict[str, list[int]] = {category: [] for category in rules}
    for number, (category, _) in enumerate(numbered):
        numbers[category].append(number)
    maker = NetMaker(plain)
    return Compiled(
        lexicon=lexicon,
        categories=catalog.categories,
        terms={rule.id: Terms(rule.aims, rule.settings, rule.instead) for rule in catalog.rules},
        calls=call_table([phrase for _, phrase in numbered], plain),
        phrases={category: tuple(found) for category, found in numbers.items()},
        nets=Nets(rules, lambda name: maker.net((rule.id, each) for rule in rules[name] for each in rule.patterns)),
    )


def _by_category(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.category, []).append(rule)
    return found
