"""What `coach check` reads: one message, one a line, or JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import StrictStr, ValidationError

from coach.cli.screen import one_line
from coach.models import Audience, Direction, Message, Report
from coach.models.base import Model


@dataclass(frozen=True, slots=True)
class Entry:
    """One message to check, under the name it came with."""

    id: str
    message: Message


Answer = tuple[Entry, Report]
"""A message and what was found in it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be read."""

    line: int
    problem: str
    mend: str

    def __str__(self) -> str:
        return f"line {self.line}: {one_line(self.problem)}\n    mend: {self.mend}"


class _JsonLine(Model):
    """One line of `--input jsonl`."""

    id: StrictStr
    text: StrictStr
    direction: Direction | None = None
    audience: Audience | None = None


_TOLD, _FAULTS_TOLD = 60, 5
"""How much of an unknown key is told, in characters, and how many faults of one line."""
_MEND = 'write {"id": "...", "text": "..."}; "direction" and "audience" may follow'


def read_entries(lines: Iterable[bytes], form: str, direction: str, audience: str) -> Iterator[Entry | Fault]:
    """The messages and, in their places, the lines that cannot be read.

    Args:
        lines: the input with its line ends.
        form: `text` (all of it is one message), `lines` or `jsonl`.
        direction: the direction of messages that do not say.
        audience: the audience of messages that do not say.
    """
    given = Message(text="", direction=Direction(direction), audience=Audience(audience))
    if form == "text":
        lines = [b"".join(lines)]
    for number, raw in enumerate(lines, 1):
        text = _decoded(raw.removeprefix(b"\xef\xbb\xbf" if number == 1 else b""), form)
        if text is None:
            yield Fault(number, "this is not UTF-8 text", "save the input as UTF-8")
        elif form == "text":
            yield Entry("1", given.model_copy(update={"text": text.removesuffix("\n").removesuffix("\r")}))
        elif text.strip():
            yield _entry(number, text.rstrip("\r\n"), form, given)


def _decoded(raw: bytes, form: str) -> str | None:
    """The text, or None where it is not UTF-8; words from the command line may hold lone surrogates."""
    try:
        return raw.decode("utf-8", "surrogatepass" if form == "text" else "strict")
    except UnicodeDecodeError:
        return None


def _entry(number: int, text: str, form: str, given: Message) -> Entry | Fault:
    if form == "lines":
        return Entry(str(number), given.model_copy(update={"text": text}))
    try:
        line = _JsonLine.model_validate(json.loads(text, object_pairs_hook=_without_twins))
    except ValidationError as error:
        return Fault(number, _in_words(error), _MEND)
    except (ValueError, RecursionError) as error:
        return Fault(number, f"not a JSON line: {error}", _MEND)
    named = {"text": line.text, "direction": line.direction, "audience": line.audience}
    update = {key: value for key, value in named.items() if value is not None}
    return Entry(line.id, given.model_copy(update=update))


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
