"""Training rows from the corpus: every message is a positive or negative example for each concern of its direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.models import Audience, Concern, Direction, MarkedMessage, Voice
from coach.models.category import CATEGORY_IDS, CATEGORY_NAMES
from coach.training.row import Row

CONCERN_OF = {name: concern for concern, names in CATEGORY_NAMES.items() for name in names}
"""The concern of each category, by the category's short name."""
CATEGORIES = CATEGORY_IDS
"""The ids of all categories, in guide order."""


def corpus_rows(voices: Iterable[Voice]) -> Iterator[Row]:
    """Convert every message of these voices."""
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
    """Return the concerns that apply to messages of this direction."""
    return frozenset(concern for concern in Concern if direction in concern.directions)


def _taught(message: MarkedMessage) -> frozenset[Concern]:
    """Return the concerns that a message is an example for; not going along, if the writer knows its readers."""
    taught = taught_by(message.direction)
    marked = any(CONCERN_OF[mark.category] is Concern.GOING_ALONG for mark in message.marks)
    return taught if marked or message.audience is Audience.STRANGER else taught - {Concern.GOING_ALONG}
