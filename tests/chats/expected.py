"""What a fixture must give, from its `expected.json`; every reader's test compares with it in the same way.

The fixtures were written without sight of the readers. In `expected.json`, turns are oldest first, `system` is the
number of the app's own lines, `unread` the lines (or entries) that cannot be read, and `error` says that the file as a
whole cannot be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coach.chats.reader import Read
from coach.models.thread import DateOrder, SystemLine, Turn, Unread

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = "expected.json"
RIGHT = 0.995
"""The smallest share of records that a reader must get right in every fixture."""


@dataclass(frozen=True)
class Expected:
    """What reading a fixture must give."""

    turns: tuple[Turn, ...]
    system: int
    unread: tuple[int, ...]
    error: str
    """Why the file as a whole cannot be read; empty if it can."""
    is_open: bool
    """Whether the order of day and month cannot be known from the file."""


def fixtures(chat_format: str, but: Iterable[str] = ()) -> list[Path]:
    """List the folders of a format's fixtures, without those named in `but`."""
    left_out = set(but)
    found = sorted(path.parent for path in (FIXTURES / chat_format).glob(f"*/{EXPECTED}"))
    assert found, f"no fixtures of {chat_format}"
    return [folder for folder in found if folder.name not in left_out]


def exported(folder: Path) -> list[Path]:
    """List the exported files of a fixture, those in its folders too."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != EXPECTED)


def expected(folder: Path, dates: DateOrder | None = None) -> Expected:
    """Read what a fixture must give; where the order of dates is open, the times as `dates` has them."""
    found: dict[str, Any] = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    return Expected(
        turns=tuple(_turn(each, found["me"], dates) for each in found.get("turns", [])),
        system=found.get("system", 0),
        unread=tuple(found.get("unread", [])),
        error=found.get("error", ""),
        is_open=found.get("open", False),
    )


def _turn(found: dict[str, Any], me: str | None, dates: DateOrder | None) -> Turn:
    time = found.get("time_mdy" if dates is DateOrder.MONTH_FIRST else "time") or found["time"]
    return Turn(
        sender=found["sender"] or "",
        text=found["text"],
        time=datetime.fromisoformat(time) if time else None,
        is_edited=found["edited"],
        is_deleted=found["deleted"],
        media=found["media"] or "",
        chat=found.get("chat", ""),
        is_mine=me is not None and found["sender"] == me,
    )


def assert_as_expected(
    records: Iterable[Read],
    folder: Path,
    dates: DateOrder | None = None,
    *,
    unread: tuple[int, ...] | None = None,
    system: int | None = None,
) -> None:
    """Compare every turn, the number of the app's own lines and the lines that cannot be read.

    Args:
        records: what the reader yielded.
        folder: the fixture.
        dates: how dates are written, where the fixture leaves that open.
        unread: the second right answer that the notes of a fixture name, if the reader gives that one.
        system: likewise.
    """
    wanted = expected(folder, dates)
    assert not wanted.error, f"{folder.name} must be refused: {wanted.error}"
    found = list(records)
    turns = [each for each in found if isinstance(each, Turn)]
    for number, (turn, right) in enumerate(zip(turns, wanted.turns, strict=False)):
        assert turn == right, f"{folder.name}, turn {number}"
    assert len(turns) == len(wanted.turns), folder.name
    assert sorted(each.line for each in found if isinstance(each, Unread)) == list(
        wanted.unread if unread is None else unread
    )
    assert sum(isinstance(each, SystemLine) for each in found) == (wanted.system if system is None else system)


def share_right(records: Iterable[Read], folder: Path, dates: DateOrder | None = None) -> float:
    """Return the share of a fixture's turns that a reader got right, each at its place."""
    turns = [each for each in records if isinstance(each, Turn)]
    right = expected(folder, dates).turns
    return sum(a == b for a, b in zip(turns, right, strict=False)) / max(len(turns), len(right), 1)
