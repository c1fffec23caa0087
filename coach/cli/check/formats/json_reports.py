"""Write reports as JSON: one list, or one line per message as soon as it is checked."""

from __future__ import annotations

import json
from collections.abc import Iterator

from coach.cli.check.formats.writer import NO_COUNSEL, StreamWriter
from coach.cli.check.inputs.entries import InputMessage
from coach.cli.terminal import escaped
from coach.helplines import help_with
from coach.models import Counsel, Report


class JsonWriter(StreamWriter):
    """Writes JSON with the help lines of a country; with counsel if asked to."""

    def __init__(self, country: str = "", *, takes_counsel: bool = False) -> None:
        self.country = country
        self.takes_counsel = takes_counsel

    def _object(self, entry: InputMessage, report: Report, counsel: Counsel, indent: int | None) -> Iterator[str]:
        """Yield the documented answer to one message as JSON, flag by flag.

        It has `pieces` if the message was so long that it was read in several, `not_english` if it is in another
        language, and `help` if there are help lines.
        `report.schema.json` describes it.
        """
        before, after, space = ("\n    ", "\n  ", "\n  ") if indent else ("", "", " ")
        yield f'{{{space if indent else ""}{_dumped("id", entry.id, indent)},{space}"flags": ['
        between = before
        for flag in report.flags:
            values = flag.to_dict(with_counsel=self.takes_counsel)
            yield between + _dump(values, indent).replace("\n", "\n    ")
            between = f",{before or ' '}"
        yield f"{after}]" if report.flags else "]"
        given = counsel if self.takes_counsel else None
        for key, value in report.after_flags(given, help_with(report, self.country)):
            yield f",{space}{_dumped(key, value, indent)}"
        yield "\n}" if indent else "}"


class JsonLines(JsonWriter):
    """One line per message."""

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield the line, in parts."""
        yield from self._object(entry, report, counsel, None)
        yield "\n"


class JsonList(JsonWriter):
    """One list of all messages."""

    opening, between, closing, empty = "[\n", ",\n", "\n]\n", "[]\n"

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield the item of the list, in parts."""
        yield "  "
        for part in self._object(entry, report, counsel, 2):
            # Not textwrap.indent: it treats U+2028 inside a message as a line break.
            yield part.replace("\n", "\n  ")


def _dumped(key: str, value: object, indent: int | None) -> str:
    return f'"{key}": ' + _dump(value, indent).replace("\n", "\n  ")


def _dump(value: object, indent: int | None) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))
