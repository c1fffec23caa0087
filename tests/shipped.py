"""The shipped catalog, read once a run: tables of tests are made from it before any fixture is."""

from __future__ import annotations

from functools import cache

from coach.models import Catalog
from coach.rules import read_catalog


@cache
def shipped_catalog() -> Catalog:
    """The rules that Coach ships."""
    return read_catalog()
