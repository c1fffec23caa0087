"""Compares two scores of the same voices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from coach.corpus.score.scores import FlaggedMessage, Score, Scores
from coach.errors import InputError
from coach.models import Concern, Direction


@dataclass(frozen=True, slots=True)
class Change:
    """One concern, category or rule before and after."""

    name: str
    before: Score | None
    """None if it flagged nothing."""
    after: Score | None


@dataclass(frozen=True, slots=True)
class Turned:
    """A message flagged for a concern in only one of two scores."""

    message: FlaggedMessage
    concern: Concern

    @property
    def is_right(self) -> bool:
        """Whether the message is marked with this concern."""
        return self.concern in self.message.marked


def read_scores(path: Path, voices: dict[str, int]) -> Scores:
    """Read a saved score of these voices.

    Raises:
        InputError: the file cannot be read, is not a score, or is a score of other voices.
    """
    try:
        scores = Scores.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}\n    fix: use a file that --save wrote") from error
    except ValidationError as error:
        raise InputError(f"{path} is not a saved score\n    fix: use a file that --save wrote") from error
    if scores.voices != voices:
        named = ", ".join(f"{name} ({count})" for name, count in scores.voices.items())
        raise InputError(
            f"{path} is a score of other voices: {named}\n    fix: score the same voices, or save it again"
        )
    return scores


def changes(before: Scores, after: Scores) -> Iterator[Change]:
    """List every concern, then the rules whose counts changed, largest change first."""
    for concern in Concern:
        yield Change(concern, before.concerns.get(concern), after.concerns.get(concern))
    rules = (Change(name, before.rules.get(name), after.rules.get(name)) for name in {**before.rules, **after.rules})
    yield from sorted((one for one in rules if one.before != one.after), key=_size, reverse=True)


def _size(change: Change) -> tuple[int, str]:
    before, after = change.before or Score(), change.after or Score()
    return abs(after.right - before.right) + abs(after.false_alarms - before.false_alarms), change.name


def turned(before: Scores, after: Scores) -> list[Turned]:
    """List messages flagged in `after` but not in `before`, once per concern; swap the two for the opposite."""
    known = {_key(message): message.concerns for message in before.flagged}
    return [
        Turned(message, concern)
        for message in after.flagged
        for concern in Concern
        if concern in message.concerns and concern not in known.get(_key(message), frozenset())
    ]


def _key(message: FlaggedMessage) -> tuple[str, str, Direction]:
    return message.voice, message.text, message.direction
