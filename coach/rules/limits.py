"""Refuses rules that would make matching slow, and names the most expensive phrase."""

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
"""The most ways through one phrase: about 220 optional words in a row. Coach's heaviest phrase has 4,600."""
MAX_WORK = 300_000
"""The most ways that one word may trigger in all phrases of a folder; in Coach's rules 110,000, for `actually`."""
MAX_WAYS_IN_ALL = 2_000_000
"""The most ways through all phrases of a folder, so that a folder from somebody else can't fill the memory.

Measured: all automata of Coach's 520,000 ways take 2.3 seconds and 110 MB, read from the cache of compiled rules. Those
of a folder at this limit take up to 300 MB.
"""
_FEWER = "use fewer `?`, `+` and `...` in a row"


class _Heaviest(NamedTuple):
    ways: int
    path: Path
    phrase: str


class FolderLimits:
    """Measures the rules of a folder."""

    def __init__(self, spelling: Mapping[str, str]) -> None:
        """Start without rules; `spelling` maps variants to plain words."""
        self._cost = Cost(spelling)
        self._heaviest: _Heaviest | None = None

    def add(self, rule: Rule, source: TomlSource) -> None:
        """Measure a rule, and record a fault for each phrase that is too expensive by itself."""
        for phrase in rule.patterns:
            ways = self._cost.add(phrase)
            if ways > MAX_WAYS:
                problem = f"{ways:,} ways through this phrase: at most {MAX_WAYS:,} allowed"
                source.fault_at("patterns", problem, f"{_FEWER}, or write several phrases", phrase.source)
            if self._heaviest is None or ways > self._heaviest.ways:
                self._heaviest = _Heaviest(ways, source.path, phrase.source)

    def faults(self) -> tuple[Fault, ...]:
        """Report if all rules together are too expensive, at the most expensive phrase."""
        problem = self._too_much()
        if not problem or self._heaviest is None:
            return ()
        source = read_toml(self._heaviest.path)
        fix = f"{_FEWER}, or make two folders; this phrase has the most ways, {self._heaviest.ways:,}"
        source.fault_at("patterns", problem, fix, self._heaviest.phrase)
        return tuple(source.faults)

    def _too_much(self) -> str:
        if self._cost.ways > MAX_WAYS_IN_ALL:
            return f"{self._cost.ways:,} ways through all phrases of this folder: at most {MAX_WAYS_IN_ALL:,} allowed"
        word, work = self._cost.work().most_common(1)[0]
        if work <= MAX_WORK:
            return ""
        named = "any word" if word == ANY_WORD else f"`{word}`"
        return f"{named} triggers {work:,} ways in all phrases of this folder: at most {MAX_WORK:,} allowed"
