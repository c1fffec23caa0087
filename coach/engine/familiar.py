"""Whether a received message is from family or from somebody of the same school day, by its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from coach.engine.reading import Reading

_KISSES = frozenset({"x", "xx", "xxx", "xxxx", "xo", "xoxo"})
_OWNED = frozenset({"your", "ur", "my", "the", "his", "her", "and", "or", "tell", "with", "to", "from"})
_SOMEBODYS = frozenset({"your", "ur", "yr", "yer", "my", "the", "his", "her", "a", "any"})
_SIGNATURE = 3
"""The longest clause that is a signature and no more, in words."""


@dataclass(frozen=True, slots=True)
class Familiarity:
    """Knows the words by which those write who share a family or a school day with the child."""

    words: Mapping[str, frozenset[str]]
    """The word sets of the catalog by name: `kin`, `elders`, `school-day`, `known-from`."""

    def shows(self, reading: Reading) -> bool:
        """`tea at six, love mum x`, `its dad, where are you`, `its lily from maths`, `nan asks if you are home`."""
        clauses = [_only(group) for said, group in groupby(reading.words, key=bool) if said]
        if not clauses:
            return False
        signed = self._is_signed(clauses[-1]) or (len(clauses) > 1 and self._is_signature(clauses[-1]))
        return signed or self._says_who(_only(reading.words)) or self._shares_a_day(reading)

    def _shares_a_day(self, reading: Reading) -> bool:
        """Whether it speaks of people and things as only those do who share a family or a school day with the child."""
        words = reading.words
        elders = (at for at, word in enumerate(words) if word and self._has("elders", [word]))
        if any(_SOMEBODYS.isdisjoint(words[max(at - 3, reading.clause_start(at)) : at]) for at in elders):
            return True
        return self._has("school-day", _only(words))

    def _is_signed(self, clause: list[str]) -> bool:
        """`see you at six love mum`, `tea is ready mum x`."""
        end = len(clause)
        while end and (clause[end - 1] in _KISSES or clause[end - 1][0] == ":"):
            end -= 1
        if not self._has("kin", clause[max(end - 1, 0) : end]):
            return False
        return (
            end == 1 or "love" in clause[max(end - 4, 0) : end] or (end < len(clause) and clause[end - 2] not in _OWNED)
        )

    def _is_signature(self, clause: list[str]) -> bool:
        """A last clause that only names kin: `Auntie Pam`, `Kira's mom`."""
        return len(clause) <= _SIGNATURE and self._has("kin", clause) and _OWNED.isdisjoint(clause)

    def _says_who(self, words: list[str]) -> bool:
        """`mum here`, `its dad`, `this is Linh's mom`, `it's lily from maths`."""
        if self._has("kin", words[:1]) and words[1:2] == ["here"]:
            return True
        for at, word in enumerate(words):
            if word == "its" or words[at : at + 2] in (["it", "is"], ["this", "is"]):
                said = words[at + 1 + (word != "its") : at + 7]
                if self._has("kin", said[:2]) and _OWNED.isdisjoint(said[:1]):
                    return True
                if "from" in said and self._has("known-from", said[said.index("from") :]):
                    return True
        return False

    def _has(self, name: str, words: Iterable[str]) -> bool:
        return not self.words.get(name, frozenset()).isdisjoint(words)


def _only(words: Iterable[str | None]) -> list[str]:
    return [word for word in words if word]
