"""Every rule proves itself: what its examples mark is flagged by it, and its near misses stay silent."""

from __future__ import annotations

import pytest

from coach.engine import Explainer
from coach.models import Catalog, Rule
from coach.proof.check import failure
from coach.proof.examples import examples_of
from tests.shipped import shipped_catalog

RULES = [pytest.param(rule, id=rule.id) for rule in shipped_catalog().rules]


@pytest.mark.parametrize("rule", RULES)
def test_examples_hold(explainer: Explainer, rule: Rule) -> None:
    failures = [failure(explainer, example) for example in examples_of([rule])]
    assert failures
    assert [each for each in failures if each] == []


def test_every_category_has_a_rule(catalog: Catalog) -> None:
    assert {rule.category for rule in catalog.rules} == set(catalog.categories)
    assert len(catalog.categories) == 49
