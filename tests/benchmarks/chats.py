"""How long a turn of a chat takes, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from coach.engine import Recall
from coach.models.thread import Turn
from coach.threads import ReadTurn, Watch
from coach.threads.group_words import group_words
from coach.threads.reader import ThreadReader
from coach.threads.survey import survey
from tests.benchmarks.timing import exhaust, seconds

_ME, _OTHER = "Mia", "Sam"


@dataclass(frozen=True)
class ChatTimes:
    """Seconds of processor time for one turn on average."""

    survey: float
    """The first pass: who writes, and how they know each other."""
    reports: float
    """The second pass: each turn in its role."""
    stages: float
    """What the turns add up to."""

    @property
    def total(self) -> float:
        """All of it."""
        return self.survey + self.reports + self.stages


def chat_of(texts: Sequence[str]) -> list[Turn]:
    """A chat of two who write in turn; blank texts are left out."""
    return [Turn((_OTHER, _ME)[at % 2], text) for at, text in enumerate(filter(str.strip, texts))]


def times_of_chat(nlp: Language, texts: Sequence[str]) -> ChatTimes:
    """Read a chat as `coach chat` does, and time each part."""
    run = _Run(nlp, chat_of(texts))
    return ChatTimes(*(seconds(part) / max(len(run.turns), 1) for part in (run.survey, run.report, run.watch)))


@dataclass
class _Run:
    """One reading of a chat; call its parts in order."""

    nlp: Language
    turns: list[Turn]
    _recall: Recall = field(default_factory=Recall)
    _read: list[ReadTurn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._watch = Watch(self.nlp, None, self._recall)

    def survey(self) -> None:
        self._facts = survey(self.turns, _ME, self._watch.signs, group_words(self.nlp))

    def report(self) -> None:
        self._read = list(ThreadReader(self.nlp, recall=self._recall).read(self.turns, self._facts))

    def watch(self) -> None:
        exhaust(map(self._watch.see, self._read))
        exhaust(self._watch.climbs())
