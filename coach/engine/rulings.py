"""What becomes of each candidate: it speaks, or it is silent for a reason that can be told."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from coach.engine.reading import Candidate
from coach.models import Concern

_FEWEST = 2
"""So many phrases can overlap."""
_MOST_RULES = 5_000
"""Rules kept in memory with their concern."""


class Verdict(StrEnum):
    """Whether a candidate speaks, and if not, why."""

    SPEAKS = "speaks"
    NO_CATEGORY = "no category"
    """Nobody has written what to say."""
    DIRECTION = "direction"
    """Its concern is not looked for in messages of this direction."""
    AIM = "aim"
    """Its rule does not accept whom the phrase is about."""
    SETTING = "setting"
    """Its rule does not accept how the phrase is said."""
    INSIDE = "inside"
    """It stands inside a phrase of its concern that is silent for the way it is said."""
    OVERLAPPED = "overlapped"
    """A heavier, longer or earlier phrase of its concern stands on some of the same words."""
    ECHO = "echo"
    """A red flag on the same words says it better."""


@dataclass(slots=True)
class Ruling:
    """A candidate and what becomes of it."""

    candidate: Candidate
    verdict: Verdict
    by: Candidate | None = None
    """The candidate that silenced it, for `INSIDE`, `OVERLAPPED` and `ECHO`."""

    @property
    def concern(self) -> Concern:
        """The concern of the candidate."""
        return concern_of(self.candidate)


class Silenced:
    """Phrases that are silent for the way they are said: what stands inside one is silent too.

    In "nobody thinks you are a loser" the negation is seen before the long phrase only, not before "loser".
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._longest: dict[tuple[Concern, int], Candidate] = {}
        """For every word the candidate over it that reaches farthest."""
        for one in candidates:
            for word in range(one.start, one.end):
                place = (concern_of(one), word)
                if one.end > self._end(place, 0):
                    self._longest[place] = one

    def holder(self, candidate: Candidate) -> Candidate | None:
        """A silenced phrase of its concern that begins before the candidate and reaches to its end, or none."""
        if not self._longest:
            return None
        place = (concern_of(candidate), candidate.start)
        begun = self._end((place[0], place[1] - 1), 0) >= self._end(place, 1)
        return self._longest.get(place) if begun and candidate.end <= self._end(place, 0) else None

    def _end(self, place: tuple[Concern, int], default: int) -> int:
        holder = self._longest.get(place)
        return holder.end if holder else default


def settle(rulings: Iterable[Ruling], rank_of: Callable[[Candidate], int]) -> None:
    """Of candidates of one concern that overlap, let only the heaviest speak, then the longest, then the first.

    Args:
        rulings: those that speak so far; changed in place.
        rank_of: how heavy a candidate is.
    """

    def order(ruling: Ruling) -> tuple[int, int, int, str]:
        one = ruling.candidate
        return (-rank_of(one), one.start_char - one.end_char, one.start_char, one.rule)

    waiting = list(rulings)
    if len(waiting) < _FEWEST:
        return
    kept: dict[Concern, list[Candidate]] = {}
    speaking: list[Ruling] = []
    for ruling in sorted(waiting, key=order):
        beside = kept.setdefault(ruling.concern, [])
        if _silence(ruling, Verdict.OVERLAPPED, beside):
            continue
        insort(beside, ruling.candidate, key=place_of)
        speaking.append(ruling)
    for ruling in speaking:
        if ruling.concern is Concern.UNKIND:
            _silence(ruling, Verdict.ECHO, kept.get(Concern.RED_FLAG, []))


def _silence(ruling: Ruling, verdict: Verdict, others: list[Candidate]) -> bool:
    """Give this verdict where one of `others`, in order and none overlapping another, stands on the same words."""
    at = bisect_left(others, place_of(ruling.candidate), key=place_of)
    for other in others[max(at - 1, 0) : at + 1]:
        if ruling.candidate.start_char < other.end_char and other.start_char < ruling.candidate.end_char:
            ruling.verdict, ruling.by = verdict, other
            return True
    return False


def concern_of(candidate: Candidate) -> Concern:
    """The concern of the rule that found it."""
    return concern_named(candidate.rule)


@lru_cache(_MOST_RULES)
def concern_named(name: str) -> Concern:
    """The concern of a rule or a category by its id."""
    return Concern(name.partition("/")[0])


def place_of(candidate: Candidate) -> tuple[int, int]:
    """Its first character and the character after its last, as an order."""
    return (candidate.start_char, candidate.end_char)
