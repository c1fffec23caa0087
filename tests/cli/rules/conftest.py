"""What every command would make anew from the shipped rules is made once a run."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach import rules
from coach.models import Catalog
from tests.shipped import share_built


@pytest.fixture(autouse=True)
def shipped_once(monkeypatch: pytest.MonkeyPatch, catalog: Catalog, nlp: Language) -> None:
    """Commands about the shipped rules get the ones that tests share."""
    own = rules.read_own_catalog
    monkeypatch.setattr(rules, "read_own_catalog", lambda folder: own(folder) if folder else catalog)
    share_built(monkeypatch, (catalog, nlp))
