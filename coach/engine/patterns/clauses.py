"""Where the clauses of a message start and end, by the words at their edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Clauses:
    """Where clauses start and end for a phrase with `^` or `$`: words without meaning may come between.

    All are found in one pass: a clause can be as long as the message, such as one of emoji only.
    """

    words: Sequence[str | None]
    lead_ins: frozenset[str]
    """Words before the clause proper: `lol`, `hey`, `and`."""
    trailers: frozenset[str]
    """Words after it: `lol`, `bro`, `x`."""
    jokes: frozenset[str] = frozenset()
    """Words that mark a joke."""
    joke_fillers: frozenset[str] = frozenset()
    """Words that belong to a following joke word: `im just`."""
    conjunctions: frozenset[str] = frozenset()
    """Words that join two clauses: `or`."""
    openers: frozenset[str] = frozenset()
    """Words that start a clause after a conjunction: `you`."""
    starters: frozenset[str] = frozenset()
    """Words that start a clause even without a conjunction: `ur`."""
    affection: frozenset[str] = frozenset()
    """Pairs of words without meaning at the edge of a clause: `love you`."""
    titles: frozenset[str] = frozenset()
    """Words followed by a name: `auntie jo` ends a clause, whatever her name."""
    beginnings: frozenset[str] = frozenset()
    """Pairs of words that start a clause even without a conjunction: `are you`."""
    joints: frozenset[str] = frozenset()
    """Words behind which an opener or a name starts a clause: `and`, `cos`."""
    partings: frozenset[str] = frozenset()
    """Words behind which anything starts a clause: `btw`, `ps`."""
    plan_ends: frozenset[str] = frozenset()
    """Words with which a plan is complete, like a number: `tomorrow`."""
    linking: frozenset[str] = frozenset()
    """Joints that link two things of one clause, too: `and`."""
    names: frozenset[str] = frozenset()
    """First names, which may start a clause behind a joint or a complete plan."""
    fresh: frozenset[str] = frozenset()
    """Further words that start a clause there, except behind a joint that may link two things: `learn`."""

    def opens_at(self, index: int) -> bool:
        """Return whether the word at `index` starts a clause, or only lead-ins and emoji come before it there."""
        return self._opening[index]

    def closes_at(self, index: int) -> bool:
        """Return whether only trailers and emoji remain from the word at `index` to the end of its clause."""
        return self._closing[-1 - index]

    @cached_property
    def _opening(self) -> list[bool]:
        """Scan from the start of the message to its end."""
        opens = True
        found = []
        before: tuple[str | None, str | None] = (None, None)
        for word in self._said:
            found.append(opens or self._starts_behind(*before, word))
            opens = word is None or self._parts(word) or (found[-1] and word in self.lead_ins)
            before = before[1], word
        return [*found, opens]

    def _parts(self, word: str) -> bool:
        """Return whether anything behind this word starts a clause: `btw`, an emoji."""
        return word in self.partings or word.startswith(":")

    def _starts_behind(self, earlier: str | None, before: str | None, word: str | None) -> bool:
        """Return whether a word starts a clause by the two before it: `at 3 but you`, `at 3 you`, `at 3 and learn`.

        A number that begins a message may be a letter: `1 h4t3 u`.
        """
        is_whole = self._ends_plan(before) and (earlier is not None or before in self.plan_ends)
        if before is None or not (is_whole or before in self.joints):
            return False
        links = before in self.linking and not self._ends_plan(earlier)
        return word in self.openers or word in self.names or (word in self.fresh and not links)

    def _ends_plan(self, word: str | None) -> bool:
        return word is not None and (word in self.plan_ends or word[0].isdigit())

    @cached_property
    def _closing(self) -> list[bool]:
        """Scan from the end of the message to its start."""
        closes, after = True, None
        found = [closes]
        befores = [None, *self._said]
        for before, word in zip(befores[-2::-1], reversed(self._said), strict=True):
            begins = word in self.starters or (word in self.conjunctions and after in self.openers)
            begins = begins or f"{word} {after}" in self.beginnings
            trails = word is not None and (word in self.trailers or word.startswith(":") or before in self.titles)
            closes = word is None or begins or (closes and trails)
            found.append(closes)
            after = word
        return found

    @cached_property
    def _said(self) -> list[str | None]:
        """Return the words, with one word for each joke or affection phrase such as `im just kidding` or `love you`."""
        said = list(self.words)
        for at, word in enumerate(said):
            if word and at and f"{said[at - 1]} {word}" in self.affection:
                said[at] = said[at - 1]
            while word in self.jokes and at and said[at - 1] in self.joke_fillers:
                at -= 1  # noqa: PLW2901
                said[at] = word
        return said
