"""Postcodes and zip codes."""

from collections.abc import Callable

import pytest

FLAGS = (
    "put [QX4 7ZZ](postcode) in the map",
    "our postcode is [vq3 7jt](postcode)",
    "postcode [VQ37JT](postcode)",
    "its [K9X 2B7](postcode) in canada",
    "eircode [D99 AF30](postcode)",
    "my [zip is 00417](postcode)",
    "[zip code 00417-1234](postcode)",
    "[postcode 4099](postcode) btw",
    "[postal code 099118](postcode)",
    "our [pin code is 604 118](postcode)",
    "block 9, [S994120](postcode)",
)
SILENT = (
    "gr8 3ds game",
    "GR8 3DS GAME",
    "lets meet b4 3rd period",
    "zip up ur coat its 3 degrees",
    "what is a postcode",
    "my zip code is none of ur business",
    "K9 unit on tv",
    "R2 D2 and C3 PO",
    "the M25 is stuck",
    "u2 2pm",
    "join KIW44GE",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
