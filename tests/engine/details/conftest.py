"""Reads a table's line: facts marked as `[07700 900123](phone-number)`, or none."""

from collections.abc import Callable

import pytest

from coach.engine.details import find_details
from coach.models import parse_marks


@pytest.fixture
def expect() -> Callable[[str], None]:
    def check(line: str) -> None:
        marked = parse_marks(line)
        wanted = [(marked.text[mark.start : mark.end], mark.category, mark.start) for mark in marked.marks]
        found = [(marked.text[one.start : one.end], one.name, one.start) for one in find_details(marked.text)]
        assert found == wanted

    return check
