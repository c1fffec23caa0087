"""Postcodes: British and Canadian ones by their form, others beside the word for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engine.details.detail import Detail, detail_at

_WORD = re.compile(r"\b(?:post ?codes?|postal codes?|eircode)\b", re.IGNORECASE)
_BRITISH = r"\b(?P<out>[a-z]{1,2}\d[a-z0-9]?) \d[abd-hjlnp-uw-z]{2}\b"
_CANADIAN = r"\b[abceghj-nprstvxy]\d[a-z][ -]\d[a-z]\d\b"
_IRISH = r"\b[ac-fhknprtv-y]\d[0-9w] (?=[a-z0-9]{0,3}\d)[ac-fhknprtv-y0-9]{4}\b"
_IN_CAPITALS = re.compile(re.sub(r"\[[^]]+\]", lambda letters: letters[0].upper(), f"{_BRITISH}|{_CANADIAN}|{_IRISH}"))
_ANY_CASE = re.compile(f"{_BRITISH}|{_CANADIAN}|{_IRISH}".replace(" ", " ?").replace("[ ?-]", "[ -]?"), re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:zip(?: ?code)?|post ?code|postal(?: code)?|eircode)(?:['’]?s|[ \t](?:is|was)|"
    r"[ \t]?[:=])?[ \t]{0,2}(?:S ?)?\d{4,6}(?:-\d{4})?\b|\bpin ?code(?:['’]?s|[ \t]is|"
    r"[ \t]?[:=])?[ \t]{0,2}\d{3}[ \t]?\d{3}\b|\bpin[ \t]\d{3}[ \t]\d{3}\b",
    re.IGNORECASE,
)
_SINGAPORE = re.compile(r"\b(?:S|Singapore) ?\(?\d{6}\)?\b")
_TEXTING = frozenset({"GR8", "M8", "L8", "B4", "H8", "SK8", "U2", "G2", "W8", "R8", "PS4", "PS5"})
"""What children write in capitals that only looks like half a postcode."""


def find_postcode(text: str) -> Iterator[Detail]:
    """Every postcode."""
    pattern = _ANY_CASE if _WORD.search(text) else _IN_CAPITALS
    for found in pattern.finditer(text):
        if (found["out"] or "").upper() not in _TEXTING:
            yield detail_at(found, "address", "postcode")
    for pattern in (_BESIDE, _SINGAPORE):
        for found in pattern.finditer(text):
            yield detail_at(found, "address", "postcode")
