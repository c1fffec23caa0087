"""How gently the second reader speaks and when it stays silent."""

from __future__ import annotations

from coach.engine.reader import UNSURE
from coach.engine.text.reading import Candidate
from coach.engine.verdict.resolve import concern_of
from coach.models import DEFAULT_AIMS, Category, FlagSource, Weight

LOUD = frozenset({"unkind/self-harm", "red-flag/blackmail", "care/unsafe"})
"""Categories that keep their full weight, whoever noticed."""


def is_from_reader(candidate: Candidate) -> bool:
    """Return whether the second reader noticed it."""
    return candidate.source is FlagSource.SECOND_READER


def accepts_aim(candidate: Candidate) -> bool:
    """Return whether a phrase of the second reader is about somebody it may hurt."""
    return candidate.aim is None or candidate.aim in DEFAULT_AIMS[concern_of(candidate)]


def softened(category: Category, candidate: Candidate, weight: Weight) -> Weight:
    """Return the weight of a second-reader flag: at most `pause`, except for dangerous categories.

    One that would not have spoken to a friend is a `notice`.
    """
    if candidate.rule.endswith(f"/{UNSURE}"):
        return Weight.NOTICE
    return weight if category.id in LOUD or weight is not Weight.STOP else Weight.PAUSE
