"""What `coach check` reads: one message, one a line, or JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import StrictStr, ValidationError

from coach.cli.screen import one_line
from coach.foreign import LOOKED_AT, foreign_bytes, foreign_text
from coach.models import Audience, Direction, Message, Report
from coach.models.base import Model


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message, or what should be one, stands."""

    line: int
    """The line that it begins in, or its row in a table, counted from 1."""
    file: str = ""
    """The file as it was named; empty for standard input and words of the call."""
    form: str = "text"
    """The form of the input: with `text` and `lines`, characters of the message are characters of the input."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message to check, under the name it came with."""

    id: str
    message: Message
    place: Place


Answer = tuple[Entry, Report]
"""A message and what was found in it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be read, or a message that could not be checked."""

    place: Place
    problem: str
    mend: str

    def __str__(self) -> str:
        file = f"{one_line(self.place.file)}: " if self.place.file else ""
        return f"{file}line {self.place.line}: {one_line(self.problem)}\n    mend: {self.mend}"


class _JsonLine(Model):
    """One line of `--input jsonl`."""

    id: StrictStr
    text: StrictStr
    direction: Direction | None = None
    audience: Audience | None = None


_TOLD, _FAULTS_TOLD = 60, 5
"""How much of an unknown key is told, in characters, and how many faults of one line."""
_MEND = 'write {"id": "...", "text": "..."}; "direction" and "audience" may follow'


def read_entries(lines: Iterable[bytes], form: str, given: Message, file: str = "") -> Iterator[Entry | Fault]:
    """The messages and, in their places, the lines that cannot be read.

    Args:
        lines: the input with its line ends.
        form: `text` (all of it is one message), `lines` or `jsonl`.
        given: direction and audience of messages that do not say.
        file: the name of the file that the lines are of.
    """
    if form == "text":
        lines = [b"".join(lines)]
    for number, raw in enumerate(lines, 1):
        place = Place(number, file, form)
        foreign = foreign_bytes(raw[:LOOKED_AT]) if number == 1 else None
        text = _decoded(raw.removeprefix(b"\xef\xbb\xbf" if number == 1 else b""), form)
        if text is not None and form != "jsonl":
            foreign = foreign or foreign_text(text)
        if foreign:
            yield Fault(place, f"this is {foreign.what}, not a message", foreign.fix)
            if form != "jsonl" and number == 1:
                return
        elif text is None:
            yield Fault(place, "this is not UTF-8 text", "save the input as UTF-8")
        elif form == "text":
            message = given.model_copy(update={"text": text.removesuffix("\n").removesuffix("\r")})
            yield Entry("1", message, place)
        elif text.strip():
            yield _entry(place, text.rstrip("\r\n"), given)


def _decoded(raw: bytes, form: str) -> str | None:
    """The text, or None where it is not UTF-8; words from the command line may hold lone surrogates."""
    try:
        return raw.decode("utf-8", "surrogatepass" if form == "text" else "strict")
    except UnicodeDecodeError:
        return None


def _entry(place: Place, text: str, given: Message) -> Entry | Fault:
    if place.form == "lines":
        return Entry(str(place.line), given.model_copy(update={"text": text}), place)
    try:
        line = _JsonLine.model_validate(json.loads(text, object_pairs_hook=_without_twins))
    except ValidationError as error:
        return Fault(place, _in_words(error), _MEND)
    except (ValueError, RecursionError) as error:
        return Fault(place, f"not a JSON line: {error}", _MEND)
    named = {"text": line.text, "direction": line.direction, "audience": line.audience}
    update = {key: value for key, value in named.items() if value is not None}
    return Entry(line.id, given.model_copy(update=update), place)


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
