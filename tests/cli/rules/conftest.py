"""What every command would make anew from the shipped rules is made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from coach import engine, rules
from coach.engine import Explainer
from coach.models import Catalog


@pytest.fixture(autouse=True)
def shipped_once(monkeypatch: pytest.MonkeyPatch, catalog: Catalog, nlp: Language) -> None:
    """Commands about the shipped rules get the ones that tests share."""
    own, build = rules.read_own_catalog, engine.build

    def read(folder: Path | None) -> Catalog:
        return own(folder) if folder else catalog

    def explainer(given: Catalog) -> Explainer:
        return Explainer(given, nlp if given is catalog else build(given))

    monkeypatch.setattr(rules, "read_own_catalog", read)
    monkeypatch.setattr(
        engine, "build", lambda given, *words, **named: nlp if given is catalog else build(given, *words, **named)
    )
    monkeypatch.setattr(engine, "Explainer", explainer)
