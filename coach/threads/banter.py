"""Whether two people tease each other both ways, laugh about it and show that they like each other.

Plain teasing between such friends is nothing to report. It takes both: where only one teases, or anybody says that it
is not funny, nothing is taken for fun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.engine.recall import LONGEST_RECALLED, MOST_RECALLED
from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.models import Audience, Concern, Flag, Report, Role, Weight
from coach.threads.sent import SentAdvice, read_advice

if TYPE_CHECKING:
    from coach.models.thread import Turn
    from coach.threads.group_words import GroupWords

TEASING = frozenset(f"{Concern.UNKIND}/{name}" for name in ("ability", "dismissal", "mockery", "name-calling"))
"""Categories of plain teasing. Looks, hate, threats, rumours and leaving out are never fun."""
_FEWEST = 2
"""Turns in this tone, of each of the two."""
_PAIR = 2


class _Tone(NamedTuple):
    """In which tone a turn is written."""

    refuses: bool
    """Whether it says that something is not funny."""
    is_warm: bool
    teases: bool
    laughs: bool


class Banter:
    """Sees the turns of one conversation, and learns whether its teasing is mutual."""

    def __init__(self, words: GroupWords) -> None:
        """Hear what turns do by `words`."""
        self._words = words
        self._tones = BoundedCache(Weakly(self._tone_of), MOST_RECALLED, LONGEST_RECALLED)
        self._turns: Counter[str] = Counter()
        """How many turns in this tone each sender wrote."""
        self._tease, self._smile = set[str](), set[str]()
        self._senders = set[str]()
        self._is_warm = False
        self._is_refused = False
        self._last: tuple[int, str] | None = None
        """The number and the sender of the turn before."""
        self._smiled_at = set[int]()

    @property
    def smiled_at(self) -> frozenset[int]:
        """The turns that the other of two answered with a laugh or in kind; none if anybody says it is not funny."""
        is_calm = len(self._senders) == _PAIR and not self._is_refused
        return frozenset(self._smiled_at if is_calm else ())

    @property
    def is_mutual(self) -> bool:
        """Whether both tease and both laugh or like, somebody likes, and nobody says that it is not funny."""
        both = self._senders == self._tease == self._smile and len(self._senders) == _PAIR
        return both and self._is_warm and not self._is_refused and min(self._turns.values()) >= _FEWEST

    def see(self, turn: Turn, number: int) -> None:
        """Take note of a turn, and of its number in the file."""
        self._senders.add(turn.sender)
        last, self._last = self._last, (number, turn.sender)
        if self._is_refused or len(self._senders) > _PAIR or not turn.text:
            return
        tone = self._tones[turn.text]
        self._is_refused = tone.refuses
        if tone.is_warm or tone.laughs:
            self._smile.add(turn.sender)
        if tone.teases:
            self._tease.add(turn.sender)
        self._turns[turn.sender] += tone.is_warm or tone.teases or tone.laughs
        self._is_warm = self._is_warm or tone.is_warm
        if last and last[1] != turn.sender and (tone.laughs or tone.teases):
            self._smiled_at.add(last[0])

    def _tone_of(self, text: str) -> _Tone:
        heard = self._words.heard(text)
        return _Tone(heard.has("answers"), heard.has("kind"), heard.has("teases"), heard.laughs)


def is_teasing(flag: Flag, audience: Audience) -> bool:
    """Return whether a flag is plain teasing of a friend, so that between two who tease both ways it weighs little."""
    return flag.category in TEASING and flag.weight is not Weight.STOP and audience is Audience.FRIEND


def without_teasing(report: Report) -> Report:
    """Return a report without plain teasing, for a turn that its target takes for fun; a stop stays."""
    kept = (flag for flag in report.flags if flag.category not in TEASING or flag.weight is Weight.STOP)
    return report.model_copy(update={"flags": tuple(kept)})


def as_teasing(flag: Flag) -> Flag:
    """Return a flag as a notice, with a calm question in place of its advice."""
    return with_calm_words(flag).model_copy(update={"weight": Weight.NOTICE})


def with_calm_words(flag: Flag) -> Flag:
    """Return a flag with a calm question in place of its advice."""
    said = banter_words()["sent" if flag.role is Role.WRITER else "received"]
    return said.said_of(flag).model_copy(update={"lesson": ""})


@cache
def banter_words(path: Path | None = None) -> Mapping[str, SentAdvice]:
    """Read what is said about teasing that was `sent`, and that was `received`.

    Raises:
        AuthorError: the file is invalid.
    """
    return read_advice(path or Path(__file__).with_name("banter.toml"), "sent", "received")
