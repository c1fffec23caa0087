"""The second reader as a part of the engine; it adds a candidate for what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.content import may_be, says_something
from coach.engine.reader.features import Features, features_in
from coach.engine.reader.going_along import goes_along
from coach.engine.reader.phrase import best_phrase, word_shares
from coach.engine.reader.quick_reject import unsure
from coach.engine.reader.sentences import Stretch, part_of, sentences_in
from coach.engine.reader.weights import CATEGORIES, QUESTIONS, Weights
from coach.engine.text.reading import Candidate, Reading
from coach.models import Concern, Direction, FlagSource
from coach.models.category import directions_of

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

RULE = "second-reader"
"""The rule name in flags of the second reader."""
TOGETHER = 4_000
"""Words looked at together, plus those of one sentence."""

_ASKED = {concern: [at for at, about in enumerate(QUESTIONS.values()) if about is concern] for concern in Concern}
"""Questions about each concern."""
_ASKED_OF = {
    direction: np.array([at for concern, asked in _ASKED.items() if direction in concern.directions for at in asked])
    for direction in Direction
}
"""Questions about messages by direction."""
_COLUMNS = {
    (direction, concern): [
        at for at, name in enumerate(CATEGORIES) if name.startswith(f"{concern}/") and direction in directions_of(name)
    ]
    for direction in Direction
    for concern in Concern
}
"""Categories of each concern in messages of each direction."""


class SecondReader:
    """Decides for each concern whether a message needs a look, then picks the category and the phrase."""

    def __init__(self) -> None:
        self._weights: Weights | None = None

    def learn(self, knowledge: Knowledge) -> None:
        """Take the weights, if the pipeline has any."""
        self._weights = knowledge.weights

    def set_weights(self, weights: Weights) -> None:
        """Set what was learned."""
        self._weights = weights

    def read(self, reading: Reading) -> None:
        """Add at most one candidate a sentence and concern to a reading."""
        weights = self._weights
        if not weights:
            return
        stretches = [one for one in sentences_in(reading) if reading.is_new(*one)]
        if not stretches:
            return
        for together in _groups(stretches):
            for stretch in unsure(weights, reading, together, _ASKED_OF[reading.direction]):
                reading.candidates.extend(_notice(weights, reading, stretch))


def _groups(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Group sentences to look at together: each word takes some kilobytes."""
    group, words = list[Stretch](), 0
    for stretch in stretches:
        group.append(stretch)
        words += stretch[1] - stretch[0]
        if words >= TOGETHER:
            yield group
            group, words = [], 0
    if group:
        yield group


def _notice(weights: Weights, reading: Reading, stretch: Stretch) -> list[Candidate]:
    part = part_of(reading, stretch)
    features = features_in(part)
    shares = weights.question.shares(features.numbers, features.values)
    sure = shares.sum(axis=0) + weights.question.biases - weights.thresholds
    found = []
    for concern, asked in _ASKED.items():
        loudest = max(asked, key=lambda at: float(sure[at]))
        if sure[loudest] <= 0 or reading.direction not in concern.directions:
            continue
        start, end = best_phrase(part.words, word_shares(features, shares[:, loudest], len(part.words)))
        name = _category(weights, features, _COLUMNS[reading.direction, concern])
        if concern is Concern.GOING_ALONG and not goes_along(name, part.words):
            continue
        if says_something(part.words[start:end]) and may_be(name, part.words, start):
            found.append(_candidate(reading, stretch[0] + start, stretch[0] + end, name))
    return found


def _category(weights: Weights, features: Features, columns: list[int]) -> str:
    """Return the likeliest category of these columns."""
    scores: NDArray[np.float32] = weights.category.shares(features.numbers, features.values).sum(axis=0)
    scores += weights.category.biases
    return CATEGORIES[columns[int(np.argmax(scores[columns]))]]


def _candidate(reading: Reading, start: int, end: int, category: str) -> Candidate:
    return Candidate(
        start=start,
        end=end,
        start_char=reading.spans[start][0],
        end_char=reading.spans[end - 1][1],
        rule=f"{category}/{RULE}",
        source=FlagSource.SECOND_READER,
    )
