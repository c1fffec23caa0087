"""Training rows from ordinary conversation, which the second reader must not flag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.models import Concern, Direction
from coach.training.row import Kind, Row, json_lines, part_of

_DRAFT = frozenset({Concern.UNKIND, Concern.OVERSHARING, Concern.CARE})
_TALK = _DRAFT | {Concern.GOING_ALONG}
"""Conversations in which nobody goes along with a stranger, as far as the words show."""
_RECEIVED = frozenset({Concern.UNKIND, Concern.RED_FLAG, Concern.CARE})

CALM_FILES: Mapping[str, Mapping[Direction, frozenset[Concern]]] = {
    "calm_sms": {Direction.DRAFT: _TALK, Direction.RECEIVED: _RECEIVED},
    "calm_persona_chat": {Direction.DRAFT: _TALK, Direction.RECEIVED: _RECEIVED},
    "calm_goemotions": {Direction.DRAFT: _TALK},
    "wnut17": {Direction.DRAFT: frozenset({Concern.OVERSHARING, Concern.CARE})},
}
"""The files, with the concerns for which they are negative examples; WNUT's tweets were not checked for kindness."""


def calm_rows(folder: Path) -> Iterator[Row]:
    """Read every message of the calm files in `folder` as a draft, and conversations as received too.

    Raises:
        InputError: a file is missing.
    """
    for name, ways in CALM_FILES.items():
        for line in json_lines(folder, name):
            text = str(line["text"])
            for direction, teaches in ways.items():
                yield Row(
                    text=text,
                    direction=direction,
                    source=name,
                    teaches=teaches,
                    kind=Kind.CALM,
                    part=part_of(text),
                )
