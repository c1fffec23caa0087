"""Reports as JSON: one list, or one line a message as soon as it is checked."""

from __future__ import annotations

import json
from typing import Any

from coach.cli.check_form import Strung
from coach.cli.check_input import Entry
from coach.cli.screen import escaped
from coach.helplines import help_with
from coach.models import Report
from coach.scale.frames import flag_values

_HELP_KEYS = {"kind", "name", "reach", "hours"}


class Json(Strung):
    """Answers as JSON, with the help lines of a country."""

    def __init__(self, country: str = "") -> None:
        self.country = country


class JsonLines(Json):
    """A line a message."""

    def body(self, entry: Entry, report: Report) -> str:
        """Its line."""
        return f"{escaped(json.dumps(answer_of(entry.id, report, self.country), ensure_ascii=False))}\n"


class JsonList(Json):
    """All messages in one list."""

    opening, between, closing, empty = "[\n", ",\n", "\n]\n", "[]\n"

    def body(self, entry: Entry, report: Report) -> str:
        """Its item in the list."""
        # No textwrap.indent: it takes U+2028 inside a message for the end of a line.
        dumped = escaped(json.dumps(answer_of(entry.id, report, self.country), ensure_ascii=False, indent=2))
        return "  " + dumped.replace("\n", "\n  ")


def answer_of(name: str, report: Report, country: str) -> dict[str, Any]:
    """The documented answer to one message; `help` is in it where somebody may need it."""
    lines = [line.model_dump(mode="json", include=_HELP_KEYS) for line in help_with(report, country)]
    answer: dict[str, Any] = {"id": name, "flags": [flag_values(flag) for flag in report.flags]}
    return {**answer, "help": lines} if lines else answer
