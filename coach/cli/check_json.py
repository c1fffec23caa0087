"""Reports as JSON: one list, or one line a message as soon as it is checked."""

from __future__ import annotations

import json
from typing import Any

from coach.cli.check_form import Strung
from coach.cli.check_input import Entry
from coach.cli.screen import escaped
from coach.models import Flag, Report
from coach.scale.frames import flag_values


class JsonLines(Strung):
    """A line a message."""

    def body(self, entry: Entry, report: Report) -> str:
        """Its line."""
        return f"{escaped(json.dumps(answer_of(entry.id, report.flags), ensure_ascii=False))}\n"


class JsonList(Strung):
    """All messages in one list."""

    opening, between, closing, empty = "[\n", ",\n", "\n]\n", "[]\n"

    def body(self, entry: Entry, report: Report) -> str:
        """Its item in the list."""
        # No textwrap.indent: it takes U+2028 inside a message for the end of a line.
        dumped = escaped(json.dumps(answer_of(entry.id, report.flags), ensure_ascii=False, indent=2))
        return "  " + dumped.replace("\n", "\n  ")


def answer_of(name: str, flags: tuple[Flag, ...]) -> dict[str, Any]:
    """The documented answer to one message."""
    return {"id": name, "flags": [flag_values(flag) for flag in flags]}
