"""JSON Schemas of the files that authors write, made of the models that read them, and of Coach's reports.

The schemas are shipped as files, so that editors find them and `coach schema` prints one at once.
`python -m coach.schemas` makes them again.
"""

from __future__ import annotations

from importlib.resources import files

REPORT = "report"
NAMES = ("rule", "category", "lesson", "case", "doors", REPORT)
"""What has a schema; each but the report has a model in `registry.py`."""


def read_schema(name: str) -> str:
    """Return the text of a shipped schema."""
    if name == REPORT:
        return files("coach.cli.check.formats").joinpath("report.schema.json").read_text(encoding="utf-8")
    return files("coach.schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
