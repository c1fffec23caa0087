"""Write reports as JSON: one list, or one line per message as soon as it is checked."""

from __future__ import annotations

import json
from collections.abc import Iterator

from coach.cli.check.formats.writer import StreamWriter
from coach.cli.check.inputs.entries import InputMessage
from coach.cli.terminal import escaped
from coach.helplines import help_with
from coach.models import Report
from coach.scale.frames import flag_values

_HELP_KEYS = {"kind", "name", "reach", "hours"}


class JsonWriter(StreamWriter):
    """Writes JSON with the help lines of a country."""

    def __init__(self, country: str = "") -> None:
        self.country = country


class JsonLines(JsonWriter):
    """One line per message."""

    def body(self, entry: InputMessage, report: Report) -> Iterator[str]:
        """Yield the line, in parts."""
        yield from _object(entry.id, report, self.country, None)
        yield "\n"


class JsonList(JsonWriter):
    """One list of all messages."""

    opening, between, closing, empty = "[\n", ",\n", "\n]\n", "[]\n"

    def body(self, entry: InputMessage, report: Report) -> Iterator[str]:
        """Yield the item of the list, in parts."""
        yield "  "
        for part in _object(entry.id, report, self.country, 2):
            # Not textwrap.indent: it treats U+2028 inside a message as a line break.
            yield part.replace("\n", "\n  ")


def _object(name: str, report: Report, country: str, indent: int | None) -> Iterator[str]:
    """Yield the documented answer to one message as JSON, flag by flag.

    It has `pieces` if the message was so long that it was read in several, and `help` if there are help lines to show.
    """
    before, after = ("\n    ", "\n  ") if indent else ("", "")
    space = "\n  " if indent else " "
    yield f'{{{space if indent else ""}{_dumped("id", name, indent)},{space}"flags": ['
    between = before
    for flag in report.flags:
        yield between + _dump(flag_values(flag), indent).replace("\n", "\n    ")
        between = f",{before or ' '}"
    yield f"{after}]" if report.flags else "]"
    if report.pieces > 1:
        yield f",{space}{_dumped('pieces', report.pieces, indent)}"
    if lines := [line.model_dump(mode="json", include=_HELP_KEYS) for line in help_with(report, country)]:
        yield f",{space}{_dumped('help', lines, indent)}"
    yield "\n}" if indent else "}"


def _dumped(key: str, value: object, indent: int | None) -> str:
    return f'"{key}": ' + _dump(value, indent).replace("\n", "\n  ")


def _dump(value: object, indent: int | None) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))
