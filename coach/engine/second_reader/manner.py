"""How softly the second reader speaks, and when it keeps silent, as rules have it for themselves."""

from __future__ import annotations

from collections.abc import Iterable

from coach.engine.reading import Candidate
from coach.engine.rulings import Ruling, Verdict, concern_of
from coach.models import Aim, Category, Concern, FlagSource, Weight

LOUD = frozenset({"unkind/self-harm", "red-flag/blackmail"})
"""Categories that weigh their full weight, whoever noticed."""

_SILENT = frozenset({Verdict.AIM, Verdict.SETTING})


def is_from_reader(candidate: Candidate) -> bool:
    """Whether the second reader noticed it."""
    return candidate.source is FlagSource.SECOND_READER


def accepts_aim(candidate: Candidate) -> bool:
    """Whether a phrase of the second reader is about somebody whom it may hurt."""
    return concern_of(candidate) is not Concern.UNKIND or candidate.aim in {None, Aim.YOU, Aim.SOMEBODY}


def softened(category: Category, weight: Weight) -> Weight:
    """The weight of a flag of the second reader: at most `pause`, but for what is dangerous."""
    return weight if category.id in LOUD or weight is not Weight.STOP else Weight.PAUSE


def defer(rulings: Iterable[Ruling]) -> None:
    """Silence the second reader where a rule of its concern looked at the same words and chose to be silent."""
    rulings = list(rulings)
    silent = [one for one in rulings if one.verdict in _SILENT and not is_from_reader(one.candidate)]
    for ruling in rulings:
        if ruling.verdict is Verdict.SPEAKS and is_from_reader(ruling.candidate):
            ruling.by = next((one.candidate for one in silent if _touch(one.candidate, ruling.candidate)), None)
            if ruling.by:
                ruling.verdict = Verdict.DEFERS


def _touch(one: Candidate, other: Candidate) -> bool:
    same = concern_of(one) is concern_of(other)
    return same and one.start_char < other.end_char and other.start_char < one.end_char
