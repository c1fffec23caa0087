"""An authored file while it is read: its lines and the faults found so far.

The readers of rules, lessons and the corpus collect faults here instead of stopping at the first one, so that an
author sees all of them at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from coach.errors import AuthorError, Fault
from coach.visible import HIDDEN, visible

MAX_SIZE = 2_000_000
"""The largest authored file that is read, in bytes."""
MAX_FAULTS = 300
"""The most faults reported for one file; more would help nobody."""

_KEY_VALUE = re.compile(r"(?P<key>[a-z][a-z-]*):(?P<value>.*)")


@dataclass
class Source:
    """The text of one authored file and the faults found in it."""

    path: Path
    text: str
    faults: list[Fault] = field(default_factory=list)
    _split: tuple[str, list[str]] | None = field(default=None, init=False, repr=False, compare=False)
    """The text and its lines, cached."""

    @property
    def lines(self) -> list[str]:
        """The lines without their line endings; line 1 is `lines[0]`."""
        if self._split is None or self._split[0] is not self.text:
            self._split = (self.text, self.text.split("\n"))
        return self._split[1]

    @property
    def is_full(self) -> bool:
        """Whether the limit on faults is reached; further ones are dropped."""
        return len(self.faults) > MAX_FAULTS

    def fault(self, line: int, problem: str, fix: str, column: int = 1) -> None:
        """Record a fault at `line` (from 1; 0 means the whole file), once: a frame is read for each category."""
        if self.is_full:
            return
        if len(self.faults) == MAX_FAULTS:
            line, column = 0, 1
            problem, fix = f"more than {MAX_FAULTS} faults in this file", "fix those listed, then check it again"
        quote = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        found = Fault(self.path, line, column, problem, fix, visible(quote))
        if found not in self.faults:
            self.faults.append(found)

    def line_of(self, *needles: str) -> int:
        """Return the number of the first line that contains all `needles`, or 1 if there is none."""
        hits = (n for n, line in enumerate(self.lines, 1) if all(needle in line for needle in needles))
        return next(hits, 1)

    def raise_faults(self) -> None:
        """Raise AuthorError if there are any faults."""
        if self.faults:
            raise AuthorError(self.faults)

    def key_values(self, first: int, lines: list[str], known: dict[str, bool]) -> dict[str, str]:
        """Read `key: value` lines.

        Args:
            first: the line number of `lines[0]`.
            lines: the lines to read; blank ones are skipped.
            known: every allowed key, and whether it is required.
        """
        found: dict[str, str] = {}
        for number, line in enumerate(lines, first):
            if line.strip():
                self._read_pair(number, line, known, found)
        for key in (key for key, needed in known.items() if needed and not found.get(key)):
            if key in found:
                self.fault(_line_of(key, first, lines), f"`{key}` is empty", f"add its value: `{key}: ...`")
            else:
                self.fault(max(first - 1, 1), f"`{key}` is missing", f"add a line `{key}: ...`")
        return found

    def _read_pair(self, number: int, line: str, known: dict[str, bool], found: dict[str, str]) -> None:
        pair = _KEY_VALUE.match(line)
        if pair is None:
            self.fault(number, "not a `key: value` line", "write a key, a colon and a value")
        elif pair["key"] not in known:
            self.fault(number, f"unknown key `{pair['key']}`", f"use one of: {', '.join(known)}")
        elif pair["key"] in found:
            self.fault(number, f"duplicate key `{pair['key']}`", "keep one of the two")
        else:
            found[pair["key"]] = pair["value"].strip()


def _line_of(key: str, first: int, lines: list[str]) -> int:
    return next(number for number, line in enumerate(lines, first) if line.startswith(f"{key}:"))


def read_source(path: Path) -> Source:
    """Read an authored file as UTF-8; lines may end in LF, CRLF or CR, and a leading byte order mark is dropped.

    Raises:
        AuthorError: the file cannot be read, is too large, is not UTF-8, or contains control characters.
    """
    source = open_source(path)
    source.raise_faults()
    return source


def open_source(path: Path, largest: int = MAX_SIZE) -> Source:
    """Read an authored file; control characters become faults, so that the rest can still be checked.

    Args:
        path: the file; at most `largest` bytes of it are read.
        largest: the largest size in bytes.

    Raises:
        AuthorError: the file cannot be read, is too large, or is not UTF-8.
    """
    source = Source(path, "")
    try:
        if path.exists() and not path.is_file():
            source.fault(0, "not a file", "name a text file")
            source.raise_faults()
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        source.fault(0, f"cannot read the file: {error.strerror}", "check its name and its permissions")
        raise AuthorError(source.faults) from error
    if len(raw) > largest:
        source.fault(0, f"the file is larger than {largest:,} bytes", f"keep it under {largest:,}")
        source.raise_faults()
    try:
        source.text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        source.fault(line, "not UTF-8 text", "save the file as UTF-8")
        raise AuthorError(source.faults) from error
    for number, text in enumerate(source.lines, 1):
        if found := HIDDEN.search(text):
            source.fault(number, "invisible control character", "delete it", found.start() + 1)
    return source
