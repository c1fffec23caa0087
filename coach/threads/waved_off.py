"""Somebody asks to come along and is waved off without a word that is unkind by itself.

Either the question is only laughed at, and others go on to count themselves without the one who asked; or the reason
that was given is taken apart ("theres loads of space") and hushed up ("shh"). Whoever is let in was not waved off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.threads.group_names import GroupNames
    from coach.threads.group_turns import GroupTurn
    from coach.threads.group_words import Heard

_WINDOW = 7
"""How many turns behind a question are looked at."""
_SOON = 3
"""How many turns behind it it is waved off."""
_PLANNED = 2
"""The fewest others whom a plan names, its writer among them."""


class WavedOff:
    """Finds those who asked in vain."""

    def __init__(self, turns: Sequence[GroupTurn], heard: Callable[[int], Heard], names: GroupNames) -> None:
        """Know the turns, what each does, and who writes."""
        self._turns = turns
        self._heard = heard
        self._names = names

    def find(self) -> dict[int, str]:
        """Return the turns that wave somebody off or plan without them, with whom."""
        found = dict[int, str]()
        for at, turn in enumerate(self._turns):
            if turn.text and self._heard(at).has("asks-in"):
                found |= dict.fromkeys(self._hits(at), turn.sender)
        return found

    def _hits(self, at: int) -> list[int]:
        asker = self._turns[at].sender
        behind = [
            one
            for one in range(at + 1, min(at + 1 + _WINDOW, len(self._turns)))
            if self._turns[one].sender != asker and self._turns[one].text
        ]
        if any(self._lets_in(one, asker) for one in behind):
            return []
        soon = [one for one in behind if one - at <= _SOON]
        laughs = next((one for one in soon if self._only_laughs(one)), None)
        reason = next((one for one in soon if self._heard(one).has("waves-off")), None)
        if laughs is not None and (plans := [one for one in behind if one > laughs and self._counts(one, asker)]):
            return [laughs, *plans]
        return [] if reason is None else list(self._hushed(reason, behind))

    def _hushed(self, reason: int, behind: Sequence[int]) -> Iterator[int]:
        """Yield a reason and what hushes up that it is none."""
        giver = self._turns[reason].sender
        later = [one for one in behind if one > reason]
        bared = next(
            (one for one in later if self._turns[one].sender != giver and self._heard(one).has("takes-apart")), None
        )
        hushes = [one for one in later if bared is not None and one > bared and self._heard(one).has("hushes-up")]
        if hushes:
            yield from (reason, *hushes)

    def _lets_in(self, one: int, asker: str) -> bool:
        heard = self._heard(one)
        named = self._names.in_text(self._turns[one].text, self._turns[one].sender, near=0)
        return heard.has("admits") and named in (None, asker) and not self._counts(one, asker)

    def _only_laughs(self, one: int) -> bool:
        heard = self._heard(one)
        return heard.mocks and not heard.own_words

    def _counts(self, one: int, asker: str) -> bool:
        """Return whether a turn counts those who come, or names two of them, without the one who asked."""
        turn, heard = self._turns[one], self._heard(one)
        named = {name for _, _, name in self._names.places(turn.text)}
        if asker in named or turn.text.rstrip().endswith("?"):
            return False
        return heard.has("counts-us") or len(named | {turn.sender}) > _PLANNED
