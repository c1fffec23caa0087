"""One message to learn from, whatever file it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from zlib import crc32

from coach.errors import AuthorError, Fault, InputError
from coach.models import Concern, Direction, Mark

PARTS = 5
"""Rows of the open data and the calm files are dealt into so many parts."""
HELD_OUT = 0
"""The part that is never learned from."""
CALIBRATION = 1
"""The part that thresholds are set by, and not learned from either."""


class Kind(StrEnum):
    """What sort of file a row came from."""

    VOICE = "voice"
    CALM = "calm"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Row:
    """A message and what it teaches."""

    text: str
    direction: Direction
    source: str
    """The voice or the file that it came from."""
    teaches: frozenset[Concern]
    """The concerns about which it says yes or no."""
    concerns: frozenset[Concern] = frozenset()
    """The concerns that it should be flagged for."""
    marks: tuple[Mark, ...] = ()
    """Where, if the file says so."""
    kind: Kind = Kind.VOICE
    part: int = -1
    """Which part of its file it was dealt into; -1 for the voices, which are held out whole."""
    opens: bool = True
    """Whether it is the first sentence of its message, or all of it."""


def part_of(name: str) -> int:
    """The part that a row belongs to: the same on every machine, wherever the row stands in its file."""
    return crc32(name.encode()) % PARTS


def json_lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of `<folder>/<name>.jsonl`.

    Raises:
        InputError: there is no such file.
        AuthorError: a line is no JSON object.
    """
    path = folder / f"{name}.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}\n    fix: name the folder that holds {name}.jsonl") from error
    for number, line in enumerate(lines, 1):
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError) as error:
            fault = Fault(path, number, 1, "no JSON object", "get the file again", line[:72])
            raise AuthorError([fault]) from error
