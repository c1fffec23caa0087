"""Reads `countries.txt`: the names of countries, so that a family need not know a code of two letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

NAMES = Path(__file__).with_name("countries.txt")
_NO_FIT = 3


@cache
def read_countries() -> dict[str, tuple[str, ...]]:
    """Read the names of each country by its code; the first name is the one to show."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    rows = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {code: tuple(names.split("; ")) for code, _, names in rows}


def country_named(written: str) -> str:
    """Return the code of a country given by code or name, whatever its capitals and accents; empty if unknown."""
    wanted = _plain(written)
    for code, names in read_countries().items():
        if wanted in {code.lower(), *map(_plain, names)}:
            return code
    return ""


def country_begun(typed: str, shown: Mapping[str, str]) -> str:
    """Return the country that somebody means who typed so much; empty if none fits.

    A whole code or name wins (`us`, `uk`), then the beginning of a name, then of a word in one.

    Args:
        typed: a code or name, or its first letters.
        shown: the countries to choose from: their names as they are shown, by code.
    """
    wanted = _plain(typed)
    fits = {code: _fit(wanted, code, (name, *read_countries().get(code, ()))) for code, name in shown.items()}
    best = min(fits, key=lambda code: fits[code], default="")
    return best if wanted and best and fits[best] < _NO_FIT else ""


def _fit(wanted: str, code: str, names: Iterable[str]) -> int:
    """Return how well a country fits what was typed; the least fits best."""
    plain = [code.lower(), *map(_plain, names)]
    if wanted in plain:
        return 0
    if any(name.startswith(wanted) for name in plain[1:]):
        return 1
    return 2 if any(f" {wanted}" in name for name in plain[1:]) else _NO_FIT


def _plain(name: str) -> str:
    """Fold a name to small letters without accents, punctuation and a leading `the`."""
    split = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    bare = (char for char in split if not unicodedata.combining(char))
    folded = "".join(char if char.isalnum() else " " for char in bare)
    return " ".join(folded.split()).removeprefix("the ")
