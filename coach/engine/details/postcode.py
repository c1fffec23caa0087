"""Postcodes: British and Canadian ones by their format, others next to a word for postcode."""

from __future__ import annotations

import re

from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import ordinary

_WORD = Expression(r"\b(?:post ?codes?|postal codes?|eircode)\b", re.IGNORECASE)
_BRITISH = r"\b(?P<out>[a-z]{1,2}\d[a-z0-9]?) \d[abd-hjlnp-uw-z]{2}\b"
_CANADIAN = r"\b[abceghj-nprstvxy]\d[a-z][ -]\d[a-z]\d\b"
_IRISH = r"\b[ac-fhknprtv-y]\d[0-9w] (?=[a-z0-9]{0,3}\d)[ac-fhknprtv-y0-9]{4}\b"
_IN_CAPITALS = Expression(re.sub(r"\[[^]]+\]", lambda letters: letters[0].upper(), f"{_BRITISH}|{_CANADIAN}|{_IRISH}"))
_ANY_CASE = Expression(f"{_BRITISH}|{_CANADIAN}|{_IRISH}".replace(" ", " ?").replace("[ ?-]", "[ -]?"), re.IGNORECASE)
_BESIDE = Expression(
    r"\b(?:zip(?: ?code)?|post ?code|postal(?: code)?|eircode)(?:['’]?s|[ \t](?:is|was)|"
    r"[ \t]?[:=])?[ \t]{0,2}(?:S ?)?\d{4,6}(?:-\d{4})?\b|\bpin ?code(?:['’]?s|[ \t]is|"
    r"[ \t]?[:=])?[ \t]{0,2}\d{3}[ \t]?\d{3}\b|\bpin[ \t]\d{3}[ \t]\d{3}\b",
    re.IGNORECASE,
)
_SINGAPORE = Expression(r"\b(?:S|Singapore) ?\(?\d{6}\)?\b")


def _is_in_capitals(found: re.Match[str], text: str) -> bool:
    return _WORD.search(text) is None and _is_code(found, text)


def _is_code(found: re.Match[str], _: str) -> bool:
    return (found["out"] or "").casefold() not in ordinary("texting-like-postcodes")


_IS_POSTCODE = always("address", "postcode")
POSTCODES = (
    Seeker(_ANY_CASE, where(_is_code, _IS_POSTCODE), beside=_WORD),
    Seeker(_IN_CAPITALS, where(_is_in_capitals, _IS_POSTCODE)),
    Seeker(_BESIDE, _IS_POSTCODE),
    Seeker(_SINGAPORE, _IS_POSTCODE),
)
"""Finds postcodes of several countries."""
