"""The lines of an input: cut out of its bytes in bounded chunks, and decoded; a line that cannot be read says why."""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from coach.cli.check.inputs.encoding import MOST_LOOKED_AT, guessed, keeps_lines, marked, sampled
from coach.foreign import LOOKED_AT, foreign_bytes

MAX_LINE = 4_000_000
"""The longest line that is read, in bytes: what parses it may take twenty times as much memory."""
CHUNK = 65_536
"""So many bytes are read at a time."""
_NAME_IT = "say how it is encoded, such as --encoding cp1252, or save it as UTF-8"


@dataclass(frozen=True, slots=True)
class InputLine:
    """One line of an input, or why it cannot be read."""

    number: int
    """Counted from 1."""
    text: str
    """With its line end; where there is a problem, as much of it as could be read."""
    problem: str = ""
    fix: str = ""
    column: int = 0
    """Where the problem is, in bytes from 1; 0 for the line as a whole."""
    is_last: bool = False
    """Nothing behind it can be read either."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How an input is read."""

    encoding: str | None = None
    """As the caller says; None: found out."""
    delimiter: str | None = None
    """What parts the cells of a table; None: found out."""
    say: Callable[[str], object] = lambda _: None
    """Takes what a person should know about the input as a whole."""


def in_chunks(file: IO[bytes]) -> Iterator[bytes]:
    """What has come so far, again and again: who types or sends lines is answered after each."""
    read: Callable[[int], bytes] = getattr(file, "read1", file.read)
    return iter(partial(read, CHUNK), b"")


def read_lines(chunks: Iterable[bytes], options: ReadOptions) -> Iterator[InputLine]:
    """The lines of an input, in constant memory.

    Args:
        chunks: its bytes, cut anywhere.
        options: how it is encoded, and who wants to know what was found out.
    """
    begin, chunks = _begun(iter(chunks))
    encoding = options.encoding or marked(begin)
    foreign = foreign_bytes(begin, has_zeros=bool(encoding))
    if foreign:
        yield InputLine(1, "", f"this is {foreign.what}, not a message", foreign.fix, is_last=True)
        return
    if encoding and not keeps_lines(encoding):
        if not options.encoding:
            options.say(f"read as {encoding.upper()}")
        chunks, encoding = _as_utf8(chunks, encoding), "utf-8"
    if b"\r" in begin.rstrip(b"\r") and b"\n" not in begin:
        chunks = (chunk.replace(b"\r", b"\n") for chunk in chunks)
    decoder = _Decoder(_cut(chunks), encoding, options.say)
    try:
        yield from decoder.lines()
    except UnicodeDecodeError as error:
        yield InputLine(
            decoder.number + 1, "", f"this is not whole {error.encoding.upper()} text", _NAME_IT, is_last=True
        )


def _begun(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, and all of them, without a mark of UTF-8."""
    begin = b""
    while len(begin) < len(codecs.BOM_UTF32_LE) and (chunk := next(chunks, None)) is not None:
        begin += chunk
    rest = begin.removeprefix(codecs.BOM_UTF8)

    def whole() -> Iterator[bytes]:
        yield rest
        yield from chunks

    return begin[:LOOKED_AT], whole()


def _as_utf8(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The same text in UTF-8.

    Raises:
        UnicodeDecodeError: it is not what it is said to be.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")


def _cut(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    """Lines with their ends; None for one that is too long, which is passed over."""
    held, length = list[bytes](), 0
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            yield b"".join([*held, part, b"\n"]) if length + len(part) <= MAX_LINE else None
            held, length = [], 0
        length += len(rest)
        held = [*held, rest] if length <= MAX_LINE else []
    if length:
        yield b"".join(held) if length <= MAX_LINE else None


class _Decoder:
    """Decodes lines; where they turn out not to be UTF-8, it looks ahead to see what they are."""

    def __init__(self, raw: Iterator[bytes | None], encoding: str | None, say: Callable[[str], object]) -> None:
        self.number = 0
        """The line that was given last, from 1."""
        self._raw = raw
        self._ahead = deque[bytes | None]()
        self._encoding = encoding
        """None while all lines were ASCII."""
        self._say = say

    def lines(self) -> Iterator[InputLine]:
        """All lines, in order."""
        while (raw := self._next()) != b"":
            self.number += 1
            if raw is None:
                yield InputLine(
                    self.number, "", f"the line is longer than {MAX_LINE:,} bytes", "cut it, or leave it out"
                )
            else:
                yield self._line(raw)

    def _next(self) -> bytes | None:
        """The next line; nothing at the end."""
        return self._ahead.popleft() if self._ahead else next(self._raw, b"")

    def _line(self, raw: bytes) -> InputLine:
        if self._encoding is None and raw.isascii():
            return InputLine(self.number, raw.decode("ascii"))
        name = self._encoding or "utf-8"
        try:
            text = _text(raw, name)
        except UnicodeDecodeError as error:
            if self._encoding is None and (found := self._guess(raw)):
                self._encoding = found
                self._say(f"read as {found}; --encoding NAME says otherwise")
                return InputLine(self.number, _text(raw, found))
            self._encoding = name
            column = len(raw[: error.start].decode(name, "replace")) + 1
            return InputLine(
                self.number, raw.decode(name, "replace"), f"this is not {name.upper()} text", _NAME_IT, column
            )
        self._encoding = name
        return InputLine(self.number, text)

    def _guess(self, raw: bytes) -> str | None:
        """What this line and those behind it are encoded in."""
        length = len(raw)
        while length < MOST_LOOKED_AT and (line := next(self._raw, b"")) != b"":
            self._ahead.append(line)
            length += len(line or b"")
        name = guessed(sampled([raw, *(line for line in self._ahead if line)]))
        return name if name and _is_read(raw, name) else None


def _text(raw: bytes, encoding: str) -> str:
    """The text; UTF-8 may hold lone surrogates, as words of the call do."""
    return raw.decode(encoding, "surrogatepass" if encoding == "utf-8" else "strict")


def _is_read(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
