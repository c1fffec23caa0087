"""The shipped catalog and its pipeline, made once a run: tables of tests are made from it before any fixture is."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from coach import engine
from coach.engine import Explainer, build, compile_rules
from coach.engine.patterns.compiled import Compiled
from coach.models import Catalog
from coach.rules import read_catalog


FEW = frozenset({"unkind/looks", "unkind/exclusion", "oversharing/contact", "oversharing/school"})
"""The categories of `few_catalog`."""


@cache
def shipped_catalog() -> Catalog:
    """The rules that Coach ships."""
    return read_catalog()


@cache
def shipped_compiled() -> Compiled:
    """The same, compiled."""
    return compile_rules(shipped_catalog())


def share_built(patch: pytest.MonkeyPatch, *made: tuple[Catalog, Language]) -> None:
    """Give whoever builds one of these catalogs the Language that was built from it."""
    build = engine.build

    def built(given: Catalog, *words: object, **named: object) -> Language:
        known = (nlp for catalog, nlp in made if catalog is given and not named.get("weights"))
        return next(known, None) or build(given, *words, **named)  # type: ignore[arg-type]

    patch.setattr(engine, "build", built)
    patch.setattr(engine, "Explainer", lambda given, nlp=None: Explainer(given, nlp or built(given)))


@cache
def few_catalog() -> Catalog:
    """A few of them: enough where the number of rules proves nothing."""
    catalog = shipped_catalog()
    few = tuple(rule for rule in catalog.rules if rule.category in FEW)
    return catalog.model_copy(update={"rules": few})


@cache
def few_compiled() -> Compiled:
    """The same, compiled."""
    return compile_rules(few_catalog())


@cache
def shipped_nlp() -> Language:
    """The pipeline made from them."""
    return build(shipped_compiled())
