"""JSON Schemas of the files that authors write, made of the models that read them, and of Coach's reports.

The schemas are shipped as files, so that editors find them and `coach schema` prints one at once.
`python -m coach.schemas` makes them again.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
REPORT = "report"
_ENDING = ".schema.json"
NAMES = (*sorted(path.name.removesuffix(_ENDING) for path in _HERE.glob(f"*{_ENDING}")), REPORT)
"""What has a schema; each but the report has a model in `registry.py`."""


def read_schema(name: str) -> str:
    """Return the text of a shipped schema."""
    if name == REPORT:
        return (_HERE.parent / "cli" / "check" / "formats" / "report.schema.json").read_text(encoding="utf-8")
    return (_HERE / f"{name}{_ENDING}").read_text(encoding="utf-8")
