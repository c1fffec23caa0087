"""What somebody types of a country's name finds it."""

from __future__ import annotations

import pytest

from coach.helplines import countries_with_lines, country_begun


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("uk", "GB"),
        ("U.K.", "GB"),
        ("gb", "GB"),
        ("engl", "GB"),
        ("scot", "GB"),
        ("us", "US"),
        ("usa", "US"),
        ("america", "US"),
        ("ire", "IE"),
        ("eire", "IE"),
        ("\u00e9ire", "IE"),
        ("deutsch", "DE"),
        ("kingdom", "GB"),
        ("k", "KE"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_a_country_is_found_by_code_name_and_short_form(typed: str, code: str) -> None:
    assert country_begun(typed, countries_with_lines()) == code


def test_only_countries_to_choose_from_are_found() -> None:
    assert country_begun("uk", {"IE": "Ireland"}) == ""
