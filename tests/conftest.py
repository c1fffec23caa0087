"""What tests share: the shipped catalog and the pipeline made from it, once a run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from coach.engine import build, check
from coach.models import Audience, Catalog, Direction, Message, Report
from coach.rules import read_catalog


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return read_catalog()


@pytest.fixture(scope="session")
def nlp(catalog: Catalog) -> Language:
    return build(catalog)


Check = Callable[..., Report]


@pytest.fixture(scope="session")
def check_text(nlp: Language) -> Check:
    """Check a text; `direction` and `audience` may follow by name."""

    def run(text: str, direction: str = "draft", audience: str = "group") -> Report:
        return check(nlp, Message(text=text, direction=Direction(direction), audience=Audience(audience)))

    return run
