"""Reads `countries.txt`: the names of countries, so that a family need not know a code of two letters."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

NAMES = Path(__file__).with_name("countries.txt")


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


def _plain(name: str) -> str:
    """Fold a name to small letters without accents, punctuation and a leading `the`."""
    split = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    bare = (char for char in split if not unicodedata.combining(char))
    folded = "".join(char if char.isalnum() else " " for char in bare)
    return " ".join(folded.split()).removeprefix("the ")
