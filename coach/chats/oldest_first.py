"""Gives records back oldest first, whatever the order of the file, and holds them packed meanwhile.

Some apps write the newest message first, or first all of one kind and then all of another. Such a file has few
stretches in which time runs one way; each is kept as blocks of compressed JSON, and at the end they are merged.
A million short messages take about 60 MB.
"""

from __future__ import annotations

import heapq
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any

from coach.chats.reader import Read
from coach.models.thread import SystemLine, Turn, Unread

_BLOCK = 512
"""How many records are compressed together."""
_LOOKED_AT = 100
"""How many records show which way the time of a file runs."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Row = list[Any]
"""The time of a record, and the record as JSON can have it."""


def oldest_first(records: Iterable[Read]) -> Iterator[Read]:
    """Turn the records of a file around if it begins with the newest; otherwise pass them on as they come."""
    coming = iter(records)
    first = list(islice(coming, _LOOKED_AT))
    times = [_seconds(each.time) for each in first if isinstance(each, Turn) and each.time]
    if not times or times[0] <= times[-1]:
        yield from first
        yield from coming
        return
    held = OldestFirst()
    for record in chain(first, coming):
        held.add(record, record.time if isinstance(record, Turn) else None)
    yield from held


class OldestFirst:
    """Records of a file, added in its order."""

    def __init__(self) -> None:
        self._runs: list[_Run] = [_Run()]
        self._chats: set[str] = set()

    def add(self, record: Read, at: datetime | None = None) -> None:
        """Keep a record.

        Args:
            record: what was read.
            at: when it was; None if unknown, then it stays beside the one before it.
        """
        run = self._runs[-1]
        time = run.last if at is None else _seconds(at)
        if not run.takes(time):
            self._runs.append(run := _Run(last=time))
        run.add(_row(time, record), time)
        if isinstance(record, Turn):
            self._chats.add(record.chat)

    def __iter__(self) -> Iterator[Read]:
        """Yield everything, oldest first; a conversation is named only if there are several."""
        runs = [run.rows() for run in self._runs]
        for row in heapq.merge(*runs, key=_time) if len(runs) > 1 else runs[0]:
            yield _record(row, has_chats=len(self._chats) > 1)


@dataclass(slots=True)
class _Run:
    """A stretch of a file in which time runs one way."""

    last: float = float("-inf")
    way: int = 0
    """1 if time runs on, -1 if it runs back, 0 while it was not seen to run."""
    blocks: list[bytes] = field(default_factory=list)
    open: list[_Row] = field(default_factory=list)
    """The records of the last block, not yet compressed."""

    def takes(self, time: float) -> bool:
        """Return whether a record of this time can follow."""
        if time == self.last or self.last == float("-inf"):
            return True
        way = 1 if time > self.last else -1
        return self.way in {0, way}

    def add(self, row: _Row, time: float) -> None:
        if time != self.last and self.last != float("-inf"):
            self.way = 1 if time > self.last else -1
        self.last = time
        self.open.append(row)
        if len(self.open) == _BLOCK:
            self.blocks.append(zlib.compress(json.dumps(self.open).encode(), 1))
            self.open = []

    def rows(self) -> Iterator[_Row]:
        """Yield its records oldest first."""
        if self.way < 0:
            yield from reversed(self.open)
        for block in reversed(self.blocks) if self.way < 0 else self.blocks:
            rows: list[_Row] = json.loads(zlib.decompress(block))
            yield from reversed(rows) if self.way < 0 else rows
        if self.way >= 0:
            yield from self.open


def _seconds(time: datetime) -> float:
    """Count from 1970; a time without a zone is taken for UTC, as a file has all of them or none."""
    return ((time if time.tzinfo else time.replace(tzinfo=UTC)) - _EPOCH).total_seconds()


def _time(row: _Row) -> float:
    return float(row[0])


def _row(time: float, record: Read) -> _Row:
    if isinstance(record, Turn):
        marks = record.is_edited | record.is_deleted << 1 | record.is_mine << 2
        at = record.time.isoformat() if record.time else None
        return [time, record.sender, record.text, at, marks, record.media, record.chat]
    return [time, record.line, record.why, record.is_end] if isinstance(record, Unread) else [time, record.line]


def _record(row: _Row, *, has_chats: bool) -> Read:
    match row:
        case [_, str(sender), text, at, int(marks), media, chat]:
            time = datetime.fromisoformat(at) if at else None
            is_edited, is_deleted, is_mine = bool(marks & 1), bool(marks & 2), bool(marks & 4)
            return Turn(sender, text, time, is_edited, is_deleted, media, chat if has_chats else "", is_mine)
        case [_, line, why, is_end]:
            return Unread(line, why, is_end)
        case _:
            return SystemLine(row[1])
