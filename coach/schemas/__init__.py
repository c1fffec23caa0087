"""JSON Schemas of the files that authors write, made of the models that read them, and of Coach's reports.

The schemas are shipped as files, so that editors find them and `coach schema` prints one at once.
`python -m coach.schemas` makes them again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
REPORT, REPORTS = "report", "reports"
"""A line of `coach check --format jsonl`, and the whole list that `--format json` writes."""
_ENDING = ".schema.json"
NAMES = (*sorted(path.name.removesuffix(_ENDING) for path in _HERE.glob(f"*{_ENDING}")), REPORT, REPORTS)
"""What has a schema; each but the reports has a model in `registry.py`."""


def read_schema(name: str) -> str:
    """Return the text of a shipped schema; that of the list of reports is made of that of one."""
    if name == REPORTS:
        return _list_of(json.loads(read_schema(REPORT)))
    if name == REPORT:
        return (_HERE.parent / "cli" / "check" / "formats" / "report.schema.json").read_text(encoding="utf-8")
    return (_HERE / f"{name}{_ENDING}").read_text(encoding="utf-8")


def _list_of(report: dict[str, Any]) -> str:
    """Return the schema of a list of reports."""
    draft, _, shared = report.pop("$schema"), report.pop("$id"), report.pop("$defs")
    listed = {
        "$schema": draft,
        "$id": "urn:coach:reports:1",
        "title": "Output of `coach check --format json`, version 1",
        "description": "The answers to all messages, in order.",
        "type": "array",
        "items": {"$ref": "#/$defs/report"},
        "$defs": {"report": report, **shared},
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
