"""The lines are there for the countries that are promised, and can be read in a terminal."""

from __future__ import annotations

import phonenumbers
import pytest

from coach.helplines import Helpline, read_helplines

LINES = read_helplines()


def test_the_promised_countries_are_there() -> None:
    assert {line.country for line in LINES} >= {"US", "GB", "IE", "CA", "AU", "NZ", "IN", "ZA", "SG", ""}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.place)
def test_a_line_names_its_source_and_fits(line: Helpline) -> None:
    assert line.source
    assert len(f"{line.place}: {line.name}: {line.reach} ({line.hours})") <= 90
    assert line.country == "" or line.country in phonenumbers.SUPPORTED_REGIONS
