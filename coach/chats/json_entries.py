"""Walks through JSON of any size and builds only what is asked for, one entry at a time.

The parser is ijson, which gives events. Two things that exports have and it refuses are corrected before it sees them:
a byte order mark, and half a character beyond U+FFFF, which apps leave where they cut a text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import IO, Any

import ijson

from coach.chats.chunks import chunks_of, cut_after
from coach.chats.reader import ChatFile
from coach.errors import InputError
from coach.models.thread import Unread

Place = tuple[str, ...]
"""The keys that lead to a value; `[]` for any entry of a list."""
TOO_LARGE = object()
"""The value of an entry that has more parts than any message."""

_AGAIN = "export the chat again, or copy the file again from where it was complete"
_MOST_PARTS = 100_000
"""The most events of one entry that are built; a message with thousands of reactions has fewer."""
_DEEPEST = 12
"""The deepest place that is looked at; a file can go deeper at no cost."""
_HALF = re.compile(rb"\\u[dD][c-fC-F]")
_PAIR_OR_HALF = re.compile(
    rb"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class JsonEntry:
    """A value at a place that was asked for."""

    place: Place
    number: int
    """From 1 in its list; 0 if it is not in one."""
    value: Any
    """`TOO_LARGE` if it has too many parts to be built."""
    problem: str = ""
    """Why the file cannot be read from this entry on, which then has no value."""

    @property
    def unread(self) -> Unread | None:
        """What to say where the file cannot be read from this entry on."""
        return Unread(self.number, self.problem, is_end=True) if self.problem else None


def opening(start: bytes) -> str:
    """Return the first bytes of a file as text if they may begin JSON, and nothing otherwise."""
    wide = next((name for mark, name in _WIDE.items() if start.startswith(mark)), "utf-8-sig")
    text = start.decode(wide, "replace").lstrip()
    return text if text[:1] in {"{", "["} else ""


def entries(file: ChatFile, wanted: Callable[[Place], bool]) -> Iterator[JsonEntry]:
    """Yield every value at a wanted place, in the order of the file; where that ends too early, the last has a problem.

    Args:
        file: the JSON.
        wanted: whether the value at a place is asked for; what is inside a value is not asked again.

    Raises:
        InputError: it is not JSON, or ends before the first entry.
    """
    walk = _Walk(wanted)
    last: JsonEntry | None = None
    try:
        with file.open() as opened:
            for event, value in _events(opened):
                found = walk.take(event, value)
                if found:
                    last = found
                    yield found
    except (ijson.JSONError, ValueError, ArithmeticError) as error:
        why = "it ends too early" if "EOF" in str(error) or "ncomplete" in str(error) else "the JSON is damaged"
        if last is None:
            raise InputError(f"{file}: {why}\n    fix: {_AGAIN}") from error
        yield JsonEntry(last.place, last.number + 1, None, why)


def _events(file: IO[bytes]) -> Iterator[tuple[str, Any]]:
    events: Any = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events)
    for chunk in cut_after(_as_utf8(file), b'" ,'):
        parser.send(_repaired(chunk))
        yield from events
        events.clear()
    parser.close()
    yield from events


def _as_utf8(file: IO[bytes]) -> Iterator[bytes]:
    chunks = chunks_of(file)
    first = next(chunks, b"")
    name = next((name for mark, name in _WIDE.items() if first.startswith(mark)), "")
    if not name:
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(name)()
    for chunk in chain([first], chunks):
        yield decoder.decode(chunk).encode("utf-8", "replace")


def _repaired(chunk: bytes) -> bytes:
    """Replace each half of a character that lacks its first half."""
    if not _HALF.search(chunk):
        return chunk
    return _PAIR_OR_HALF.sub(lambda found: found[1] or rb"\ufffd", chunk)


@dataclass(slots=True)
class _Walk:
    """Follows the events of a parser and notices where wanted values begin and end."""

    wanted: Callable[[Place], bool]
    _keys: list[str] = field(default_factory=list)
    """The place of the value that comes next, or of the container that is open."""
    _counts: list[int] = field(default_factory=list)
    """For each open container, how many entries it had; -1 for an object."""
    _builder: Any = None
    _depth: int = 0
    """How deep the builder, or what is passed over, is inside its own value."""
    _parts: int = 0

    def take(self, event: str, value: object) -> JsonEntry | None:
        """Take one event; return the entry that it ends."""
        if self._depth:
            return self._inside(event, value)
        if event == "map_key":
            self._keys[-1] = str(value)
            return None
        if event in {"end_map", "end_array"}:
            self._keys.pop()
            self._counts.pop()
            return None
        return self._begun(event, value)

    def _begun(self, event: str, value: object) -> JsonEntry | None:
        """A value begins where nothing is being built."""
        if self._counts and self._counts[-1] >= 0:
            self._counts[-1] += 1
        is_wanted = self.wanted(tuple(self._keys))
        if event in {"start_map", "start_array"}:
            if is_wanted or len(self._keys) >= _DEEPEST:
                self._builder, self._depth, self._parts = ijson.ObjectBuilder() if is_wanted else None, 1, 0
                if self._builder:
                    self._builder.event(event, value)
            else:
                is_list = event == "start_array"
                self._keys.append("[]" if is_list else "")
                self._counts.append(0 if is_list else -1)
            return None
        return self._entry(value) if is_wanted else None

    def _inside(self, event: str, value: object) -> JsonEntry | None:
        """An event inside a value that is built, or passed over."""
        if event in {"start_map", "start_array"}:
            self._depth += 1
        elif event in {"end_map", "end_array"}:
            self._depth -= 1
        if self._builder is None:
            return None
        self._parts += 1
        if self._parts < _MOST_PARTS:
            self._builder.event(event, value)
        if self._depth:
            return None
        built = self._builder.value if self._parts < _MOST_PARTS else TOO_LARGE
        self._builder = None
        return self._entry(built)

    def _entry(self, value: object) -> JsonEntry:
        return JsonEntry(tuple(self._keys), max(self._counts[-1], 0) if self._counts else 0, value)
