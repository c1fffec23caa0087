"""The second reader as a part of the engine; it adds a candidate for what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coach.engine.reader.content import may_be, says_something
from coach.engine.reader.encoder import Answers, encoder_of
from coach.engine.reader.going_along import goes_along
from coach.engine.reader.model import CATEGORIES, QUESTIONS, TAGS, Weights
from coach.engine.reader.phrase import best_phrase
from coach.engine.reader.windows import Window, wide_windows_in, windows_in
from coach.engine.text.reading import Candidate, Reading
from coach.models import Audience, Concern, Direction, FlagSource
from coach.models.category import directions_of
from coach.runtime import can_read

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

RULE = "second-reader"
"""The rule name in flags of the second reader."""

_ASKED: Mapping[Concern, list[int]] = {
    concern: [at for at, about in enumerate(QUESTIONS.values()) if about is concern] for concern in Concern
}
"""Questions about each concern."""
_COLUMNS = {
    (direction, concern): [
        at for at, name in enumerate(CATEGORIES) if name.startswith(f"{concern}/") and direction in directions_of(name)
    ]
    for direction in Direction
    for concern in Concern
}
"""Categories of each concern in messages of each direction."""
UNSURE = "second-reader-unsure"
"""The rule name where it is only sure enough because the other is known only online; such flags are light."""
_WITH_STRANGERS: Mapping[Concern, float] = {Concern.RED_FLAG: 2.5}
"""How much less sure, as logits, it may be with somebody known only online.

It learned how often people write such things to anybody; strangers mean harm more often. Chosen on 44 dangerous and 180
ordinary messages of strangers, each written to be hard: 22 of the dangerous are found instead of 16, and 12 of the
ordinary flagged instead of 6.
"""


@dataclass(frozen=True)
class Thought:
    """What the second reader thinks of a window, about one concern."""

    window: Window
    words: tuple[str | None, ...]
    concern: Concern
    logit: float
    """How sure it is."""
    threshold: float
    """How sure it must be to speak to anybody."""
    spared: float
    """How much less is enough before this audience."""
    is_let_in: bool
    """Whether the gate lets the encoder read the window."""
    answers: Answers
    direction: Direction

    @cached_property
    def category(self) -> str:
        """The likeliest category of the concern."""
        columns = _COLUMNS[self.direction, self.concern]
        return CATEGORIES[columns[int(np.argmax(self.answers.categories[columns]))]]

    @cached_property
    def phrase(self) -> Window:
        """The words that say so, within the window."""
        return best_phrase(self.words, self.answers.tags[:, TAGS.index(self.concern)])

    @property
    def is_sure(self) -> bool:
        """Return whether it is sure enough to speak."""
        return self.logit > self.threshold - self.spared

    @property
    def name(self) -> str:
        """The rule name of its flag."""
        return f"{self.category}/{RULE if self.logit > self.threshold else UNSURE}"


class SecondReader:
    """Decides for each concern whether a window needs a look, then picks the category and the phrase."""

    def __init__(self) -> None:
        self._weights: Weights | None = None

    def learn(self, knowledge: Knowledge) -> None:
        """Take the weights, if the pipeline has any."""
        self.set_weights(knowledge.weights)

    def set_weights(self, weights: Weights | None) -> None:
        """Set what was learned; the encoder is loaded when it is first needed."""
        self._weights = weights

    def read(self, reading: Reading) -> None:
        """Add a candidate for each sentence and concern that it is sure of.

        Two sentences together add one only where it is sure of neither alone.
        """
        spoken = set[tuple[Concern, int]]()
        for thought in filter(lambda one: one.is_sure, self.thoughts(reading)):
            first, last = thought.window
            inside = {(thought.concern, at) for at in range(first, last)}
            if spoken.isdisjoint(inside) and _may_speak(thought):
                spoken |= inside
                start, end = thought.phrase
                reading.candidates.append(_candidate(reading, first + start, first + end, thought.name))

    def thoughts(self, reading: Reading, *, gated: bool = True) -> Iterator[Thought]:
        """Yield what it thinks of each window and concern, single sentences first.

        Args:
            reading: the message.
            gated: whether windows that the gate holds back are left out.
        """
        weights = self._weights
        if not weights or not can_read():
            return
        known = _words_of(reading.first, weights) if reading.first else frozenset()
        # What a child writes to a stranger is little and weighs much: the encoder reads all of it.
        is_risky = reading.audience is Audience.STRANGER and reading.direction is Direction.DRAFT
        for window in windows_in(reading, weights.embedding.pieces):
            words = tuple(reading.words[slice(*window)])
            spelled = weights.embedding.spelled(words, reading.direction)
            is_let_in = is_risky or weights.gate.lets_in(spelled[0])
            if words not in known and (is_let_in or not gated):
                answers = encoder_of(weights).read(spelled)
                for concern, logit, threshold in _beliefs(weights, answers, reading.direction):
                    spared = _WITH_STRANGERS.get(concern, 0) if reading.audience is Audience.STRANGER else 0
                    yield Thought(
                        window, words, concern, logit, threshold, spared, is_let_in, answers, reading.direction
                    )

    def whole_answers(self, reading: Reading) -> list[Answers]:
        """Return what the encoder says about a message as a whole, in as few windows as hold it, gate or not."""
        weights = self._weights
        if not weights or not can_read():
            return []
        windows = wide_windows_in(reading, weights.embedding.pieces)
        words = (tuple(reading.words[slice(*window)]) for window in windows)
        return [encoder_of(weights).read(weights.embedding.spelled(one, reading.direction)) for one in words]


def _words_of(reading: Reading, weights: Weights) -> frozenset[tuple[str | None, ...]]:
    """Return the words of each window."""
    windows = windows_in(reading, weights.embedding.pieces)
    return frozenset(tuple(reading.words[first:last]) for first, last in windows)


def _beliefs(weights: Weights, answers: Answers, direction: Direction) -> Iterator[tuple[Concern, float, float]]:
    """Yield each concern of a direction with the logit and the threshold of the question that it is surest of."""
    sure = answers.questions - weights.thresholds
    for concern, asked in _ASKED.items():
        if direction in concern.directions:
            loudest = max(asked, key=lambda at: float(sure[at]))
            yield concern, float(answers.questions[loudest]), float(weights.thresholds[loudest])


def _may_speak(thought: Thought) -> bool:
    """Return whether the words that say so are content words, and fit the category."""
    words, (start, end) = thought.words, thought.phrase
    if thought.concern is Concern.GOING_ALONG and not goes_along(thought.category, words):
        return False
    return says_something(thought.category, words[start:end]) and may_be(thought.category, words, start)


def _candidate(reading: Reading, start: int, end: int, rule: str) -> Candidate:
    return Candidate(
        start=start,
        end=end,
        start_char=reading.spans[start][0],
        end_char=reading.spans[end - 1][1],
        rule=rule,
        source=FlagSource.SECOND_READER,
    )
