"""The phrases of all rules as RE2 sets, one for each category, and the rules that they find in a message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, product

import re2
from spacy.language import Language

from coach.engine.patterns.clauses import Clauses
from coach.engine.spacy_parts import plain_words
from coach.engine.text.reading import Reading
from coach.models import Catalog
from coach.models.category import said_as
from tests.oracle.translation import Translation

MEMORY = 1 << 30
"""Most bytes that RE2 may use for one set."""
LIGHT = ("laughs", "kisses", "sign-off", "kin", "games")
"""Word sets that may come before and after any clause."""


class Oracle:
    """Says which rules have a phrase in a reading."""

    def __init__(self, catalog: Catalog, nlp: Language) -> None:
        phrases = [(rule.id, phrase) for rule in catalog.rules for phrase in rule.patterns]
        self._translation = Translation([phrase for _, phrase in phrases], partial(plain_words, nlp))
        self._clauses = clauses_by(catalog)
        self._rules = defaultdict[str, list[str]](list)
        self._sets: dict[str, re2.Set] = {}
        options = re2.Options()
        options.max_mem = MEMORY
        for rule, phrase in phrases:
            category = rule.rpartition("/")[0]
            self._rules[category].append(rule)
            self._sets.setdefault(category, re2.Set.SearchSet(options)).Add(self._translation.expression(phrase))
        for each in self._sets.values():
            each.Compile()

    def rules_in(self, reading: Reading) -> set[str]:
        """Return the rules for a message's direction that have a phrase in any version of it."""
        texts = {text for version in reading.versions for text in self._texts(version.words)}
        sets = [(name, found) for name, found in self._sets.items() if said_as(f"{name}/any", reading.direction)]
        return {self._rules[name][at] for name, found in sets for text in texts for at in found.Match(text) or ()}

    def _texts(self, words: Sequence[str | None]) -> Iterator[str]:
        """Yield every stretch between breaks, from each place that may start a clause to each that may end one."""
        clauses = self._clauses(words)
        for is_said, group in groupby(range(len(words)), lambda at: words[at] is not None):
            if is_said:
                places = [*group]
                starts = filter(clauses.opens_at, places)
                ends = [at + 1 for at in places if clauses.closes_at(at + 1)]
                yield from (self._text(words[start:end]) for start, end in product(starts, ends) if start < end)

    def _text(self, words: Sequence[str | None]) -> str:
        return self._translation.text(filter(None, words))


def clauses_by(catalog: Catalog) -> partial[Clauses]:
    """Return what finds the edges of clauses by the word sets of a catalog."""
    sets = catalog.words
    jokes = frozenset(entry.split()[-1] for entry in sets["joking"])
    light = jokes.union(*(sets[name] for name in LIGHT))
    return partial(
        Clauses,
        lead_ins=light | sets["lead-ins"],
        trailers=light | sets["trailers"] | sets["first-name"],
        jokes=jokes,
        joke_fillers=sets["joking-fillers"],
        conjunctions=sets["conjunctions"],
        openers=sets["clause-openers"],
        starters=sets["clause-starters"],
        affection=sets["affection"],
        titles=sets["titles"],
        beginnings=sets["clause-beginnings"],
        joints=sets["clause-joints"],
        partings=sets["clause-partings"],
        plan_ends=sets["plan-ends"],
        linking=sets["linking"],
        names=sets["first-name"],
        fresh=sets["fresh-openers"],
    )
