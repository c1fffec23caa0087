"""The lines of an exported text, one at a time, in whatever encoding it was saved.

Phones write UTF-8; Notepad may have added a byte order mark or made UTF-16 of it, and older programs save in the
encoding of their country. A line that fits none of them is given with the reason.
"""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO, NamedTuple

from charset_normalizer import from_bytes

from coach.chats.reader import START, ChatFile
from coach.visible import HIDDEN

MAX_LINE = 1_000_000
"""The longest line, in bytes or characters; messages of chats are far shorter."""
_SAMPLE = 16_384
"""How many bytes of lines that are not ASCII show the encoding."""
_WESTERN = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, ""),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_BY_LINE = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]


class FileLine(NamedTuple):
    """A line of a text file."""

    number: int
    """From 1."""
    text: str
    """Without its line break; if there is a problem, what could be decoded."""
    problem: str = ""
    """Why it cannot be read; empty if it can."""
    is_cut: bool = False
    """Whether it is the last one and has no line break, as where a file was cut short."""


def lines_of(file: ChatFile) -> Iterator[FileLine]:
    """Yield the lines of a text.

    Raises:
        InputError: the file cannot be opened, or its archive is damaged.
    """
    start = file.start()
    with file.open() as raw:
        wide = _wide(start)
        if wide:
            yield from _wide_lines(raw, wide)
        elif b"\r" in start and b"\n" not in start:
            yield from _Decoder(_split_at_returns(raw)).lines()
        else:
            yield from _Decoder(_whole(raw)).lines()


def first_lines(start: bytes) -> list[str]:
    """Return the lines at the beginning of a file, without one that is cut off there."""
    lines = [line.text for line in lines_of(ChatFile(Path(), pasted=start))]
    return lines[:-1] if len(start) == START and len(lines) > 1 else lines


def _wide(start: bytes) -> str:
    """Return the name of the encoding if a letter takes more than one byte in it; else nothing."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    even, odd = start[:400:2], start[1:400:2]
    if odd and odd.count(0) > len(odd) * 0.7 > even.count(0):
        return "utf-16-le"
    return "utf-16-be" if odd and even.count(0) > len(even) * 0.7 > odd.count(0) else ""


def _wide_lines(raw: IO[bytes], encoding: str) -> Iterator[FileLine]:
    with TextIOWrapper(raw, encoding, errors="replace", newline="\n") as text:
        number = 0
        while line := text.readline(MAX_LINE):
            number += 1
            is_long = len(line) == MAX_LINE and not line.endswith("\n")
            while is_long and (rest := text.readline(MAX_LINE)) and not rest.endswith("\n"):
                pass
            problem = "the line is too long" if is_long else ""
            yield FileLine(number, line.rstrip("\r\n"), problem, not line.endswith("\n"))


def _whole(raw: IO[bytes]) -> Iterator[bytes | None]:
    """Yield lines with their line breaks; None for one that is too long."""
    while line := raw.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = raw.readline(MAX_LINE)
        yield None


def _split_at_returns(raw: IO[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of a file whose lines end in a carriage return alone, as on old Macs."""
    held = b""
    while chunk := raw.read(MAX_LINE):
        *lines, held = (held + chunk).split(b"\r")
        yield from (line + b"\n" for line in lines)
        if len(held) > MAX_LINE:
            yield None
            held = b""
    if held:
        yield held


class _Decoder:
    """Decodes lines as UTF-8; at the first one that is not, looks ahead to find the encoding."""

    def __init__(self, raw: Iterator[bytes | None]) -> None:
        self._raw = raw
        self._ahead = deque[bytes | None]()
        self._has_utf8 = False
        """Whether a line was UTF-8 and not ASCII."""
        self._other = ""
        """The encoding of lines that are not UTF-8; empty until there is one."""

    def lines(self) -> Iterator[FileLine]:
        number = 0
        while (line := self._next()) != b"":
            number += 1
            if line is None:
                yield FileLine(number, "", "the line is too long")
                continue
            text, problem = self._decoded(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)
            is_cut = not text.endswith("\n")
            yield FileLine(number, text if is_cut else text.rstrip("\r\n"), problem, is_cut)

    def _next(self) -> bytes | None:
        """Return the next line; empty at the end."""
        return self._ahead.popleft() if self._ahead else next(self._raw, b"")

    def _decoded(self, line: bytes) -> tuple[str, str]:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            return self._decoded_otherwise(line)
        self._has_utf8 = self._has_utf8 or not text.isascii()
        return text, ""

    def _decoded_otherwise(self, line: bytes) -> tuple[str, str]:
        self._other = self._other or (_WESTERN if self._has_utf8 else self._guessed(line))
        try:
            text = line.decode(self._other)
        except UnicodeDecodeError:
            text = "\0"
        if HIDDEN.search(text.rstrip("\r\n")):
            return line.decode("utf-8", "replace"), "it is not UTF-8 text"
        return text, ""

    def _guessed(self, line: bytes) -> str:
        """Guess the encoding from this line and those after it."""
        sample = [line]
        length = len(line)
        while length < _SAMPLE and len(self._ahead) < _SAMPLE and (coming := next(self._raw, b"")) != b"":
            self._ahead.append(coming)
            if coming is not None and not coming.isascii():
                sample.append(coming[:_SAMPLE])
                length += len(coming)
        found = from_bytes(b"".join(sample), cp_exclusion=_NOT_BY_LINE)
        best = found.best()
        western = b"".join(sample).decode(_WESTERN, "replace")
        if best is None or any(str(each) == western for each in found):
            return _WESTERN
        return best.encoding
