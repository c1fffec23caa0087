"""Training rows from open data about rude comments by adults, which show how people insult each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from coach.models import Concern, Direction
from coach.training.row import Kind, Row, json_lines, part_of

OPEN_FILES = ("surge_toxicity", "paradetox", "toxic_spans")
"""The names of the files."""
_UNKIND = frozenset({Concern.UNKIND})


def open_rows(folder: Path) -> Iterator[Row]:
    """Read every row of the open data in `folder`.

    Raises:
        InputError: a file is missing.
    """
    return chain(_surge(folder), _paradetox(folder), _toxic_spans(folder))


def _surge(folder: Path) -> Iterator[Row]:
    for line in json_lines(folder, "surge_toxicity"):
        yield _row("surge_toxicity", str(line["text"]), str(line["id"]), unkind=bool(line["toxic"]))


def _paradetox(folder: Path) -> Iterator[Row]:
    for line in json_lines(folder, "paradetox"):
        # An unkind sentence and its neutral rewrites belong to the same part.
        yield _row("paradetox", str(line["unkind"]), str(line["id"]), unkind=True)
        for neutral in line["neutral"]:
            yield _row("paradetox", str(neutral), str(line["id"]), unkind=False)


def _toxic_spans(folder: Path) -> Iterator[Row]:
    for line in json_lines(folder, "toxic_spans"):
        if line["spans"]:
            yield _row("toxic_spans", str(line["text"]), str(line["id"]), unkind=True)


def _row(source: str, text: str, name: str, *, unkind: bool) -> Row:
    return Row(
        text=text,
        direction=Direction.DRAFT,
        source=source,
        teaches=_UNKIND,
        concerns=_UNKIND if unkind else frozenset(),
        kind=Kind.OPEN,
        part=part_of(name),
    )
