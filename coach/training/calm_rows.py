"""Training rows from ordinary conversation, which the second reader must not flag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.models import Concern, Direction
from coach.training.row import Kind, Row, json_lines, part_of

_DRAFT = frozenset({Concern.UNKIND, Concern.OVERSHARING, Concern.CARE})
_TALK = _DRAFT | {Concern.GOING_ALONG}
"""Conversations in which nobody goes along with a stranger, as far as the words show."""

CALM_FILES: Mapping[str, frozenset[Concern]] = {
    "calm_sms": _TALK,
    "calm_persona_chat": _TALK,
    "calm_goemotions": _TALK,
    "wnut17": frozenset({Concern.OVERSHARING, Concern.CARE}),
}
"""The files, with the concerns for which they are negative examples; WNUT's tweets were not checked for kindness."""


def calm_rows(folder: Path) -> Iterator[Row]:
    """Read every message of the calm files in `folder` as a draft.

    Raises:
        InputError: a file is missing.
    """
    for name, teaches in CALM_FILES.items():
        for line in json_lines(folder, name):
            text = str(line["text"])
            yield Row(
                text=text,
                direction=Direction.DRAFT,
                source=name,
                teaches=teaches,
                kind=Kind.CALM,
                part=part_of(text),
            )
