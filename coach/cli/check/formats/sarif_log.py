"""Write reports as SARIF 2.1.0, which code hosts and editors show next to the lines of a file.

For a message that is a whole file or a line of one, regions are exact to the character. Inside JSON, CSV or Parquet
only the line or row is known; `properties` give the characters within the message.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import IO, Any
from urllib.parse import quote

from coach.cli.check.formats.writer import Answer
from coach.cli.check.inputs.entries import InputMessage, Origin
from coach.models import Flag, Report, Weight
from coach.models.category import CATEGORY_NAMES

LEVELS = {Weight.NOTICE: "note", Weight.PAUSE: "warning", Weight.STOP: "error"}
"""SARIF levels by weight."""


class SarifLog:
    """One log with one run, written as results arrive."""

    def body(self, entry: InputMessage, report: Report) -> Iterator[str]:
        """Yield the results of one message, separated by commas; nothing if there are no flags."""
        line_starts = [0, *(at + 1 for at, char in enumerate(report.message.text) if char == "\n")]
        between = ""
        for flag in report.flags:
            yield between + json.dumps(_result(entry, flag, line_starts), ensure_ascii=False)
            between = ",\n"

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Write the results inside one log."""
        out.write(_opening())
        between = ""
        try:
            for one in answers:
                if one.found:
                    out.write(between)
                    out.writelines(one.body)
                    between = ",\n"
        finally:
            out.write("\n]}]}\n")
            out.flush()


def _opening() -> str:
    """Return the log up to its first result."""
    rules = [
        {"id": f"{concern}/{name}", "shortDescription": {"text": f"{concern}: {name.replace('-', ' ')}"}}
        for concern, names in CATEGORY_NAMES.items()
        for name in names
    ]
    run = {"tool": {"driver": {"name": "Coach", "rules": rules}}, "columnKind": "unicodeCodePoints"}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    return f'{json.dumps(log)[:-1]}, "runs": [{json.dumps(run)[:-1]}, "results": [\n'


def _result(entry: InputMessage, flag: Flag, line_starts: Sequence[int]) -> dict[str, Any]:
    return {
        "ruleId": flag.category,
        "level": LEVELS[flag.weight],
        "message": {"text": flag.why},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(entry.origin.file)},
                    "region": _region(entry.origin, flag, line_starts),
                }
            }
        ],
        "properties": {"id": entry.id, "start": flag.start, "end": flag.end, "rule": flag.rule, "role": flag.role},
    }


def _uri(file: str) -> str:
    """Return the file as a URI, relative if the path is; `stdin` for standard input."""
    return quote(PurePath(file).as_posix(), safe="/:", errors="replace") if file else "stdin"


def _region(origin: Origin, flag: Flag, line_starts: Sequence[int]) -> dict[str, Any]:
    snippet = {"snippet": {"text": flag.phrase}}
    if origin.input_format == "text":
        first, last = _place_in(line_starts, flag.start), _place_in(line_starts, flag.end)
        lines = {"startLine": first[0], "startColumn": first[1], "endLine": last[0], "endColumn": last[1]}
        return {"charOffset": flag.start, "charLength": flag.end - flag.start, **lines, **snippet}
    if origin.input_format == "lines":
        return {"startLine": origin.line, "startColumn": flag.start + 1, "endColumn": flag.end + 1, **snippet}
    return {"startLine": origin.line, **snippet}


def _place_in(line_starts: Sequence[int], at: int) -> tuple[int, int]:
    """Return the line and column of a character, both 1-based."""
    line = bisect_right(line_starts, at)
    return line, at - line_starts[line - 1] + 1
