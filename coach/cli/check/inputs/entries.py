"""What `coach check` reads: one message, one a line, or JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, StrictStr, ValidationError

from coach.cli.check.inputs.lines import MAX_LINE, InputLine, ReadOptions, read_lines
from coach.cli.terminal import one_line
from coach.foreign import foreign_line, foreign_text
from coach.models import Audience, Direction, Message
from coach.models.base import Model


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a message, or what should be one, stands."""

    line: int
    """The line that it begins in, or its row in a table, counted from 1."""
    file: str = ""
    """The file as it was named; empty for standard input and words of the call."""
    input_format: str = "text"
    """The form of the input: with `text` and `lines`, characters of the message are characters of the input."""


@dataclass(frozen=True, slots=True)
class InputMessage:
    """One message to check, under the name it came with."""

    id: str
    message: Message
    origin: Origin


def name_of(entry: InputMessage) -> str:
    """How a person finds a message again: file, line and id; nothing for one that is all of the input."""
    origin, parts = entry.origin, list[str]()
    if origin.file:
        parts.append(one_line(origin.file))
    if origin.input_format != "text":
        parts.append(f"{'row' if origin.input_format == 'parquet' else 'line'} {origin.line}")
        if entry.id != str(origin.line):
            parts.append(f"id {one_line(entry.id)}")
    return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Failure:
    """A line that could not be read, or a message that could not be checked."""

    origin: Origin
    problem: str
    fix: str
    column: int = 0
    """In characters, from 1; 0 where the whole line is meant."""

    def __str__(self) -> str:
        file = f"{one_line(self.origin.file)}: " if self.origin.file else ""
        column = f", column {self.column}" if self.column else ""
        return f"{file}line {self.origin.line}{column}: {one_line(self.problem)}\n    fix: {self.fix}"


Item = InputMessage | Failure


def _named(given: object) -> object:
    """A number that names a message, in digits."""
    return str(given) if isinstance(given, (int, float)) and not isinstance(given, bool) else given


class _JsonLine(Model):
    """One line of `--input jsonl`."""

    id: Annotated[StrictStr, BeforeValidator(_named)]
    text: StrictStr
    direction: Direction | None = None
    audience: Audience | None = None


MAX_MESSAGE = 1_000_000
"""The longest message that is checked, in characters: all its flags are in memory at once."""
_TOLD, _FAULTS_TOLD = 60, 5
"""How much of an unknown key is told, in characters, and how many faults of one line."""
_FIX = 'write {"id": "...", "text": "..."}; "direction" and "audience" may follow'
_DEFAULTS = ReadOptions()


def read_entries(
    chunks: Iterable[bytes], input_format: str, given: Message, file: str = "", options: ReadOptions = _DEFAULTS
) -> Iterator[Item]:
    """The messages and, in their places, the lines that cannot be read.

    Args:
        chunks: the input, cut anywhere.
        input_format: `text` (all of it is one message), `lines` or `jsonl`.
        given: direction and audience of messages that do not say.
        file: the name of the file that it is.
        options: how it is read.
    """
    lines = read_lines(chunks, options)
    if input_format == "text":
        yield _whole(lines, given, Origin(1, file, input_format))
        return
    is_first = True
    for line in lines:
        origin = Origin(line.number, file, input_format)
        if line.problem:
            yield failure_of(line, origin)
        elif line.text.strip():
            foreign = (foreign_line if input_format == "jsonl" else foreign_text)(line.text) if is_first else None
            if foreign:
                yield Failure(origin, f"this is {foreign.what}, not {_MEANT[input_format]}", foreign.fix)
                return
            is_first = False
            yield _entry(origin, line.text.rstrip("\r\n"), given)


_MEANT = {"jsonl": "JSON lines", "lines": "a message"}


def _whole(lines: Iterator[InputLine], given: Message, origin: Origin) -> Item:
    """All of an input as one message."""
    parts, length = list[str](), 0
    for line in lines:
        if line.problem:
            return failure_of(line, Origin(line.number, origin.file, origin.input_format))
        parts.append(line.text)
        length += len(line.text)
        if length > MAX_LINE:
            break
    text = "".join(parts)
    if foreign := foreign_text(text, is_whole=length <= MAX_LINE):
        return Failure(origin, f"this is {foreign.what}, not a message", foreign.fix)
    return entry_of("1", text.removesuffix("\n").removesuffix("\r"), given, origin)


def entry_of(name: str, text: str, given: Message, origin: Origin) -> Item:
    """A message to check, or a fault where it is too long."""
    if len(text) > MAX_MESSAGE:
        return Failure(origin, f"a message has more than {MAX_MESSAGE:,} characters", _SHORTER)
    return InputMessage(name, given.model_copy(update={"text": text}), origin)


_SHORTER = "cut it into several; if each of its lines is a message, say --input lines"


def failure_of(line: InputLine, origin: Origin) -> Failure:
    """What is wrong with a line."""
    return Failure(origin, line.problem, line.fix, line.column)


def _entry(origin: Origin, text: str, given: Message) -> Item:
    if origin.input_format == "lines":
        return entry_of(str(origin.line), text, given, origin)
    try:
        line = _JsonLine.model_validate(json.loads(text, object_pairs_hook=_without_twins))
    except ValidationError as error:
        return Failure(origin, _in_words(error), _FIX)
    except (ValueError, RecursionError) as error:
        return Failure(origin, f"not a JSON line: {error}", _FIX)
    named = {"direction": line.direction, "audience": line.audience}
    update = {key: value for key, value in named.items() if value is not None}
    return entry_of(line.id, line.text, given.model_copy(update=update), origin)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise ValueError(f"the key {repr(key)[:_TOLD]} stands twice")
        seen[key] = value
    return seen


def _in_words(error: ValidationError) -> str:
    """What is wrong with the keys, without the message itself: a child's words stay out of errors."""
    found = error.errors(include_input=False, include_url=False)[:_FAULTS_TOLD]
    return "; ".join(_fault_in_words(fault["type"], ".".join(map(str, fault["loc"])), fault["msg"]) for fault in found)


def _fault_in_words(kind: str, key: str, told: str) -> str:
    if kind == "extra_forbidden":
        return f"unknown key {repr(key)[:_TOLD]}"
    if kind == "missing":
        return f"the key {key!r} is missing"
    return f"{key!r}: {told}" if key else "the line is no JSON object"
