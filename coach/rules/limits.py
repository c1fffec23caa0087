"""Refuses rules that would make reading messages slow, with the phrase that costs most."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coach.errors import Fault
from coach.models import Rule
from coach.models.phrase import ANY_WORD
from coach.rules.cost import Cost
from coach.rules.toml_source import TomlSource, read_toml

MAX_WAYS = 25_000
"""The most ways through one phrase: some 220 optional words in a row. Coach's heaviest phrase has 8,000."""
MAX_WORK = 300_000
"""The most ways that one word may lead on in all phrases of a folder; in Coach's 110,000."""
MAX_WAYS_IN_ALL = 2_000_000
"""The most ways through all phrases of a folder, all of which are kept in memory; Coach's have 480,000."""
_FEWER = "use fewer `?`, `+` and `...` in a row"


class _Heaviest(NamedTuple):
    ways: int
    path: Path
    phrase: str


class Limits:
    """Measures the rules of a folder."""

    def __init__(self, spelling: Mapping[str, str]) -> None:
        """Start with no rule; `spelling` gives the plain words of what is written otherwise."""
        self._cost = Cost(spelling)
        self._heaviest: _Heaviest | None = None

    def add(self, rule: Rule, source: TomlSource) -> None:
        """Measure a rule, and note a fault in its file for each phrase that is too much by itself."""
        for phrase in rule.patterns:
            ways = self._cost.add(phrase)
            if ways > MAX_WAYS:
                problem = f"{ways:,} ways through this phrase, all to be followed at each word: at most {MAX_WAYS:,}"
                source.fault_at("patterns", problem, f"{_FEWER}, or write several phrases", phrase.source)
            if self._heaviest is None or ways > self._heaviest.ways:
                self._heaviest = _Heaviest(ways, source.path, phrase.source)

    def faults(self) -> tuple[Fault, ...]:
        """What is too much in all rules together, at the phrase that costs most."""
        problem = self._too_much()
        if not problem or self._heaviest is None:
            return ()
        source = read_toml(self._heaviest.path)
        fix = f"{_FEWER}, or make two folders; this phrase has the most ways, {self._heaviest.ways:,}"
        source.fault_at("patterns", problem, fix, self._heaviest.phrase)
        return tuple(source.faults)

    def _too_much(self) -> str:
        if self._cost.ways > MAX_WAYS_IN_ALL:
            return f"{self._cost.ways:,} ways through all phrases of this folder: at most {MAX_WAYS_IN_ALL:,}"
        word, work = self._cost.work().most_common(1)[0]
        if work <= MAX_WORK:
            return ""
        named = "any word" if word == ANY_WORD else f"`{word}`"
        return f"{named} leads {work:,} ways on in all phrases of this folder: at most {MAX_WORK:,}"
