"""Scores reports against marks, message by message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from coach.corpus.score.scores import FlaggedMessage, FlagShares, Score, Scores
from coach.models import Concern, Flag, Mark, MarkedMessage, Message, Report, Voice
from coach.models.category import CATEGORY_NAMES

Key = TypeVar("Key")

_CONCERN_OF = {name: concern for concern, names in CATEGORY_NAMES.items() for name in names}
_CATEGORIES = {name: f"{concern}/{name}" for name, concern in _CONCERN_OF.items()}
_TWICE = 2


class CheckAll(Protocol):
    """Checks many messages; see `coach.engine.check_all`."""

    def __call__(self, messages: Iterable[tuple[Key, Message]], /) -> Iterator[tuple[Key, Report]]:
        """Check (key, message) pairs and yield (key, report) in the same order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A missed phrase or a false alarm."""

    voice: str
    message: MarkedMessage
    start: int
    """The first character of the phrase."""
    end: int
    """The character after its last."""
    category: str
    """The id of the marked or flagged category."""
    rule: str = ""
    """The rule that flagged it, if any."""


@dataclass(slots=True)
class _Names:
    """Counts of right flags, false alarms, misses and near misses, by name."""

    right: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)

    def add(self, marked: set[str], flagged: set[str], concerns: set[str]) -> None:
        """Count one message; `concerns` are the marked ones."""
        self.right.update(marked & flagged)
        self.missed.update(marked - flagged)
        self.false_alarms.update(flagged - marked)
        self.near.update(name for name in flagged - marked if name.partition("/")[0] in concerns)

    def score(self, name: str) -> Score:
        """Return the counts of one name."""
        return Score(
            right=self.right[name],
            false_alarms=self.false_alarms[name],
            missed=self.missed[name],
            near=self.near[name] if "/" in name else 0,
        )


class Tally:
    """Counts messages by comparing their marks with their reports."""

    def __init__(self) -> None:
        self.missed: list[Finding] = []
        """Marked phrases that no flag of their concern overlaps."""
        self.false_alarms: list[Finding] = []
        """Flags in messages that are not marked with their concern."""
        self._voices: Counter[str] = Counter()
        self._names = _Names()
        self._by_rule: Counter[str] = Counter()
        self._rule_right: Counter[str] = Counter()
        self._rule_near: Counter[str] = Counter()
        self._shares: Counter[str] = Counter()
        self._flagged: list[FlaggedMessage] = []

    def add(self, voice: str, message: MarkedMessage, report: Report) -> None:
        """Count one message of a voice."""
        self._voices[voice] += 1
        marked = {_CATEGORIES[mark.category] for mark in message.marks}
        concerns: set[str] = {_CONCERN_OF[mark.category] for mark in message.marks}
        flagged = {flag.category for flag in report.flags}
        flagged_concerns = {flag.concern for flag in report.flags}
        self._names.add(marked | concerns, flagged | flagged_concerns, concerns)
        self._add_rules({flag.rule: flag for flag in report.flags}.values(), marked, concerns)
        for flag in report.flags:
            self._add_flag(voice, message, flag)
        for mark in message.marks:
            if not any(_touch(flag, mark) for flag in report.flags):
                self.missed.append(Finding(voice, message, mark.start, mark.end, _CATEGORIES[mark.category]))
        if flagged_concerns:
            self._flagged.append(_flagged_message(voice, message, flagged_concerns))

    def _add_rules(self, flags: Iterable[Flag], marked: set[str], concerns: set[str]) -> None:
        for flag in flags:
            self._by_rule[flag.rule] += 1
            self._rule_right[flag.rule] += flag.category in marked
            self._rule_near[flag.rule] += flag.category not in marked and flag.concern in concerns

    def _add_flag(self, voice: str, message: MarkedMessage, flag: Flag) -> None:
        marks = [mark for mark in message.marks if _CONCERN_OF[mark.category] is flag.concern]
        if not marks:
            self.false_alarms.append(Finding(voice, message, flag.start, flag.end, flag.category, flag.rule))
            return
        touched = [mark for mark in marks if _touch(flag, mark)]
        longest = max((mark.end - mark.start for mark in touched), default=0)
        self._shares["right"] += 1
        self._shares["named"] += any(_CATEGORIES[mark.category] == flag.category for mark in marks)
        self._shares["placed"] += bool(touched)
        self._shares["tight"] += bool(touched) and flag.end - flag.start <= _TWICE * longest

    def scores(self) -> Scores:
        """Return all scores so far."""
        return Scores(
            voices=dict(self._voices),
            concerns={concern: self._names.score(concern) for concern in Concern},
            categories={name: self._names.score(name) for name in _CATEGORIES.values()},
            rules={rule: self._rule_score(rule) for rule in sorted(self._by_rule)},
            flags=FlagShares(**self._shares),
            flagged=tuple(self._flagged),
        )

    def _rule_score(self, rule: str) -> Score:
        category, right = rule.rpartition("/")[0], self._rule_right[rule]
        marked = self._names.right[category] + self._names.missed[category]
        false_alarms = self._by_rule[rule] - right
        return Score(right=right, false_alarms=false_alarms, missed=marked - right, near=self._rule_near[rule])


def _flagged_message(voice: str, message: MarkedMessage, concerns: set[Concern]) -> FlaggedMessage:
    return FlaggedMessage(
        voice=voice,
        text=message.text,
        direction=message.direction,
        concerns=frozenset(concerns),
        marked=frozenset(_CONCERN_OF[mark.category] for mark in message.marks),
    )


def _touch(flag: Flag, mark: Mark) -> bool:
    same = _CONCERN_OF[mark.category] is flag.concern
    return same and flag.meets(mark.start, mark.end)


def score_voices(voices: Iterable[Voice], check_all: CheckAll) -> Tally:
    """Check and count all messages of `voices`."""
    tally = Tally()
    marked = (((voice.name, message), _unmarked(message)) for voice in voices for message in voice.messages)
    for (name, message), report in check_all(marked):
        tally.add(name, message, report)
    return tally


def _unmarked(message: MarkedMessage) -> Message:
    return Message(text=message.text, direction=message.direction, audience=message.audience)
