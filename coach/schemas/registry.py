"""Which model describes which kind of file: a line for each."""

from __future__ import annotations

from collections.abc import Mapping

from coach.models import Category, Doors
from coach.models.base import Model
from coach.packs.pack_file import PackInfo
from coach.schemas.shapes import CaseFrontMatter, LessonFrontMatter, RuleShape

MODELS: Mapping[str, type[Model]] = {
    "rule": RuleShape,
    "category": Category,
    "lesson": LessonFrontMatter,
    "case": CaseFrontMatter,
    "doors": Doors,
    "pack": PackInfo,
}
"""By the name of the schema. After adding a line, make the schemas again: `python -m coach.schemas`."""
NOT_IN_FILES: Mapping[str, frozenset[str]] = {"category": frozenset({"id"})}
"""Fields of a model that its file does not have, because the place of the file says it."""
