"""First and last names introduced as such: "my name is ...", "real name is ..."."""

from __future__ import annotations

import re

from coach.engine.details.known_name import may_be_last
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import END, QUOTE, is_made_up, ordinary
from coach.engine.text.first_names import first_names

_PART = r"[^\W\d_][^\W\d_'’\-]{0,20}(?:['’\-][^\W\d_]{1,20}){0,2}"
_CAPITAL = r"(?-i:[A-Z\u00c0-\u00de]\.|(?![a-z\u00df-\u00ff])[^\W\d_][^\W\d_'’\-]{1,20}(?:['’\-][^\W\d_]{1,20}){0,2})"
_SMALL = r"(?:bin|binti|bint|de|da|van|von|der|al|el|ibn|la|le|ní|ó|mac)"
_TELLS = (
    rf"(?:my|our)[ \t](?:full[ \t]|real[ \t]|actual[ \t]|irl[ \t]|full government[ \t]|"
    rf"government[ \t])?name(?:{QUOTE}s|[ \t]is|[ \t]?:)|(?:real|full|government|whole)[ \t]name(?:{QUOTE}s|"
    rf"[ \t]is|[ \t]?:|[ \t]reveal)|i{QUOTE}m[ \t]called|i[ \t]am[ \t]called|"
    r"my[ \t]bio:|first name"
)
_NEAR_KIN = (
    rf"my[ \t](?:lil[ \t]|little[ \t]|big[ \t]|best[ \t]|baby[ \t])?(?:best ?friend|bestie|friend|bro|brother|"
    rf"sister|sis|cousin|twin|girl|mate)(?:{QUOTE}s[ \t]name)?(?:[ \t]is|{QUOTE}s)?|(?:put|write|"
    rf"sign)(?:[ \t]me)?[ \t]?(?:up[ \t]|down[ \t])?(?:on[ \t]\w+(?:[ \t]\w+)?[ \t])?as|"
    r"ask for|love from|sincerely,|its me,|it['’]s me,|(?:girl|boy|kid|friend|baby)(?:[ \t]is|['’]?s)[ \t]called|"
    r"irl (?:im|i['’]m)"
)
_KIN = Expression(
    rf"\b(?:{_NEAR_KIN})[ \t]{{1,2}}(?P<name>{_CAPITAL}(?:[ \t](?:{_SMALL}[ \t])?{_CAPITAL}){{1,3}})",
    re.IGNORECASE,
)
_HERE = Expression(rf"(?:^|(?<=[.!?] ))(?P<name>{_CAPITAL}(?:[ \t]{_CAPITAL}){{1,2}})[ \t]here\b", re.IGNORECASE)
_CAPITALS = Expression(
    rf"\b(?:{_TELLS})[^\w\n]{{1,4}}(?P<name>{_CAPITAL}(?:[ \t](?:{_SMALL}[ \t])?{_CAPITAL}){{1,3}})",
    re.IGNORECASE,
)
_LOWER = Expression(
    rf"\b(?:{_TELLS})[ \t]{{1,2}}(?P<name>{_PART}[ \t]{_PART})(?:{END}|(?=[ \t](?:and|n|im|i['’]m|from|but|look|"
    rf"btw|lol)\b))",
    re.IGNORECASE,
)
_THREE = Expression(rf"\b(?:{_TELLS})[ \t]{{1,2}}(?P<name>{_PART}[ \t]{_PART}[ \t]{_PART})(?![\w'’])", re.IGNORECASE)
_PARTS = Expression(
    rf"\bfirst name(?:{QUOTE}s|[ \t]is)?[ \t]{_PART},?[ \t](?:and[ \t])?(?:last|second|sur|family)[ \t]?"
    rf"name(?:{QUOTE}s|[ \t]is)?[ \t](?P<name>{_PART})",
    re.IGNORECASE,
)
_WITH_CLASS = Expression(
    rf"(?:^|(?<=[\n\-–—,.!?] )|\b(?:thanks|thank you|from|by)[, \t]{{1,2}})"
    rf"(?P<name>{_CAPITAL}(?:[ \t]{_CAPITAL}){{1,2}}),?"
    r"[ \t](?:(?:year|yr|class|grade|form)[ \t]?\d{1,2}[a-z]?|(?![23]D)\d{1,2}(?-i:[A-Z])|aged?[ \t]\d{1,2})\b",
    re.IGNORECASE,
)
"""A name signed with a class or an age: `- Maya Okafor, 7B`."""
_FULL = Expression(
    rf"\bmy[ \t](?:full|whole|entire)[ \t]name(?:{QUOTE}s|[ \t]is|:)[ \t](?P<name>{_PART}(?:[ \t]{_PART}){{2}}){END}",
    re.IGNORECASE,
)
_GREETED = Expression(
    rf"(?:^|(?<=[.!?\n] )|\b(?:hi|hey|hello|hiya|everyone|sir|ma['’]am)[!,]{{0,3}}[ \t])(?:i{QUOTE}m|i am|this is|"
    rf"its|it['’]s)[ \t](?P<name>{_CAPITAL}(?:[ \t](?:{_SMALL}[ \t])?{_CAPITAL}){{1,3}})(?=[,.!]|[ \t](?:from|here|"
    rf"and|n|btw)\b|$)",
    re.IGNORECASE,
)


_PAIR = Expression(rf"[ \t]{_CAPITAL}")
"""What follows a first name in capitals."""


def _is_name(found: re.Match[str], _: str) -> bool:
    return ordinary("not-a-name").isdisjoint(found["name"].lower().replace("’", "'").split())


def _is_of_three(found: re.Match[str], text: str) -> bool:
    """Return whether two first names and a last one are introduced: `grace ellen whitlock`."""
    first, second, last = found["name"].lower().split()
    are_first = first in first_names() and second in first_names()
    return are_first and may_be_last(last) and _is_name(found, text)


def _is_in_capitals(found: re.Match[str], text: str) -> bool:
    """Return whether it is a name with meaningful capitals: not everything is in capitals."""
    return _is_name(found, text) and not text.isupper()


_IS_NAME = always("full-name", "first-and-last-name", "name")
_PAIRED = where(_is_in_capitals, _IS_NAME)
NAMES = (
    *(Seeker(one, _PAIRED, beside=_PAIR, unless=(is_made_up,)) for one in (_CAPITALS, _KIN, _HERE, _WITH_CLASS)),
    *(Seeker(one, where(_is_name, _IS_NAME), unless=(is_made_up,)) for one in (_LOWER, _FULL)),
    Seeker(_THREE, where(_is_of_three, _IS_NAME), unless=(is_made_up,)),
    Seeker(_GREETED, _PAIRED, beside=_PAIR, unless=(is_made_up,)),
    Seeker(_PARTS, where(_is_in_capitals, _IS_NAME), unless=(is_made_up,)),
)
"""Finds first and last names that are introduced as such."""
