"""Public comments labelled by Coach's guide: what people really wrote in quarrels.

Only ids and places are stored here; the texts are in the open files, which Coach doesn't ship. Two readers labelled the
first 500 comments, one reader the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from coach.errors import InputError
from coach.models import Concern, Direction, Mark
from coach.training.corpus_rows import CONCERN_OF
from coach.training.row import HELD_OUT, Kind, Row, json_lines, part_of

PUBLIC_FILES = ("real_goemotions", "real_convabuse")
"""The names of the files with the texts."""
_TAUGHT = frozenset({Concern.UNKIND, Concern.OVERSHARING, Concern.CARE})


@dataclass(frozen=True, slots=True)
class PublicComment:
    """A comment and what its readers marked."""

    name: str
    """Its id in the open file."""
    text: str
    readings: tuple[tuple[Mark, ...], ...]
    """The marks of each reader."""
    is_borderline: bool
    """Whether a reader thought that others could well decide differently."""
    is_random: bool
    """Whether it was drawn at random; the others were drawn because rules and second reader disagreed or flagged."""

    @property
    def concerns(self) -> frozenset[Concern]:
        """Return the concerns that every reader marked."""
        return frozenset.intersection(*map(_concerns, self.readings))

    @property
    def disputed(self) -> frozenset[Concern]:
        """Return the concerns that only some readers marked."""
        return frozenset.union(*map(_concerns, self.readings)) - self.concerns

    @property
    def is_held_out(self) -> bool:
        """Return whether it is reserved for measuring, and never trained on or read by authors of rules."""
        return part_of(self.name) == HELD_OUT


def public_comments(folder: Path) -> Iterator[PublicComment]:
    """Read every labelled comment; `folder` has the open files.

    Raises:
        InputError: a file or one of its comments is missing.
    """
    texts = {str(line["id"]): str(line["text"]) for line in chain(*(json_lines(folder, name) for name in PUBLIC_FILES))}
    for label in _labels():
        if label["id"] not in texts:
            problem = f"{folder}: the labelled comment {label['id']} is missing"
            raise InputError(f"{problem}\n    fix: download {' and '.join(PUBLIC_FILES)} again")
        yield _comment(label, texts[label["id"]])


def public_rows(folder: Path) -> Iterator[Row]:
    """Convert labelled comments to training rows; a disputed concern teaches nothing.

    Raises:
        InputError: a file or one of its comments is missing.
    """
    for comment in public_comments(folder):
        yield Row(
            text=comment.text,
            direction=Direction.DRAFT,
            source="public",
            teaches=_TAUGHT - comment.disputed,
            concerns=comment.concerns,
            marks=comment.readings[0],
            kind=Kind.PUBLIC,
            part=part_of(comment.name),
        )


@cache
def _labels() -> tuple[Mapping[str, Any], ...]:
    lines = Path(__file__).with_name("public-labels.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def _comment(label: Mapping[str, Any], text: str) -> PublicComment:
    readings = tuple(tuple(map(_mark, marks)) for marks in label["readings"])
    return PublicComment(label["id"], text, readings, bool(label["borderline"]), bool(label["random"]))


def _mark(places: tuple[int, int, str]) -> Mark:
    start, end, category = places
    return Mark(start=start, end=end, category=category)


def _concerns(marks: tuple[Mark, ...]) -> frozenset[Concern]:
    return frozenset(CONCERN_OF[mark.category] for mark in marks)
