"""Split an input into lines in constant memory and decode them; an unreadable line carries the reason."""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from coach.cli.check.inputs.encoding import MOST_LOOKED_AT, guessed, keeps_lines, marked, sampled
from coach.cli.check.inputs.seven_bit import seven_bit_name
from coach.cli.check.inputs.wide import is_garbled
from coach.foreign import LOOKED_AT, foreign_bytes

MAX_LINE = 4_000_000
"""Maximum length of a line in bytes; parsing one can take twenty times as much memory."""
CHUNK = 65_536
"""Bytes read at a time."""
_NAME_IT = "name the encoding, such as --encoding cp1252, or save the file as UTF-8"


@dataclass(frozen=True, slots=True)
class InputLine:
    """One line of the input, or the reason it cannot be read."""

    number: int
    """1-based."""
    text: str
    """Including the line break; if there is a problem, as much as could be decoded."""
    problem: str = ""
    fix: str = ""
    column: int = 0
    """The 1-based column of the problem in characters; 0 for the whole line."""
    is_last: bool = False
    """Whether reading stops here."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to decode and split an input."""

    encoding: str | None = None
    """None to detect it."""
    delimiter: str | None = None
    """The CSV delimiter; None to detect it."""
    say: Callable[[str], object] = lambda _: None
    """Called with notes for the user, such as a detected encoding."""


def in_chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield bytes as soon as they arrive, so that lines typed or piped in are answered one by one."""
    read: Callable[[int], bytes] = getattr(file, "read1", file.read)
    return iter(partial(read, CHUNK), b"")


def read_lines(chunks: Iterable[bytes], options: ReadOptions) -> Iterator[InputLine]:
    """Yield the lines of an input, in constant memory.

    Args:
        chunks: the bytes of the input, split anywhere.
        options: the encoding, and where to report a detected one.
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
    decoder = _Decoder(_cut(chunks), encoding, options.say, is_named=bool(options.encoding))
    try:
        yield from decoder.lines()
    except UnicodeError as error:
        name = getattr(error, "encoding", options.encoding) or "utf-8"
        yield InputLine(
            decoder.number + 1,
            "",
            f"this {name.upper()} text is incomplete or damaged",
            _NAME_IT,
            is_last=True,
        )


def _begun(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the first bytes, and all bytes without a UTF-8 byte order mark."""
    begin = b""
    while len(begin) < len(codecs.BOM_UTF32_LE) and (chunk := next(chunks, None)) is not None:
        begin += chunk
    rest = begin.removeprefix(codecs.BOM_UTF8)

    def whole() -> Iterator[bytes]:
        yield rest
        yield from chunks

    return begin[:LOOKED_AT], whole()


def _as_utf8(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Convert to UTF-8.

    Raises:
        UnicodeDecodeError: the bytes are not in this encoding.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")


def _cut(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    """Yield lines with their line breaks; None for a line that is too long, which is skipped."""
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
    """Decodes lines; at the first one that is not UTF-8, looks ahead to guess the encoding."""

    def __init__(
        self, raw: Iterator[bytes | None], encoding: str | None, say: Callable[[str], object], *, is_named: bool
    ) -> None:
        self.number = 0
        """The 1-based number of the last line yielded."""
        self._raw = raw
        self._ahead = deque[bytes | None]()
        self._encoding = encoding
        """None as long as all lines were ASCII."""
        self._say = say
        self._is_named = is_named
        """Whether the user named the encoding; lines in another one are not looked for then."""

    def lines(self) -> Iterator[InputLine]:
        """Yield all lines in order."""
        while (raw := self._next()) != b"":
            self.number += 1
            if raw is None:
                yield InputLine(
                    self.number,
                    "",
                    f"line too long: at most {MAX_LINE:,} bytes are allowed",
                    "split it, or leave it out",
                )
            else:
                yield self._line(raw)

    def _next(self) -> bytes | None:
        """Return the next line; empty at the end."""
        return self._ahead.popleft() if self._ahead else next(self._raw, b"")

    def _line(self, raw: bytes) -> InputLine:
        if not self._is_named and (problem := _disguise(raw)):
            return InputLine(self.number, "", *problem)
        if self._encoding is None and raw.isascii():
            return InputLine(self.number, raw.decode("ascii"))
        name = self._encoding or "utf-8"
        try:
            text = _text(raw, name)
        except UnicodeDecodeError as error:
            if self._encoding is None and (found := self._guess(raw)):
                self._encoding = found
                self._say(f"read as {found}; use --encoding NAME if that is wrong")
                return InputLine(self.number, _text(raw, found))
            self._encoding = name
            column = len(raw[: error.start].decode(name, "replace")) + 1
            return InputLine(
                self.number, raw.decode(name, "replace"), f"this is not {name.upper()} text", _NAME_IT, column
            )
        self._encoding = name
        return InputLine(self.number, text)

    def _guess(self, raw: bytes) -> str | None:
        """Guess the encoding of this line and the ones after it."""
        length = len(raw)
        while length < MOST_LOOKED_AT and (line := next(self._raw, b"")) != b"":
            self._ahead.append(line)
            length += len(line or b"")
        name = guessed(sampled([raw, *(line for line in self._ahead if line)]))
        return name if name and _can_decode(raw, name) else None


def _disguise(raw: bytes) -> tuple[str, str] | None:
    """Return the problem and the fix of a line that would be read as garbage, in which nothing is ever flagged."""
    if is_garbled(raw):
        return "this line is full of control characters", _NAME_IT
    if raw.isascii() and (name := seven_bit_name(raw)):
        return f"this looks like {name.upper()} text", f"add --encoding {name}, or --encoding utf-8 if it is not"
    return None


def _text(raw: bytes, encoding: str) -> str:
    """Decode; UTF-8 may contain lone surrogates, as command arguments can."""
    return raw.decode(encoding, "surrogatepass" if encoding == "utf-8" else "strict")


def _can_decode(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
