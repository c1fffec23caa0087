"""Rows from the voices of the corpus: every message says yes or no to every concern of its direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.models import Audience, Concern, Direction, MarkedMessage, Voice
from coach.models.category import CATEGORY_NAMES
from coach.training.row import Row

CONCERN_OF = {name: concern for concern, names in CATEGORY_NAMES.items() for name in names}
"""The concern of a category's short name."""
CATEGORIES = tuple(f"{concern}/{name}" for concern, names in CATEGORY_NAMES.items() for name in names)
"""The ids of all categories, in the order of the guide."""


def corpus_rows(voices: Iterable[Voice]) -> Iterator[Row]:
    """Every message of these voices."""
    for voice in voices:
        for message in voice.messages:
            yield _row(voice.name, message)


def _row(voice: str, message: MarkedMessage) -> Row:
    return Row(
        text=message.text,
        direction=message.direction,
        source=voice,
        teaches=_taught(message),
        concerns=frozenset(CONCERN_OF[mark.category] for mark in message.marks),
        marks=message.marks,
    )


def taught_by(direction: Direction) -> frozenset[Concern]:
    """The concerns that are looked for in messages of this direction."""
    return frozenset(concern for concern in Concern if direction in concern.directions)


def _taught(message: MarkedMessage) -> frozenset[Concern]:
    """What a message says yes or no to: nothing of going along, where it goes to people whom the writer knows."""
    taught = taught_by(message.direction)
    marked = any(CONCERN_OF[mark.category] is Concern.GOING_ALONG for mark in message.marks)
    return taught if marked or message.audience is Audience.STRANGER else taught - {Concern.GOING_ALONG}
