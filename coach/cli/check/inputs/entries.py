"""Read messages from text: the whole input as one, one per line, or JSON lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Annotated

from pydantic import BeforeValidator, StrictStr, ValidationError

from coach.cli.check.inputs.json_line import parsed, shown_key
from coach.cli.check.inputs.lines import MAX_LINE, InputLine, ReadOptions, read_lines
from coach.cli.terminal import one_line
from coach.foreign import foreign_line, foreign_text
from coach.models import Audience, Direction, Message
from coach.models.base import Model


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a message, or a line that should be one, comes from."""

    line: int
    """The line it starts on, or its row in a table, 1-based."""
    file: str = ""
    """The file as given; empty for standard input and TEXT."""
    input_format: str = "text"
    """The input format. In `text` and `lines`, characters of the message are also characters of the input."""


@dataclass(frozen=True, slots=True)
class InputMessage:
    """One message to check, with its id."""

    id: str
    message: Message
    origin: Origin


_PLACES = {"parquet": "row", "chat": "message"}
"""How a place in the input is called, where it is not a line."""


def name_of(entry: InputMessage) -> str:
    """Name a message by file, line and id, so that people can find it; empty if it is the whole of standard input."""
    origin, parts = entry.origin, list[str]()
    if origin.file:
        parts.append(one_line(origin.file))
    if origin.input_format != "text":
        parts.append(f"{_PLACES.get(origin.input_format, 'line')} {origin.line}")
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
    """The 1-based column in characters; 0 for the whole line."""

    def __str__(self) -> str:
        file = f"{one_line(self.origin.file)}: " if self.origin.file else ""
        column = f", column {self.column}" if self.column else ""
        return f"{file}line {self.origin.line}{column}: {one_line(self.problem)}\n    fix: {self.fix}"


Item = InputMessage | Failure


def _named(given: object) -> object:
    """Convert a numeric id to a string."""
    return str(given) if isinstance(given, (int, float)) and not isinstance(given, bool) else given


class _JsonLine(Model):
    """One line of `--input jsonl`."""

    id: Annotated[StrictStr, BeforeValidator(_named)]
    text: StrictStr
    direction: Direction | None = None
    audience: Audience | None = None


MAX_MESSAGE = 1_000_000
"""Maximum length of a message in characters; all its flags are in memory at once."""
_ERRORS_SHOWN = 5
"""Maximum errors shown per line."""
_FIX = 'write {"id": "...", "text": "..."}; "direction" and "audience" are optional'
_DEFAULTS = ReadOptions()


def read_entries(
    chunks: Iterable[bytes], input_format: str, given: Message, file: str = "", options: ReadOptions = _DEFAULTS
) -> Iterator[Item]:
    """Yield messages and failures, in the order of the input.

    Args:
        chunks: the bytes of the input, split anywhere.
        input_format: `text` (the whole input is one message), `lines` or `jsonl`.
        given: default direction and audience.
        file: the file name.
        options: how to decode the input.
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
                yield Failure(origin, f"this is {foreign.what}, not {_EXPECTED[input_format]}", foreign.fix)
                return
            is_first = False
            yield _entry(origin, line.text.rstrip("\r\n"), given)


_EXPECTED = {"jsonl": "JSON lines", "lines": "a message"}


def _whole(lines: Iterator[InputLine], given: Message, origin: Origin) -> Item:
    """Read the whole input as one message."""
    read, length = StringIO(newline=""), 0  # a list of short lines would take twenty times as much memory
    for line in lines:
        if line.problem:
            return failure_of(line, Origin(line.number, origin.file, origin.input_format))
        read.write(line.text)
        length += len(line.text)
        if length > MAX_LINE:
            break
    text = read.getvalue()
    if foreign := foreign_text(text, is_whole=length <= MAX_LINE):
        return Failure(origin, f"this is {foreign.what}, not a message", foreign.fix)
    if is_empty(text):
        return Failure(origin, "the message is empty", "give a message with at least one character")
    return entry_of("1", text.removesuffix("\n").removesuffix("\r"), given, origin)


def is_empty(text: str) -> bool:
    """Whether a text is only blanks and invisible characters, such as a byte order mark: nothing to be calm about."""
    return all(char.isspace() or unicodedata.category(char) == "Cf" for char in text)


def entry_of(name: str, text: str, given: Message, origin: Origin) -> Item:
    """Return a message to check, or a failure if it is too long."""
    if len(text) > MAX_MESSAGE:
        return Failure(origin, f"message too long: at most {MAX_MESSAGE:,} characters are allowed", _SHORTER)
    return InputMessage(name, given.model_copy(update={"text": text}), origin)


_SHORTER = "split it up; if each line is a message, add --input lines"


def failure_of(line: InputLine, origin: Origin) -> Failure:
    """Return the failure for a line that has a problem."""
    return Failure(origin, line.problem, line.fix, line.column)


def _entry(origin: Origin, text: str, given: Message) -> Item:
    if origin.input_format == "lines":
        return entry_of(str(origin.line), text, given, origin)
    try:
        line = _JsonLine.model_validate(_known_keys(parsed(text)))
    except UnknownKeysError as error:
        return Failure(origin, str(error), _FIX)
    except ValidationError as error:
        return Failure(origin, _describe_all(error), _FIX)
    except (ValueError, RecursionError) as error:
        return Failure(origin, f"not a JSON line: {error}", _FIX)
    named = {"direction": line.direction, "audience": line.audience}
    update = {key: value for key, value in named.items() if value is not None}
    return entry_of(line.id, line.text, given.model_copy(update=update), origin)


class UnknownKeysError(ValueError):
    """A JSON line has keys that are not read."""


def _known_keys(value: object) -> object:
    """Return a parsed line whose keys are all known; pydantic would hold an error for each unknown one in memory.

    Raises:
        UnknownKeysError: a key is unknown.
    """
    if isinstance(value, dict) and (unknown := value.keys() - _JsonLine.model_fields.keys()):
        first = [key for key in value if key in unknown][:_ERRORS_SHOWN]
        raise UnknownKeysError("; ".join(f"unknown key {shown_key(key)}" for key in first))
    return value


def _describe_all(error: ValidationError) -> str:
    """Describe validation errors without quoting the message: a child's words stay out of errors."""
    found = error.errors(include_input=False, include_url=False)[:_ERRORS_SHOWN]
    return "; ".join(_describe(one["type"], ".".join(map(str, one["loc"])), one["msg"]) for one in found)


def _describe(kind: str, key: str, message: str) -> str:
    if kind == "missing":
        return f"missing key {key!r}"
    return f"{key!r}: {message}" if key else "expected a JSON object"
