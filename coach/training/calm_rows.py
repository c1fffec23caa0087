"""Training rows from ordinary conversation, which the second reader must not flag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.models import Concern, Direction
from coach.training.row import Kind, Row, json_lines, part_of

_DRAFT = frozenset({Concern.UNKIND, Concern.OVERSHARING, Concern.CARE})
_SMALL_TALK = _DRAFT | {Concern.GOING_ALONG}
"""Talk of strangers in which nobody goes along. Text messages are not: "at 7 then, mum is out" is ordinary to a
friend, and going along to somebody known only online."""
_RECEIVED = frozenset({Concern.UNKIND, Concern.RED_FLAG, Concern.CARE})

CALM_FILES: Mapping[str, Mapping[Direction, frozenset[Concern]]] = {
    "calm_sms": {Direction.DRAFT: _DRAFT, Direction.RECEIVED: _RECEIVED},
    "calm_persona_chat": {Direction.DRAFT: _SMALL_TALK, Direction.RECEIVED: _RECEIVED},
    "calm_goemotions": {Direction.DRAFT: _SMALL_TALK},
    "wnut17": {Direction.DRAFT: frozenset({Concern.OVERSHARING, Concern.CARE})},
}
"""The files, with the concerns for which they are negative examples; WNUT's tweets were not checked for kindness."""
_SAD = "sad"
"""The mood of comments that say nothing about care: some writers do hurt ("I wanna die")."""


def calm_rows(folder: Path) -> Iterator[Row]:
    """Read every message of the calm files in `folder` as a draft, and conversations as received too.

    Raises:
        InputError: a file is missing.
    """
    for name, ways in CALM_FILES.items():
        for line in json_lines(folder, name):
            text, silent = str(line["text"]), _untaught(line)
            for direction, teaches in ways.items():
                yield Row(
                    text=text,
                    direction=direction,
                    source=name,
                    teaches=teaches - silent,
                    kind=Kind.CALM,
                    part=part_of(text),
                )


def _untaught(line: Mapping[str, object]) -> frozenset[Concern]:
    """Return the concerns of which a line teaches nothing."""
    return frozenset({Concern.CARE}) if line.get("mood") == _SAD else frozenset()
