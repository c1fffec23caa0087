"""How well reports agree with the marks of the corpus, counted in whole messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from coach.models import Concern, MarkedMessage, Message, Report, Voice
from coach.models.category import CATEGORY_NAMES

_CONCERN_OF = {name: concern for concern, names in CATEGORY_NAMES.items() for name in names}


@dataclass(frozen=True)
class Score:
    """Messages counted for one concern."""

    right: int = 0
    """Marked and flagged."""
    false_alarms: int = 0
    """Flagged and not marked."""
    missed: int = 0
    """Marked and not flagged."""

    @property
    def precision(self) -> float:
        """How many of the flagged messages are marked; 1 where none is flagged."""
        flagged = self.right + self.false_alarms
        return self.right / flagged if flagged else 1.0

    @property
    def recall(self) -> float:
        """How many of the marked messages are flagged; 1 where none is marked."""
        marked = self.right + self.missed
        return self.right / marked if marked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_voices(
    voices: Iterable[Voice], check_all: Callable[[Iterable[Message]], Iterable[Report]]
) -> dict[Concern, Score]:
    """The score of every concern over all messages of `voices`; their audience is a group."""
    messages = [message for voice in voices for message in voice.messages]
    reports = check_all(Message(text=message.text, direction=message.direction) for message in messages)
    pairs = [(_marked(message), _flagged(report)) for message, report in zip(messages, reports, strict=True)]
    return {concern: _score(concern, pairs) for concern in Concern}


def _score(concern: Concern, pairs: Iterable[tuple[set[Concern], set[Concern]]]) -> Score:
    outcomes = [(concern in marked, concern in flagged) for marked, flagged in pairs]
    return Score(
        right=outcomes.count((True, True)),
        false_alarms=outcomes.count((False, True)),
        missed=outcomes.count((True, False)),
    )


def _marked(message: MarkedMessage) -> set[Concern]:
    return {_CONCERN_OF[mark.category] for mark in message.marks}


def _flagged(report: Report) -> set[Concern]:
    return {flag.concern for flag in report.flags}


def score_lines(scores: dict[Concern, Score]) -> Iterator[str]:
    """A table of the scores, one concern a line."""
    yield f"{'concern':<12} precision  recall     F1   right  false alarms  missed"
    for concern, score in scores.items():
        rates = f"{score.precision:>9.3f} {score.recall:>7.3f} {score.f1:>6.3f}"
        yield f"{concern:<12} {rates} {score.right:>7} {score.false_alarms:>13} {score.missed:>7}"
