"""Write reports as SARIF 2.1.0, which code hosts and editors show next to the lines of a file.

For a message that is a whole file or a line of one, regions are exact to the character. Inside JSON, CSV or Parquet
only the line or row is known; `properties` give the characters within the message, and there are no `fixes`.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePath
from typing import IO, Any, ClassVar
from urllib.parse import quote

from coach.cli.check.formats.writer import NO_COUNSEL, Answer
from coach.cli.check.inputs.entries import InputMessage, Origin
from coach.cli.check.scope import CheckScope
from coach.cli.terminal import counted
from coach.models import Concern, Counsel, Flag, Report, Rewrite, Weight
from coach.models.category import CATEGORY_NAMES

LEVELS = {Weight.NOTICE: "note", Weight.PAUSE: "warning", Weight.STOP: "error"}
"""SARIF levels by weight."""
MOST_NOTED = 1_000
"""Maximum messages noted one by one because Coach does not read their language; the others are only counted."""
_FINGERPRINT = 32
"""Hexadecimal digits of a fingerprint."""
_EXACT = frozenset({"text", "lines"})
"""Input formats in which characters of the message are characters of the file; only there can an editor change them."""


@dataclass(frozen=True, slots=True)
class SarifLog:
    """One log with one run, written as results arrive."""

    scope: CheckScope = field(default_factory=CheckScope)
    """What is checked."""
    takes_counsel: ClassVar[bool] = True

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield the results of one message, separated by commas, or the notification that it was not read.

        The first result has the rewrites of the whole message as fixes.
        """
        if report.unread:
            yield json.dumps(_not_read(entry, report), ensure_ascii=False)
        line_starts = [0, *(at + 1 for at, char in enumerate(report.message.text) if char == "\n")]
        between, fixes = "", [_fix(entry.origin, rewrite, line_starts) for rewrite in counsel.rewrites]
        for flag in report.flags:
            result = _result(entry, flag, line_starts)
            if fixes and not between and entry.origin.input_format in _EXACT:
                result["fixes"] = fixes
            yield between + json.dumps(result, ensure_ascii=False)
            between = ",\n"

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Write the results inside one log."""
        out.write(_opening(self.scope))
        between, noted, unread = "", list[str](), 0
        try:
            for one in answers:
                unread += one.unread
                if one.unread and len(noted) < MOST_NOTED:
                    noted.append("".join(one.body))
                if one.found:
                    out.write(between)
                    out.writelines(one.body)
                    between = ",\n"
        finally:
            out.write(_closing(self.scope, noted, unread - len(noted)))
            out.flush()


def _opening(scope: CheckScope) -> str:
    """Return the log up to its first result.

    The rules are Coach's categories; with own rules alone there are none, as nobody asked Coach's.
    """
    names = () if scope.alone else CATEGORY_NAMES.items()
    rules = [_rule(concern, name) for concern, categories in names for name in categories]
    driver = {"name": "Coach", "version": version("coach-together"), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    return f'{json.dumps(log)[:-1]}, "runs": [{json.dumps(run)[:-1]}, "results": [\n'


def _closing(scope: CheckScope, noted: Iterable[str], more: int) -> str:
    """Return the log after its last result: what a reader of the results has to know about them.

    Args:
        scope: what was checked.
        noted: notifications about messages that were not read, as JSON.
        more: how many other messages were not read.
    """
    notes = [json.dumps(_note("note", note)) for note in scope.notes]
    rest = [json.dumps(_note("warning", f"{counted(more, 'more message')} not in English, not read"))] if more else []
    told = ",\n".join([*notes, *noted, *rest])
    return f'\n], "invocations": [{{"executionSuccessful": true, "toolExecutionNotifications": [{told}]}}]}}]}}\n'


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _not_read(entry: InputMessage, report: Report) -> dict[str, Any]:
    """Return the notification that a message is in a language that Coach does not read."""
    region = {} if entry.origin.input_format == "text" else {"region": {"startLine": entry.origin.line}}
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(entry.origin.file)}, **region}}
    about = {"id": entry.id, "not_english": report.unread}
    return {**_note("warning", report.said_of_language), "locations": [place], "properties": about}


def _rule(concern: Concern, name: str) -> dict[str, Any]:
    called = name.replace("-", " ")
    whole = f"{concern}/{name}"
    text = f"Coach flags this as {concern}: {called}. `coach rules list --category {whole}` lists its rules."
    return {"id": whole, "shortDescription": {"text": f"{concern}: {called}"}, "help": {"text": text}}


def _fingerprint(flag: Flag) -> str:
    """Return what stays the same when a message moves to another line; made of nothing that is not in the log."""
    what = f"{flag.rule}\n{flag.start}\n{flag.phrase}"
    return sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def _result(entry: InputMessage, flag: Flag, line_starts: Sequence[int]) -> dict[str, Any]:
    return {
        "ruleId": flag.category,
        "level": LEVELS[flag.weight],
        "message": {"text": flag.why},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(entry.origin.file)},
                    "region": {
                        **_region(entry.origin, flag.start, flag.end, line_starts),
                        "snippet": {"text": flag.phrase},
                    },
                }
            }
        ],
        "partialFingerprints": {"coachFlag/v1": _fingerprint(flag)},
        "properties": {"id": entry.id, "start": flag.start, "end": flag.end, "rule": flag.rule, "role": flag.role},
    }


def _uri(file: str) -> str:
    """Return the file as a URI, relative if the path is; `stdin` for standard input."""
    return quote(PurePath(file).as_posix(), safe="/:", errors="replace") if file else "stdin"


def _fix(origin: Origin, rewrite: Rewrite, line_starts: Sequence[int]) -> dict[str, Any]:
    """Return a rewrite as replacements in the file."""
    replacements = [
        {
            "deletedRegion": _region(origin, edit.start, edit.end, line_starts),
            "insertedContent": {"text": edit.text},
        }
        for edit in rewrite.edits
    ]
    change = {"artifactLocation": {"uri": _uri(origin.file)}, "replacements": replacements}
    return {"description": {"text": f"You could send: {rewrite.text}"}, "artifactChanges": [change]}


def _region(origin: Origin, start: int, end: int, line_starts: Sequence[int]) -> dict[str, Any]:
    """Return where characters of the message are in the input, as exactly as is known."""
    if origin.input_format == "text":
        first, last = _place_in(line_starts, start), _place_in(line_starts, end)
        lines = {"startLine": first[0], "startColumn": first[1], "endLine": last[0], "endColumn": last[1]}
        return {"charOffset": start, "charLength": end - start, **lines}
    if origin.input_format == "lines":
        return {"startLine": origin.line, "startColumn": start + 1, "endColumn": end + 1}
    return {"startLine": origin.line}


def _place_in(line_starts: Sequence[int], at: int) -> tuple[int, int]:
    """Return the line and column of a character, both 1-based."""
    line = bisect_right(line_starts, at)
    return line, at - line_starts[line - 1] + 1
