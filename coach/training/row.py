"""Training rows, independent of the format of their file."""

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
"""The number of parts that the rows of open and calm files are split into."""
HELD_OUT = 0
"""The part reserved for testing."""
CALIBRATION = 1
"""The part reserved for setting thresholds."""


class Kind(StrEnum):
    """The kind of file a row came from."""

    VOICE = "voice"
    CALM = "calm"
    OPEN = "open"
    PUBLIC = "public"
    """Labelled by Coach's guide, like a voice."""


@dataclass(frozen=True, slots=True)
class Row:
    """A message and its labels."""

    text: str
    direction: Direction
    source: str
    """The name of its voice or file."""
    teaches: frozenset[Concern]
    """The concerns for which it is a positive or negative example."""
    concerns: frozenset[Concern] = frozenset()
    """The concerns for which it is a positive example."""
    marks: tuple[Mark, ...] = ()
    """The marked phrases, if the file has any."""
    kind: Kind = Kind.VOICE
    part: int = -1
    """The part of its file that it belongs to; -1 for voices, which are held out as a whole."""
    opens: bool = True
    """Whether it is the first sentence of its message, or the whole message."""


def part_of(name: str) -> int:
    """Return the part that a row belongs to; it does not depend on the machine or the order of rows."""
    return crc32(name.encode()) % PARTS


def json_lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Read the rows of `<folder>/<name>.jsonl`.

    Raises:
        InputError: the file is missing.
        AuthorError: a line is not a JSON object.
    """
    path = folder / f"{name}.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}\n    fix: use the folder that contains {name}.jsonl") from error
    for number, line in enumerate(lines, 1):
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError) as error:
            fault = Fault(path, number, 1, "not a JSON object", "download the file again", line[:72])
            raise AuthorError([fault]) from error
