"""The shipped catalog and its pipeline, made once a run: tables of tests are made from it before any fixture is."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import coach
from coach import engine, rules, rules_cache
from coach.engine import Explainer, build, compile_rules
from coach.engine.patterns.compiled import Compiled
from coach.engine.reader import read_weights
from coach.models import Catalog, Phrase, PrivateWord
from coach.models.phrase import Options
from coach.rules import catalog as rules_catalog
from coach.rules import read_catalog, rules_path, word_sets
from coach.rules.phrases import Alternations, read_phrase
from coach.rules.toml_source import TomlSource, read_toml
from tests.rules_for_all import compiled_for_all, read_for_all

_load, _read_own_catalog = coach.load, rules.read_own_catalog


FEW = frozenset({"unkind/looks", "unkind/exclusion", "oversharing/contact", "oversharing/school"})
"""The categories of `few_catalog`."""


@cache
def shipped_catalog() -> Catalog:
    """The rules that Coach ships."""
    catalog = read_for_all() or read_catalog()
    gc.freeze()  # kept to the end of the run: each full collection would walk all of it
    return catalog


@cache
def shipped_compiled() -> Compiled:
    """The same, compiled."""
    return compiled_for_all(shipped_catalog())


@cache
def both_readers() -> Language:
    """The shipped rules with the second reader beside them."""
    return build(shipped_compiled(), weights=read_weights())


@lru_cache(40_000)
def _without_sets(text: str, *, may_end_open: bool) -> Phrase:
    return read_phrase(text, {}, may_end_open=may_end_open)


def _phrase(
    text: str,
    sets: Mapping[str, Options],
    *,
    may_end_open: bool = False,
    alternations: Alternations | None = None,
) -> Phrase:
    if "{" in text:
        return read_phrase(text, sets, may_end_open=may_end_open, alternations=alternations)
    return _without_sets(text, may_end_open=may_end_open)


@cache
def _pickled(path: Path) -> bytes:
    return pickle.dumps(read_toml(path))


def _toml(path: Path) -> TomlSource:
    own = rules_path() in path.parents
    return pickle.loads(_pickled(path)) if own else read_toml(path)  # noqa: S301


def share_read(patch: pytest.MonkeyPatch) -> None:
    """Parse once a run what every folder of rules borrows from Coach: its TOML, and phrases that name no word set."""
    patch.setattr(rules_catalog, "read_toml", _toml)
    patch.setattr(word_sets, "read_phrase", _phrase)


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
    nlp = build(shipped_compiled())
    gc.freeze()
    return nlp


def share_compiled(patch: pytest.MonkeyPatch) -> None:
    """Where no rules are kept ready yet, the ones that tests share are kept, and none are compiled."""
    patch.setattr(rules_cache, "read_catalog", shipped_catalog)
    patch.setattr(rules_cache, "compile_rules", lambda _: shipped_compiled())


@cache
def _loaded(*, second_reader: bool) -> Language:
    """What `coach.load` gives."""
    nlp = _load(second_reader=second_reader)
    gc.freeze()
    return nlp


def share_loaded(patch: pytest.MonkeyPatch) -> None:
    """Give commands that run in this process one Language and one catalog; a family's words get a Language of their own."""

    def load(*, private_words: Iterable[PrivateWord] = (), second_reader: bool = True, **more: Any) -> Language:  # noqa: ANN401
        words, more = tuple(private_words), {name: given for name, given in more.items() if given}
        if words or more:
            return _load(private_words=words, second_reader=second_reader, **more)
        return _loaded(second_reader=second_reader)

    def read(folder: Path | None) -> Catalog:
        return _read_own_catalog(folder) if folder else shipped_catalog()

    if coach.load is _load:
        patch.setattr(coach, "load", load)
    if rules.read_own_catalog is _read_own_catalog:
        patch.setattr(rules, "read_own_catalog", read)
