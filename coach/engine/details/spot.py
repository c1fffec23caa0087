"""Locations that a map can find: coordinates, map links, plus codes, and what3words."""

from __future__ import annotations

import re

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, where

_LATITUDE, _LONGITUDE = 90, 180
_DECIMAL = Expression(
    r"(?<![\w.,/:])(?P<north>[+\-−]?\d{1,2}\.\d{4,9})[ \t]?°?[ \t]?(?P<n>[NS])?[ \t]{0,2}[,;/ |][ \t]{0,2}"
    r"(?P<east>[+\-−]?\d{1,3}\.\d{4,9})[ \t]?°?[ \t]?(?P<e>[EW])?(?![\w.%])",
    re.IGNORECASE,
)
_DEGREES = Expression(
    r"(?<![\w.])\d{1,2}[°º][ \t]?\d{1,2}['’′][ \t]?(?:\d{1,2}(?:\.\d{1,6})?(?:[\"”″]|''|’’)?)?[ \t]?[NS][ \t,]{0,3}"
    r"\d{1,3}[°º][ \t]?\d{1,2}['’′][ \t]?(?:\d{1,2}(?:\.\d{1,6})?(?:[\"”″]|''|’’)?)?[ \t]?[EW]\b",
    re.IGNORECASE,
)
_LINK = Expression(
    r"(?<![\w.@])(?:https?://)?(?:www\.)?(?:google\.[a-z]{2,3}(?:\.[a-z]{2})?/maps|maps\.google\.[a-z]{2,3}(?:\.[a-z]{2})?|"
    r"goo\.gl/maps|maps\.app\.goo\.gl|maps\.apple\.com|openstreetmap\.org|osm\.org|waze\.com|what3words\.com|w3w\.co|"
    r"map\.snapchat\.com|bing\.com/maps|plus\.codes)/[^\s<>\"]{1,300}",
    re.IGNORECASE,
)
_WORDS = Expression(r"(?<![\w:/.])///[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}(?![\w.])")
_SIGN = "[23456789CFGHJMPQRVWX]"
_CODE = rf"(?<![\w+/.\-])(?P<code>{_SIGN}{{4}}(?:{_SIGN}{{4}})?\+{_SIGN}{{2,3}})(?![\w+=]|[/.]\w)"
_IN_CAPITALS = Expression(_CODE)
_ANY_CASE = Expression(_CODE, re.IGNORECASE)
_ADDRESS = Expression(r"\b(?:plus ?codes?|i live|my (?:house|home|place|address|flat|street|road))\b", re.IGNORECASE)
_MINE = Expression(
    r"\b(?:i|im|i['’]m|i['’]?ll|me|my|mine|our|ours|us|we|were|we['’]re|live|lives|home|here|house|coords?|coordinates|"
    r"location|loc|meet|come|find|address|pin|mum|mom|dad|gran|nan|school)\b",
    re.IGNORECASE,
)
_SUMS = Expression(
    r"\b(?:pi|maths?|digits|decimals?|sqrt|square|cm|mm|kg|mean|average|median|answers?|equals?|ratio|version|score|"
    r"scores|seconds|secs|minecraft|seed|exchange|rate|bitcoin|crypto)\b|[=≈×*^√]",
    re.IGNORECASE,
)
_HOME = Expression(
    r"\b(?:live|lives|living|home|house|flat|address|my (?:place|street|road|room)|mine)\b", re.IGNORECASE
)
_SIGHT = Expression(
    r"\b(?:museum|stadium|shop|shops|store|restaurant|cafe|pizza|zoo|cinema|theatre|theater|tour|eiffel|airport|"
    r"hotel|mountain|volcano|crater|trail|castle|shipwreck|ocean|equator|pyramids?|capital|homework|geography|project|"
    r"pole|statue|tower|everest|atlas)\b",
    re.IGNORECASE,
)
_OURS = Expression(r"\b(?:i|im|i['’]m|my|me|our|we|us|live|home|house|meet)\b", re.IGNORECASE)


def _spot(found: re.Match[str], text: str) -> Detail:
    """Return where somebody lives, if the message says so, otherwise where they are."""
    category = "address" if _HOME.search(text) else "location-now"
    return detail_at(found, category, "map-place", "code" if "code" in found.re.groupindex else 0)


def _is_on_earth(found: re.Match[str], text: str) -> bool:
    north, east = (float(found[one].replace("−", "-")) for one in ("north", "east"))
    return abs(north) <= _LATITUDE and abs(east) <= _LONGITUDE and _is_place(found, text)


def _is_place(found: re.Match[str], text: str) -> bool:
    """Return whether two numbers are a location, not a sum: with directions, or beside mention of somebody or alone."""
    if _is_sight(text) or _SUMS.search(text):
        return False
    directed = found["n"] or found["e"] or not found["north"][0].isdigit() or not found["east"][0].isdigit()
    alone = len(text.split()) <= len(found[0].split()) + 1
    return bool(directed or alone or _MINE.search(text))


def _is_sight(text: str) -> bool:
    """Return whether a message is about a place that everybody may know."""
    return _SIGHT.search(text) is not None and _OURS.search(text) is None


def _is_shared(found: re.Match[str], text: str) -> bool:
    return not _is_sight(text)


def _is_code(found: re.Match[str], text: str) -> bool:
    """Return whether it has letters and digits: neither a sum nor a row of kisses."""
    code = found["code"].replace("+", "")
    letters = {char for char in code.lower() if char.isalpha()}
    return bool(letters - {"x"}) and any(map(str.isdigit, code)) and not _is_sight(text)


SPOTS = (
    Seeker(_LINK, where(_is_shared, _spot)),
    Seeker(_DECIMAL, where(_is_on_earth, _spot)),
    Seeker(_DEGREES, where(_is_shared, _spot)),
    Seeker(_WORDS, where(_is_shared, _spot)),
    Seeker(_IN_CAPITALS, where(_is_code, _spot)),
    Seeker(_ANY_CASE, where(_is_code, _spot), beside=_ADDRESS),
)
"""Finds locations on a map."""
