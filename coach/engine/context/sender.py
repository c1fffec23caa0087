"""Decide from its words whether a message is from family or somebody at the child's school, or for a parent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from pathlib import Path

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.reading import Candidate, Reading, Span, said
from coach.engine.text.word_lists import word_list
from coach.models import Audience

_OPENING = 4
"""How many words of a message may hold its greeting and the one who is greeted."""
_WRITERS = frozenset({"i", "we"})
_GREETINGS = word_list(Path(__file__).with_name("words.toml"), "greetings")


@dataclass(frozen=True, slots=True)
class Familiarity:
    """Knows the words used by people who share a family or a school day with the child."""

    words: SettingWords
    """The word sets by name."""

    def shown_in(self, reading: Reading) -> Callable[[Reading, Candidate, Span], bool]:
        """Return a cached question: do the words near a candidate show that family or a classmate is writing?

        `its dad, where are you`, `its lily from maths`, `nan asks if you are home`. A sign-off proves nothing: anybody
        can end with `love mum x`.
        """
        shows = cache(partial(self._shows, reading))
        return lambda _reading, _candidate, within: shows(*within)

    def is_for_a_parent(self, reading: Reading, _candidate: Candidate, _within: Span) -> bool:
        """Return whether a draft to somebody known in real life names a parent or an aunt first.

        `Dad, im by the gate`, `aunt jo we landed`; `dad is at work` speaks of him.
        """
        if reading.audience is not Audience.FRIEND:
            return False
        words = said(reading.words[:_OPENING])
        words = words[1:] if words[:1] and words[0] in _GREETINGS else words
        if not self.words.has("elders", words[:1]):
            return False
        is_named = self.words.has("titled-kin", words[:1]) and not self.words.has("kin-deeds", words[1:2])
        return self.words.has("to-kin", words[1:2]) or (is_named and not _WRITERS.isdisjoint(words[2:3]))

    def _shows(self, reading: Reading, first: int, last: int) -> bool:
        return self._says_who(said(reading.words[first:last])) or self._shares_a_day(reading, first, last)

    def _shares_a_day(self, reading: Reading, first: int, last: int) -> bool:
        """Return whether it mentions people and things as only somebody in the child's family or school would."""
        words = reading.words
        elders = (at for at in range(first, last) if words[at] in self.words["elders"])
        if any(self._is_spoken_of(words, at, reading.clause_start(at)) for at in elders):
            return True
        return self.words.has("school-day", said(words[first:last]))

    def _is_spoken_of(self, words: list[str | None], at: int, begin: int) -> bool:
        """`ask nan`, `nan asks if`: neither `your nan` nor `love nan xx` nor `nan, where are you`."""
        if not self.words["somebodys"].isdisjoint(word for word in words[max(at - 3, begin) : at] if word):
            return False
        before = words[at - 1] if at > begin else None
        after = words[at + 1] if at + 1 < len(words) else None
        return before in self.words["beside-kin"] or after in self.words["kin-deeds"]

    def _says_who(self, words: list[str]) -> bool:
        """`mum here`, `its dad`, `this is Linh's mom`, `it's lily from maths`."""
        if self.words.has("kin", words[:1]) and words[1:2] == ["here"]:
            return True
        for at, length in product(range(len(words)), (1, 2)):
            if " ".join(words[at : at + length]) in self.words["its"]:
                told = words[at + length : at + 7]
                if self.words.has("kin", told[:2]) and self.words["owned"].isdisjoint(told[:1]):
                    return True
                if "from" in told and self.words.has("known-from", told[told.index("from") :]):
                    return True
        return False
