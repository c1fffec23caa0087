"""Every rule proves itself: what its examples mark is flagged by it, and its near misses stay silent."""

from __future__ import annotations

import pytest

from coach.engine import Explainer
from coach.models import Catalog
from coach.proof.check import failure
from coach.proof.examples import Example, examples_of
from tests.shipped import shipped_catalog

EXAMPLES = [pytest.param(example, id=example.marked.text) for example in examples_of(shipped_catalog().rules)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_holds(explainer: Explainer, example: Example) -> None:
    assert failure(explainer, example) == ""


def test_every_category_has_a_rule(catalog: Catalog) -> None:
    assert {rule.category for rule in catalog.rules} == set(catalog.categories)
    assert len(catalog.categories) == 49
