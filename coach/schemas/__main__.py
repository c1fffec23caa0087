"""`python -m coach.schemas`: make the shipped schemas again."""

from __future__ import annotations

from pathlib import Path

from coach.schemas.making import schema_text
from coach.schemas.registry import MODELS
from coach.writing import SHARED, write_whole

if __name__ == "__main__":
    for name in MODELS:
        write_whole(Path(__file__).with_name(f"{name}.schema.json"), schema_text(name).encode(), SHARED)
