"""A seeker says at once if what it finds could never be said."""

from __future__ import annotations

import pytest

from coach.engine.details.seeker import always


def test_a_category_that_is_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown category 'travel': choose one of full-name, address"):
        always("travel", "travel-pass")
