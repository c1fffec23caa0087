"""A seeker says at once if what it finds could never be said."""

from __future__ import annotations

import pytest

from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import NEAR, Seeker, always


def test_a_category_that_is_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown category 'travel': choose one of full-name, address"):
        always("travel", "travel-pass")


@pytest.mark.parametrize(("between", "found"), [(0, 1), (NEAR - 20, 1), (NEAR + 20, 0)])
def test_what_must_be_said_beside_a_fact_counts_only_near_it(between: int, found: int) -> None:
    seeker = Seeker(Expression(r"@\w+"), always("account", "handle"), beside=Expression("add me"))
    gap = " " * between
    assert len(seeker.find(f"add me{gap}@pip")) == len(seeker.find(f"@pip{gap}add me")) == found
