"""Reports as JSON: one document, or one line a message as soon as it is checked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from coach.cli.check_input import Answer
from coach.cli.screen import escaped
from coach.models import Flag

FLAG_KEYS = (
    "start", "end", "phrase", "concern", "category", "rule", "source", "weight", "why", "instead", "lesson",
)  # fmt: skip
"""What a program gets of each flag, in this order."""


def write_jsonl(answers: Iterator[Answer]) -> bool:
    """Write a line for every message at once; whether anything was flagged."""
    _as_utf8()
    flagged = False
    for entry, report in answers:
        print(_dumped(_answer(entry.id, report.flags)), flush=True)
        flagged = flagged or bool(report.flags)
    return flagged


def write_json(answers: Iterator[Answer]) -> bool:
    """Write one list of all answers; whether anything was flagged."""
    _as_utf8()
    listed = [_answer(entry.id, report.flags) for entry, report in answers]
    print(escaped(json.dumps(listed, ensure_ascii=False, indent=2)))
    return any(answer["flags"] for answer in listed)


def _answer(name: str, flags: tuple[Flag, ...]) -> dict[str, Any]:
    dumped = [flag.model_dump(mode="json") for flag in flags]
    return {"id": name, "flags": [{key: flag[key] for key in FLAG_KEYS} for flag in dumped]}


def _dumped(answer: dict[str, Any]) -> str:
    return escaped(json.dumps(answer, ensure_ascii=False))


def _as_utf8() -> None:
    """JSON is UTF-8 whatever the locale says; a lone surrogate becomes its JSON escape."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
