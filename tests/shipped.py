"""The shipped catalog and its pipeline, made once a run: tables of tests are made from it before any fixture is."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from coach.engine import build, compile_rules
from coach.engine.patterns.compiled import Compiled
from coach.models import Catalog
from coach.rules import read_catalog


@cache
def shipped_catalog() -> Catalog:
    """The rules that Coach ships."""
    return read_catalog()


@cache
def shipped_compiled() -> Compiled:
    """The same, compiled."""
    return compile_rules(shipped_catalog())


@cache
def shipped_nlp() -> Language:
    """The pipeline made from them."""
    return build(shipped_compiled())
