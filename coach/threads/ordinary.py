"""What is ordinary between people who know each other: grandma may ask where the child is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from coach.errors import AuthorError
from coach.models import Concern, Flag
from coach.models.base import Model
from coach.models.category import CATEGORY_IDS
from coach.models.thread import Between
from coach.rules.toml_source import read_toml


class _Ordinary(Model):
    ordinary: frozenset[str]
    """Concerns, and ids of categories and rules."""


_READS = TypeAdapter(dict[Between, _Ordinary])


def is_ordinary(flag: Flag, between: Between | None) -> bool:
    """Return whether a flag means nothing between these people.

    Args:
        flag: of one of their turns.
        between: how they know each other; None if nobody said.
    """
    found = all_ordinary().get(between, frozenset()) if between else frozenset()
    return not found.isdisjoint((flag.concern, flag.category, flag.rule))


@cache
def all_ordinary(path: Path | None = None) -> Mapping[Between, frozenset[str]]:
    """Read what is ordinary, by how people know each other.

    Raises:
        AuthorError: the file is invalid, or names something of an unknown category.
    """
    source = read_toml(path or Path(__file__).with_name("ordinary.toml"))
    try:
        read = _READS.validate_python(source.values)
    except ValidationError as error:
        source.add_validation(error, _Ordinary)
        raise AuthorError(source.faults) from error
    known = {*Concern, *CATEGORY_IDS}
    for between, one in read.items():
        for name in sorted(name for name in one.ordinary if not known & {name, name.rpartition("/")[0]}):
            source.fault(0, f"unknown concern or category `{name}` of `{between}`", "write `red-flag/meet`")
    source.raise_faults()
    return {between: one.ordinary for between, one in read.items()}
