"""Reads the names of categories in a lesson, such as `red-flag/secrecy`."""

from __future__ import annotations

from collections.abc import Iterator

from coach.models import Concern
from coach.models.category import CATEGORY_NAMES, is_category_name
from coach.rules.places import CATEGORY_FILE
from coach.source import Source


def categories_in(source: Source, line: int, names: str) -> tuple[str, ...]:
    """Return the known categories among `names`, which are separated by commas; an unknown one is a fault."""
    return tuple(_known(source, line, [name.strip() for name in names.split(",") if name.strip()]))


def _known(source: Source, line: int, names: list[str]) -> Iterator[str]:
    for name in names:
        concern, _, category = name.partition("/")
        known = CATEGORY_NAMES[Concern(concern)] if concern in set(Concern) else ()
        if category in known or (concern in set(Concern) and _is_own(source, concern, category)):
            yield name
            continue
        allowed = [f"{concern}/{one}" for one in known] or [f"{one}/..." for one in Concern]
        source.fault(line, f"unknown category `{name}`", f"use one of: {', '.join(allowed)}")


def _is_own(source: Source, concern: str, category: str) -> bool:
    """Return whether the pack that a lesson or case belongs to has a category of its own by this name."""
    if not is_category_name(category):
        return False
    above = source.path.absolute().parents
    return any((folder / concern / category / CATEGORY_FILE).is_file() for folder in above[1:3])
